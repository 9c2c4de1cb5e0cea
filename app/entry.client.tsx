import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { WORDS_ELEMENT_ID } from "~/ui/frame/words-for-browser";
import type { Language, Words } from "~/ui/words/translate";
import { WordsProvider } from "~/ui/words/use-words";

const element = document.getElementById(WORDS_ELEMENT_ID);
const { language, words } = JSON.parse(element?.textContent ?? "{}") as { language: Language; words: Words };

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <WordsProvider language={language} words={words}>
        <RemixBrowser />
      </WordsProvider>
    </StrictMode>,
  );
});

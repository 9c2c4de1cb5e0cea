import type { ComponentType, ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { catalogue } from "~/ui/words/catalogue.server";
import type { Language } from "~/ui/words/translate";
import { WordsProvider } from "~/ui/words/use-words";

/** A page as the server sends it, in Vietnamese, without the frame. */
export function drawPage<Props extends object>(Drawn: ComponentType<Props>, props: Props): string {
  return htmlOf(<Drawn {...props} />);
}

/** What the server sends of a part of a page. */
export function htmlOf(part: ReactElement, language: Language = "vi"): string {
  return renderToStaticMarkup(
    <MemoryRouter>
      <WordsProvider language={language} words={catalogue[language]}>
        {part}
      </WordsProvider>
    </MemoryRouter>,
  );
}

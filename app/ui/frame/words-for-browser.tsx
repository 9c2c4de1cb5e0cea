import type { AreaName } from "~/ui/words/catalogue.server";
import { useWords, useWordSlices } from "~/ui/words/use-words";

export const WORDS_ELEMENT_ID = "words";

/** The words that a page with script needs, as data that the browser reads before React starts. */
export function WordsForBrowser({ areas }: { areas: readonly AreaName[] }) {
  const { language } = useWords();
  const words = useWordSlices(["frame", "kit", ...areas]);
  return (
    <script
      type="application/json"
      id={WORDS_ELEMENT_ID}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: jsonForHtml({ language, words }) }}
    />
  );
}

/** JSON that cannot end its script element. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/>/g, "\\u003e")
    .replace(/&/g, "\\u0026")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

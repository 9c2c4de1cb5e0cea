import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { catalogue } from "~/ui/words/catalogue.server";
import { WordsProvider } from "~/ui/words/use-words";

/** A page as the server sends it, in Vietnamese, without the frame. */
export function drawPage<Props extends object>(Drawn: ComponentType<Props>, props: Props): string {
  return renderToStaticMarkup(
    <MemoryRouter>
      <WordsProvider language="vi" words={catalogue.vi}>
        <Drawn {...props} />
      </WordsProvider>
    </MemoryRouter>,
  );
}

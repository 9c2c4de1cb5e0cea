import { Writable } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToString } from "react-dom/server";
import { readPreferences } from "~/http/preferences.server";
import { logFault } from "~/platform/log.server";
import { AnswerProvider } from "~/ui/frame/answer-context";
import { pageHandleOf } from "~/ui/frame/page-handle";
import { catalogue } from "~/ui/words/catalogue.server";
import { WordsProvider } from "~/ui/words/use-words";

/** No loader hands promises on, so nothing has to be waited for; Remix would keep each page's data for five seconds. */
export const streamTimeout = 500;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const { language } = readPreferences(request);
  const scripted = runsReact(remix);
  if (!scripted) forgetHandoff(remix);
  const page = (
    <WordsProvider language={language} words={catalogue[language]}>
      <AnswerProvider facts={{ nonce, requestId }}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </AnswerProvider>
    </WordsProvider>
  );
  // The stream writes the doctype itself.
  const html = scripted ? await renderWithHandoff(page, nonce) : `<!DOCTYPE html>${renderToString(page)}`;

  headers.set("Content-Type", "text/html; charset=utf-8");
  // Pages differ by who reads them and in which language: nobody between here and the reader may keep one.
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  return new Response(html, { status, headers });
}

/** Faults only: refusals have become answers before they get here, and a reader who went away is none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (!request.signal.aborted) {
    logFault(error, { requestId: context.requestId, method: request.method, url: request.url });
  }
}

function runsReact({ staticHandlerContext, routeModules }: EntryContext): boolean {
  if (staticHandlerContext.errors) return false;
  return pageHandleOf(staticHandlerContext.matches.map(({ route }) => routeModules[route.id]?.handle)).script;
}

/** What the browser's React would start from: a page without it is rendered in one go, and the data is not written twice. */
function forgetHandoff(remix: EntryContext): void {
  void remix.serverHandoffStream?.cancel();
  remix.serverHandoffStream = undefined;
}

function renderWithHandoff(page: ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const whole = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        resolve(Buffer.concat(chunks).toString("utf8"));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => pipe(whole),
      onShellError: reject,
      onError: reject,
    });
  });
}

import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import latinFont from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url";
import vietnameseFont from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url";
import type { ReactNode } from "react";
import { takeNotice } from "~/http/notice.server";
import { readPreferences } from "~/http/preferences.server";
import { viewerOf } from "~/http/viewer.server";
import { useAnswerFacts } from "~/ui/frame/answer-context";
import { ErrorPage, errorTitle } from "~/ui/frame/error-page";
import icon from "~/ui/frame/icon.svg?url";
import { sectionsFor } from "~/ui/frame/navigation";
import { PageFrame } from "~/ui/frame/page-frame";
import { pageHandleOf } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { WordsForBrowser } from "~/ui/frame/words-for-browser";
import stylesheet from "~/ui/styles/app.css?url";
import { DEFAULT_PREFERENCES } from "~/ui/words/preferences";
import { useWords } from "~/ui/words/use-words";
import { readAgency } from "~/use-cases/public/read-agency";

export const meta = pageMeta;

export const links: LinksFunction = () => [
  // The id is the one under which React Aria would put a style element of its own; its rule stands in interactive.css.
  { rel: "stylesheet", href: stylesheet, id: "react-aria-pressable-style" },
  { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href: latinFont },
  { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href: vietnameseFont },
  { rel: "icon", type: "image/svg+xml", href: icon },
];

export async function loader(args: LoaderFunctionArgs) {
  const [viewer, agency] = await Promise.all([viewerOf(args), readAgency()]);
  return {
    preferences: readPreferences(args.request),
    viewer: viewer && { displayName: viewer.displayName, sections: sectionsFor(viewer) },
    agency,
    notice: takeNotice(args),
  };
}

/** Every page is a document of its own: what the frame shows does not change while it stands. */
export const shouldRevalidate = () => false;

export function Layout({ children }: { children: ReactNode }) {
  const t = useWords();
  const error = useRouteError();
  const { theme, textSize } = useRouteLoaderData<typeof loader>("root")?.preferences ?? DEFAULT_PREFERENCES;
  return (
    <html lang={t.language} data-theme={theme} data-text-size={textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {error == null ? <Meta /> : <title>{errorTitle(t, error)}</title>}
        <Links />
      </head>
      <body>
        {children}
        {error == null ? <PageScripts /> : null}
      </body>
    </html>
  );
}

/** React for the pages that asked for it in their handle; all others are HTML alone. */
function PageScripts() {
  const { nonce } = useAnswerFacts();
  const handle = pageHandleOf(useMatches().map((match) => match.handle));
  if (!handle.script) return null;
  return (
    <>
      <WordsForBrowser areas={handle.words} />
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}

export default function App() {
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <PageFrame facts={data}>
      <Outlet />
    </PageFrame>
  );
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("root");
  const error = useRouteError();
  return (
    <PageFrame facts={data}>
      <ErrorPage error={error} />
    </PageFrame>
  );
}

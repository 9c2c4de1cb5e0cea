import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { LibraryTable } from "~/ui/library/library-table";
import { useWords } from "~/ui/words/use-words";
import { listLibrary } from "~/use-cases/author/list-library";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.view");
  return { title: wordsFor(args)("library.title"), entries: await listLibrary() };
}

export default function LibraryRoute() {
  const t = useWords();
  const { title, entries } = useLoaderData<typeof loader>();
  return (
    <Page title={title} lead={t("library.lead")}>
      <LibraryTable entries={entries} />
    </Page>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { LibraryTable } from "~/ui/library/library-table";
import { MyReviews } from "~/ui/review/review-list";
import { useWords } from "~/ui/words/use-words";
import { listLibrary } from "~/use-cases/author/list-library";
import { listOpenReviews } from "~/use-cases/author/list-reviews";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.view");
  const [entries, reviews] = await Promise.all([listLibrary(), listOpenReviews({ viewer })]);
  return { title: wordsFor(args)("library.title"), entries, reviews };
}

export default function LibraryRoute() {
  const t = useWords();
  const { title, entries, reviews } = useLoaderData<typeof loader>();
  return (
    <Page title={title} lead={t("library.lead")}>
      <MyReviews entries={reviews} />
      <LibraryTable entries={entries} />
    </Page>
  );
}

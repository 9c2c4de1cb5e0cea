import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/domain/auth/permissions";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { contentImportPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { Button } from "~/ui/kit/button";
import { LibraryTable } from "~/ui/library/library-table";
import { MyReviews } from "~/ui/review/review-list";
import { useWords } from "~/ui/words/use-words";
import { listLibrary } from "~/use-cases/author/list-library";
import { listOpenReviews } from "~/use-cases/author/list-reviews";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.view");
  const mayWrite = may(viewer, "content.write");
  const [entries, reviews] = await Promise.all([listLibrary(), listOpenReviews({ viewer })]);
  return { title: wordsFor(args)("library.title"), entries, reviews, mayWrite };
}

export default function LibraryRoute() {
  const t = useWords();
  const { title, entries, reviews, mayWrite } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      lead={t("library.lead")}
      actions={
        mayWrite ? (
          <Button kind="quiet" href={contentImportPath()}>
            {t("intake.open")}
          </Button>
        ) : null
      }
    >
      <MyReviews entries={reviews} />
      <LibraryTable entries={entries} />
    </Page>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { may } from "~/domain/auth/permissions";
import { badRequest } from "~/domain/problem";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { contentImportPath, draftPath, libraryPath, newCoursePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { Button } from "~/ui/kit/button";
import { Shelf } from "~/ui/library/draft/shelf";
import { LibraryTable } from "~/ui/library/library-table";
import { MyReviews } from "~/ui/review/review-list";
import { useWords } from "~/ui/words/use-words";
import { reopenDraft } from "~/use-cases/author/lay-draft-aside";
import { listDrafts } from "~/use-cases/author/list-drafts";
import { listLibrary } from "~/use-cases/author/list-library";
import { listOpenReviews } from "~/use-cases/author/list-reviews";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.view");
  const writes = may(viewer, "content.write");
  const [entries, reviews, shelf] = await Promise.all([
    listLibrary(),
    listOpenReviews({ viewer }),
    writes ? listDrafts({ now: args.context.now }) : null,
  ]);
  return { title: wordsFor(args)("library.title"), entries, reviews, shelf };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const form = await postedForm(args.request);
  if (form.get("intent") !== "reopen") throw badRequest("library: unknown intent");
  const draftId = String(form.get("draft") ?? "");
  const answer = await reopenDraft({ draftId, actor: actorOf(viewer), now: args.context.now });
  const { title } = answer;
  if (answer.kind === "refused")
    return redirectWithNotice(libraryPath(), t("draft.reopenRefused", { title }), "warning");
  return redirectWithNotice(draftPath(answer.slug), t("draft.reopened", { title }));
}

export default function LibraryRoute() {
  const t = useWords();
  const { title, entries, reviews, shelf } = useLoaderData<typeof loader>();
  const actions = shelf ? (
    <>
      <Button href={newCoursePath()} icon="plus">
        {t("draft.newButton")}
      </Button>
      <Button kind="quiet" href={contentImportPath()}>
        {t("intake.open")}
      </Button>
    </>
  ) : null;
  return (
    <Page title={title} lead={t("library.lead")} actions={actions}>
      <MyReviews entries={reviews} />
      <LibraryTable entries={entries} />
      {shelf ? <Shelf shelf={shelf} /> : null}
    </Page>
  );
}

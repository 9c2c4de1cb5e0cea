import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorOf } from "~/domain/audit/audit-event";
import { openOrOutlineForm } from "~/domain/courses/drafts/outline-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftPath, libraryPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { BuilderPage } from "~/ui/library/draft/builder-page";
import { changeOutline } from "~/use-cases/author/change-outline";
import { discardDraft } from "~/use-cases/author/lay-draft-aside";
import { openDraft } from "~/use-cases/author/open-draft";
import { viewDraft } from "~/use-cases/author/view-draft";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library", script: true, words: ["draft", "library"] };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const view = await viewDraft({ slug: args.params["course"]!, now: args.context.now });
  return { title: view.title, view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const where = { slug: args.params["course"]!, actor: actorOf(viewer), now: args.context.now };
  const path = draftPath(where.slug);
  const submission = await readForm(args.request, openOrOutlineForm);
  if (submission.status !== "success") return refuseForm(submission);
  const step = submission.value;
  if (step.intent === "open") {
    await openDraft(where);
    return redirect(path);
  }
  if (step.intent === "discard") {
    const { title } = await discardDraft(where);
    return redirectWithNotice(libraryPath(), t("draft.discarded", { title }));
  }
  const answer = await changeOutline({ ...where, step });
  if (answer.kind === "saved" || answer.kind === "unchanged") {
    const title = "title" in step ? step.title : "";
    return redirectWithNotice(path, t(`draft.done_${step.intent}`, { title }));
  }
  const refused =
    answer.kind === "declined"
      ? t(answer.why === "too-many" ? "draft.declined_too_many" : `draft.declined_${answer.why}`)
      : t("draft.closedText", {
          state: t(`draft.state_${answer.reason === "closed" ? answer.state : "editing"}`),
        });
  return data({ ...submission.reply(), refused }, { status: 409 });
}

export default function DraftRoute() {
  const { view } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "refused" in result ? result.refused : null;
  return <BuilderPage view={view} result={result} refused={refused} />;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRebaseChoices } from "~/domain/courses/drafts/rebase";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { draftReviewPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { Rebase } from "~/ui/review/rebase-page";
import { rebaseDraft, viewRebase } from "~/use-cases/author/rebase-draft";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const slug = args.params["course"]!;
  const t = wordsFor(args);
  const view = await viewRebase({ slug });
  if (!view) throw redirectWithNotice(draftReviewPath(slug), t("review.rebaseStands"), "info");
  return { title: t("review.rebaseTitle", { number: String(view.over.number) }), view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const slug = args.params["course"]!;
  const t = wordsFor(args);
  const { over, choices } = readRebaseChoices([...(await postedForm(args.request)).entries()]);
  const answer = await rebaseDraft({ viewer, slug, over, choices, now: args.context.now });
  if (answer.kind === "refused") {
    const [sentence, status] =
      answer.reason === "choose" ? [t("review.rebaseChoose"), 400] : [t("review.rebaseOvertaken"), 409];
    return data({ errors: [sentence], choices }, { status });
  }
  const said =
    answer.kind === "stands"
      ? t("review.rebaseStands")
      : t("review.rebased", { number: String(answer.number), taken: answer.taken, kept: answer.kept });
  return redirectWithNotice(draftReviewPath(slug), said);
}

export default function RebaseRoute() {
  const { view } = useLoaderData<typeof loader>();
  const { errors = [], choices = {} } = useActionData<typeof action>() ?? {};
  return <Rebase view={view} errors={errors} chosen={choices} />;
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MOST_QUESTIONS } from "~/domain/completion/supplements/supplement";
import { supplementForm } from "~/domain/completion/supplements/supplement-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { supplementPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { LawChangePage } from "~/ui/supplements/law-change-page";
import { publishSupplement } from "~/use-cases/author/publish-supplement";
import { viewLawChange } from "~/use-cases/author/view-law-change";

const REFUSALS = {
  overtaken: "supplement.overtaken",
  nobody: "supplement.nobody",
  "nothing-to-read": "supplement.nothingToRead",
  "too-many-questions": "supplement.tooManyQuestions",
} as const;

export const meta = pageMeta;
export const handle: PageHandle = { section: "documents" };

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "content.write");
  const asked = new URL(args.request.url).searchParams;
  const view = await viewLawChange({
    number: args.params["document"]!,
    courseSlug: asked.get("course"),
    from: Number(asked.get("from")) || null,
    scope,
    now: args.context.now,
  });
  return { title: wordsFor(args)("supplement.lawTitle", { number: view.document.number }), view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const submission = await readForm(args.request, supplementForm);
  if (submission.status !== "success") return refuseForm(submission);
  const number = args.params["document"]!;
  const answer = await publishSupplement({ viewer, scope, number, values: submission.value, now: args.context.now });
  if (answer.kind === "published") {
    return redirectWithNotice(supplementPath(answer.id), t("supplement.published", { count: answer.people }));
  }
  if (answer.reason === "due-in-past")
    return refuseForm(submission, { fieldErrors: { dueOn: [t("supplement.dueInPast")] } });
  return refuseForm(submission, { formErrors: [t(REFUSALS[answer.reason], { limit: MOST_QUESTIONS })] });
}

export default function LawChangeRoute() {
  return <LawChangePage view={useLoaderData<typeof loader>().view} result={useActionData<typeof action>()} />;
}

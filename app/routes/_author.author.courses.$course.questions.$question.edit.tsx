import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionForm } from "~/domain/assessment/bank/question-page";
import { actorOf } from "~/domain/audit/audit-event";
import { savedWords } from "~/http/draft-answer.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { bankPath, questionPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { QuestionPage } from "~/ui/library/bank/question-page";
import { checkQuestion, saveQuestion, viewQuestion } from "~/use-cases/author/edit-question";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const { course: slug = "", question: id = "" } = args.params;
  return { title: wordsFor(args)("question.editTitle"), view: await viewQuestion({ slug, id }) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const { course: slug = "", question: id = "" } = args.params;
  const submission = await readForm(args.request, questionForm);
  const result = submission.reply();
  if (submission.status !== "success") return data({ result, refusal: null, sample: null }, { status: 400 });
  const { intent, text, seen = "" } = submission.value;
  if (intent === "check") {
    const checked = await checkQuestion({ slug, id, text, now: args.context.now });
    if (checked.kind === "refused") return data({ result, refusal: checked, sample: null }, { status: 400 });
    return { result, refusal: null, sample: checked.sample };
  }
  const answer = await saveQuestion({ slug, id, text, seen, actor: actorOf(viewer), now: args.context.now });
  if (answer.kind === "refused") {
    return data({ result, refusal: answer, sample: null }, { status: answer.reason === "problems" ? 400 : 409 });
  }
  if (answer.kind === "unchanged") return redirectWithNotice(questionPath(slug, id), t("draft.unchanged"), "info");
  const told = `${t("question.saved", { id })} ${savedWords(t, answer)}`;
  return redirectWithNotice(bankPath(slug, { q: id }), told, answer.errors > 0 ? "warning" : "success");
}

export default function QuestionRoute() {
  const { view } = useLoaderData<typeof loader>();
  const { result, refusal = null, sample = null } = useActionData<typeof action>() ?? {};
  return <QuestionPage view={view} result={result} refusal={refusal} sample={sample} />;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { questionForm } from "~/domain/assessment/bank/question-page";
import { QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import { actorOf } from "~/domain/audit/audit-event";
import { slugOf } from "~/domain/courses/clean-text";
import { savedWords } from "~/http/draft-answer.server";
import { readForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { bankPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { QuestionPage } from "~/ui/library/bank/question-page";
import { checkQuestion, createQuestion, viewNewQuestion } from "~/use-cases/author/edit-question";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = QUESTION_TYPE_NAMES.find((each) => each === asked) ?? "single-choice";
  const view = await viewNewQuestion({ slug: args.params["course"]!, kind });
  return { title: wordsFor(args)("question.createTitle"), view };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const slug = args.params["course"]!;
  const submission = await readForm(args.request, questionForm);
  const refused = { result: submission.reply(), refusal: null, sample: null };
  if (submission.status !== "success") return data(refused, { status: 400 });
  const { intent, text, topic, newTopic } = submission.value;
  if (topic === "" && slugOf(newTopic) === "") {
    const result = submission.reply({ fieldErrors: { topic: [t("question.needsTopic")] } });
    return data({ ...refused, result }, { status: 400 });
  }
  if (intent === "check") {
    const checked = await checkQuestion({ slug, id: null, text, now: args.context.now });
    if (checked.kind === "refused") return data({ ...refused, refusal: checked }, { status: 400 });
    return { ...refused, sample: checked.sample };
  }
  const answer = await createQuestion({ slug, text, topic, newTopic, actor: actorOf(viewer), now: args.context.now });
  if (answer.kind === "refused") return data({ ...refused, refusal: answer }, { status: 400 });
  const { id } = answer;
  if (answer.kind === "unchanged") return redirectWithNotice(bankPath(slug, { q: id }), t("draft.unchanged"), "info");
  const told = `${t("question.saved", { id })} ${savedWords(t, answer)}`;
  return redirectWithNotice(bankPath(slug, { q: id }), told, answer.errors > 0 ? "warning" : "success");
}

export default function CreateQuestionRoute() {
  const { view } = useLoaderData<typeof loader>();
  const { result, refusal = null, sample = null } = useActionData<typeof action>() ?? {};
  return <QuestionPage view={view} result={result} refusal={refusal} sample={sample} />;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPosted } from "~/domain/assessment/question-form/written-question";
import { actorOf } from "~/domain/audit/audit-event";
import { savedWords } from "~/http/draft-answer.server";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { bankPath, questionPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { QuestionPage } from "~/ui/library/bank/question-page";
import { beginQuestion, writeQuestion } from "~/use-cases/author/write-question";

export const meta = pageMeta;
export const handle: PageHandle = {
  section: "library",
  script: true,
  words: ["question", "library", "draft", "bank", "paper"],
};

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const { course: slug = "", question: id = "" } = args.params;
  const begun = await beginQuestion({ slug, id, language: t.language, now: args.context.now });
  return { title: t("question.editTitle"), ...begun };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const { course: slug = "", question: id = "" } = args.params;
  const posted = readPosted(await postedForm(args.request));
  const { now } = args.context;
  const step = await writeQuestion({ slug, id, posted, language: t.language, actor: actorOf(viewer), now });
  if (step.kind === "shown") return data({ shown: step.shown }, { status: step.status });
  if (step.kind === "unchanged") return redirectWithNotice(questionPath(slug, id), t("draft.unchanged"), "info");
  const told = `${t("question.saved", { id })} ${savedWords(t, step)}`;
  return redirectWithNotice(bankPath(slug, { q: id }), told, step.errors > 0 ? "warning" : "success");
}

export default function QuestionRoute() {
  const { view, shown } = useLoaderData<typeof loader>();
  return <QuestionPage view={view} shown={useActionData<typeof action>()?.shown ?? shown} />;
}

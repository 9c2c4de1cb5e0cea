import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readPosted } from "~/domain/assessment/question-form/written-question";
import { kindFormOf, QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import { actorOf } from "~/domain/audit/audit-event";
import { savedWords } from "~/http/draft-answer.server";
import { postedForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { bankPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { QuestionPage } from "~/ui/library/bank/question-page";
import { KindsPage } from "~/ui/library/writing/kinds-page";
import { beginNewQuestion, writeQuestion } from "~/use-cases/author/write-question";

export const meta = pageMeta;
export const handle: PageHandle = {
  section: "library",
  script: true,
  words: ["question", "library", "draft", "bank", "paper"],
};

/** Without a kind in the address: the kinds to choose from. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "content.write");
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = QUESTION_TYPE_NAMES.find((each) => each === asked) ?? null;
  const { now } = args.context;
  const begun = await beginNewQuestion({ slug: args.params["course"]!, kind: kind ?? "single-choice", now });
  const kinds = QUESTION_TYPE_NAMES.map((name) => ({ kind: name, purpose: kindFormOf(name)!.purpose }));
  return { title: wordsFor(args)("question.createTitle"), ...begun, kinds, kind };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer } = await requirePermission(args, "content.write");
  const t = wordsFor(args);
  const slug = args.params["course"]!;
  const posted = readPosted(await postedForm(args.request));
  const { now } = args.context;
  const step = await writeQuestion({ slug, id: null, posted, language: t.language, actor: actorOf(viewer), now });
  if (step.kind === "shown") return data({ shown: step.shown }, { status: step.status });
  const { id } = step;
  if (step.kind === "unchanged") return redirectWithNotice(bankPath(slug, { q: id }), t("draft.unchanged"), "info");
  const told = `${t("question.saved", { id })} ${savedWords(t, step)}`;
  return redirectWithNotice(bankPath(slug, { q: id }), told, step.errors > 0 ? "warning" : "success");
}

export default function CreateQuestionRoute() {
  const { view, shown, kinds, kind } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.shown;
  if (!answered && kind === null) return <KindsPage view={view} kinds={kinds} />;
  return <QuestionPage view={view} shown={answered ?? shown} />;
}

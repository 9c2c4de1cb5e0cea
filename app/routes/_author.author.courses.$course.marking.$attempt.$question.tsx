import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { markingForm } from "~/domain/assessment/marking/marking-form";
import { readForm, refuseForm } from "~/http/form.server";
import { redirectWithNotice } from "~/http/notice.server";
import { requirePermission } from "~/http/viewer.server";
import { wordsFor } from "~/http/words.server";
import { markAnswerPath, markingPath } from "~/paths";
import type { PageHandle } from "~/ui/frame/page-handle";
import { pageMeta } from "~/ui/frame/page-meta";
import { MarkingPage } from "~/ui/marking/marking-page";
import { formatMarks } from "~/ui/words/format";
import { nextToMark } from "~/use-cases/author/list-marking";
import { markAnswer } from "~/use-cases/author/mark-answer";
import { viewAnswerToMark } from "~/use-cases/author/view-answer-to-mark";

export const meta = pageMeta;
export const handle: PageHandle = { section: "library" };

const namedIn = ({ params }: LoaderFunctionArgs) => ({
  courseSlug: params["course"] ?? "",
  attemptId: params["attempt"] ?? "",
  questionId: params["question"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "answers.mark");
  const page = await viewAnswerToMark({ ...namedIn(args), scope, markerId: viewer.official?.id ?? null });
  const { code, number } = page;
  return { title: wordsFor(args)("marking.answerTitle", { code, number }), page };
}

/** Marks the answer, and leads on to the next that waits. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, scope } = await requirePermission(args, "answers.mark");
  const t = wordsFor(args);
  const named = { ...namedIn(args), scope, markerId: viewer.official?.id ?? null };
  const { rubric } = await viewAnswerToMark(named);
  const submission = await readForm(args.request, markingForm(rubric));
  if (submission.status !== "success") return refuseForm(submission);
  const answer = await markAnswer({ ...named, ...submission.value, viewer, now: args.context.now });
  if (answer.kind === "refused") return refuseForm(submission, { formErrors: [t("marking.wouldLower")] });
  const points = formatMarks(answer.points, t.language);
  const next = await nextToMark(named);
  const { courseSlug } = named;
  if (!next) return redirectWithNotice(markingPath(courseSlug), t("marking.savedLast", { points }));
  return redirectWithNotice(
    markAnswerPath(courseSlug, next.attemptId, next.questionId),
    t("marking.saved", { points }),
  );
}

export default function MarkAnswer() {
  return <MarkingPage page={useLoaderData<typeof loader>().page} result={useActionData<typeof action>()} />;
}

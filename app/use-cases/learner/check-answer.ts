import { settles } from "~/domain/assessment/answer-check";
import { decodeAnswers } from "~/domain/assessment/answers-form";
import { phaseOf } from "~/domain/assessment/attempt-policy";
import { listAnswersIn, noteTry, saveWholeForm } from "~/domain/assessment/answer-store.server";
import { findAttempt, lockAttempt } from "~/domain/assessment/attempt-store.server";
import { rebuildPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

export type CheckAnswer =
  | { kind: "checked"; number: number }
  | { kind: "unanswered"; number: number }
  | { kind: "refused"; reason: "time-is-up" | "already-submitted" };

/**
 * Checks the answer to one question before handing in, in a test whose policy tells at once or gives hints. The form holds the
 * whole paper, which is saved with it. `tries` is how many the page had seen: the same check posted twice counts once.
 */
export async function checkAnswer(input: {
  officialId: string;
  attemptId: string;
  questionId: string;
  tries: number;
  form: FormData;
  now: Date;
}): Promise<CheckAnswer> {
  const { officialId, attemptId, questionId, now } = input;
  const found = await findAttempt({ attemptId, officialId });
  if (!found) throw notFound(`attempt ${attemptId}`);
  const version = await courseVersion(found.versionId);
  const policy = version.manifest.test!;
  if (policy.feedback === "at-end") throw badRequest("this test tells at the end");
  return inTransaction(async (tx) => {
    const attempt = (await lockAttempt(tx, { attemptId, officialId }))!;
    if (attempt.status !== "open") return { kind: "refused", reason: "already-submitted" };
    if (phaseOf(attempt, policy, now) !== "answering") return { kind: "refused", reason: "time-is-up" };
    const treatment = treatmentOf(attempt.adjustments, version.questionsById);
    const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt, treatment });
    const number = paper.questions.findIndex(({ id }) => id === questionId) + 1;
    const question = paper.questions[number - 1];
    const given = decodeAnswers(paper, input.form);
    if (!question || !given) throw badRequest(`answers of attempt ${attemptId}`);
    await saveWholeForm(tx, { attemptId, answers: given, now });
    const answer = (await listAnswersIn(tx, attemptId)).find((each) => each.questionId === questionId);
    if (!answer || answer.response === null) return { kind: "unanswered", number };
    if (answer.settledAt || answer.tries !== input.tries) return { kind: "checked", number };
    const settled = settles({ question, policy, tries: answer.tries + 1, response: answer.response });
    await noteTry(tx, { attemptId, questionId, settledAt: settled ? now : null });
    return { kind: "checked", number };
  });
}

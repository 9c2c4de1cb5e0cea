import { decodeAnswers } from "~/domain/assessment/answers-form";
import { isTimeUp } from "~/domain/assessment/attempt-policy";
import { findAttempt, saveAnswerRow } from "~/domain/assessment/attempt-store.server";
import { rebuildPaper } from "~/domain/assessment/paper";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";

export type SaveAnswer =
  | { kind: "saved"; sequence: number }
  /** A newer choice, made in another tab or on another device, stands. */
  | { kind: "superseded"; sequence: number }
  | { kind: "refused"; reason: "time-is-up" | "already-submitted" };

/** Saves one answer. The higher sequence wins, whatever the order in which saves arrive; twice is once. */
export async function saveAnswer(input: {
  officialId: string;
  attemptId: string;
  questionId: string;
  sequence: number;
  form: FormData;
  now: Date;
}): Promise<SaveAnswer> {
  const { officialId, attemptId, questionId, sequence, now } = input;
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw badRequest("sequence");
  const attempt = await findAttempt({ attemptId, officialId });
  if (!attempt) throw notFound(`attempt ${attemptId}`);
  const version = await courseVersion(attempt.versionId);
  const policy = version.manifest.test!;
  if (attempt.status !== "open") return { kind: "refused", reason: "already-submitted" };
  if (isTimeUp(attempt, policy, now)) return { kind: "refused", reason: "time-is-up" };
  const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt });
  const [answer] = decodeAnswers(paper, input.form, questionId) ?? [];
  if (!answer) throw badRequest(`answer to ${questionId}`);
  const standing = await saveAnswerRow({
    attemptId,
    officialId,
    answer,
    sequence,
    graceSeconds: policy.graceSeconds,
    now,
  });
  if (standing === null) return { kind: "refused", reason: "already-submitted" };
  return standing > sequence ? { kind: "superseded", sequence: standing } : { kind: "saved", sequence: standing };
}

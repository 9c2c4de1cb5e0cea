import { decodeAnswers } from "~/domain/assessment/answers-form";
import { phaseOf } from "~/domain/assessment/attempt-policy";
import { saveAnswerRow } from "~/domain/assessment/answer-store.server";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { rebuildPaper } from "~/domain/assessment/paper";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { badRequest, notFound } from "~/domain/problem";

/** What the page that saved must know besides: when the paper ends now, and whether another page has taken it over. */
export interface PaperSituation {
  deadlineAt: Date;
  elsewhere: boolean;
}

export type SaveAnswer =
  | ({ kind: "saved"; sequence: number } & PaperSituation)
  /** A newer choice, made in another tab or on another device, stands. */
  | ({ kind: "superseded"; sequence: number } & PaperSituation)
  | { kind: "refused"; reason: "time-is-up" | "already-submitted" };

/**
 * Saves one answer. The higher sequence wins, whatever the order in which saves arrive; twice is once. A page that is no longer
 * the active one saves as well, so that nothing is lost, and is told.
 */
export async function saveAnswer(input: {
  officialId: string;
  attemptId: string;
  questionId: string;
  sequence: number;
  /** The page that saves; null when it runs without script. */
  device?: string | null;
  form: FormData;
  now: Date;
}): Promise<SaveAnswer> {
  const { officialId, attemptId, questionId, sequence, device = null, now } = input;
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw badRequest("sequence");
  const attempt = await findAttempt({ attemptId, officialId });
  if (!attempt) throw notFound(`attempt ${attemptId}`);
  const version = await courseVersion(attempt.versionId);
  const policy = version.manifest.test!;
  if (attempt.status !== "open") return { kind: "refused", reason: "already-submitted" };
  if (phaseOf(attempt, policy, now) !== "answering") return { kind: "refused", reason: "time-is-up" };
  const treatment = treatmentOf(attempt.adjustments, version.questionsById);
  const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...attempt, treatment });
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
  const elsewhere = device !== null && attempt.activeDevice !== null && attempt.activeDevice !== device;
  const situation = { deadlineAt: attempt.deadlineAt, elsewhere };
  return standing > sequence
    ? { kind: "superseded", sequence: standing, ...situation }
    : { kind: "saved", sequence: standing, ...situation };
}

import { decodeAnswers } from "~/domain/assessment/answers-form";
import { saveAnswerRow } from "~/domain/assessment/answer-store.server";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { drawnPaper } from "~/domain/assessment/drawn-papers.server";
import { rebuildPaper } from "~/domain/assessment/paper";
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
  const drawn = await drawnPaper({ attemptId, officialId, questionId });
  if (!drawn) throw notFound(`attempt ${attemptId}`);
  const version = await courseVersion(drawn.versionId);
  const policy = version.manifest.test!;
  // Later decisions change what is right, never what stands where on a paper.
  const paper = rebuildPaper({ policy, questionsById: version.questionsById, ...drawn });
  const [answer] = decodeAnswers(paper, input.form, questionId) ?? [];
  if (!answer) throw badRequest(`answer to ${questionId}`);
  const { graceSeconds } = policy;
  const saved = await saveAnswerRow({ attemptId, officialId, answer, sequence, graceSeconds, now });
  if (!saved) return { kind: "refused", reason: await whyClosed({ attemptId, officialId }) };
  const elsewhere = device !== null && saved.activeDevice !== null && saved.activeDevice !== device;
  const kind = saved.sequence > sequence ? "superseded" : "saved";
  return { kind, sequence: saved.sequence, deadlineAt: saved.deadlineAt, elsewhere };
}

async function whyClosed(input: {
  attemptId: string;
  officialId: string;
}): Promise<"time-is-up" | "already-submitted"> {
  const attempt = await findAttempt(input);
  return attempt?.status === "open" ? "time-is-up" : "already-submitted";
}

import type { AnswerFileContent } from "~/domain/assessment/answer-file/answer-file";
import type { AnswerFilePlan, AnswerFileRefusal } from "~/domain/assessment/answer-file/answer-file-page";
import { openAnswerFile } from "~/domain/assessment/answer-file/answer-file-seal.server";
import { planEntries } from "~/domain/assessment/answer-file/take-over";
import type { AttemptInCare } from "~/domain/assessment/attempt-care/attempt-care";
import { findAttemptInCare } from "~/domain/assessment/attempt-care/attempt-care-store.server";
import { listAnswers } from "~/domain/assessment/answer-store.server";
import { findAttempt } from "~/domain/assessment/attempt-store.server";
import { gradeAttempt } from "~/domain/assessment/grade-again";
import { actorOf } from "~/domain/audit/audit-event";
import type { OfficialIdentity, Viewer } from "~/domain/auth/permissions";
import { listLearningRecords } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { noteAccess } from "~/domain/privacy/access-store.server";
import { db } from "~/platform/db.server";

export type Identified =
  | { kind: "identified"; content: AnswerFileContent; attempt: AttemptInCare }
  | { kind: "refused"; reason: AnswerFileRefusal };

/** Opens a file and finds whose paper it is, within the scope. */
export async function identifyAnswerFile(input: {
  /** Who asks, when that is somebody on the staff list. */
  asker: OfficialIdentity | null;
  scope: readonly string[];
  text: string;
}): Promise<Identified> {
  const refused = (reason: AnswerFileRefusal): Identified => ({ kind: "refused", reason });
  const opened = openAnswerFile(input.text);
  if (opened.kind === "fault") return refused(opened.fault);
  const { content } = opened;
  const attempt = await findAttemptInCare({ attemptId: content.attemptId.toLowerCase(), scope: input.scope });
  if (!attempt) return refused("not-in-your-units");
  if (content.officialId !== undefined && content.officialId !== attempt.official.id)
    return refused("of-another-person");
  if (input.asker?.id === attempt.official.id) return refused("own-attempt");
  if (attempt.status === "voided") return refused("voided");
  return { kind: "identified", content, attempt };
}

/** Says what a file would do, and changes nothing. */
export async function readAnswerFile(input: {
  viewer: Viewer;
  scope: readonly string[];
  text: string;
  now: Date;
}): Promise<{ kind: "plan"; plan: AnswerFilePlan } | { kind: "refused"; reason: AnswerFileRefusal }> {
  const { viewer, now } = input;
  const identified = await identifyAnswerFile({ ...input, asker: viewer.official });
  if (identified.kind === "refused") return identified;
  const { content, attempt } = identified;
  const { manifest, questionsById } = await courseVersion(attempt.versionId);
  const policy = manifest.test!;
  const officialId = attempt.official.id;
  await noteAccess(db, { actor: actorOf(viewer), how: "answer-file", officialId, now });
  const [stored, saved, records] = await Promise.all([
    findAttempt({ attemptId: attempt.id, officialId }),
    listAnswers(attempt.id),
    listLearningRecords({ officialId }),
  ]);
  const { paper } = gradeAttempt({ attempt: stored!, policy, questionsById, answers: saved });
  const record = records.find(({ enrolmentId }) => enrolmentId === attempt.enrolmentId);
  const completed = record?.completion != null;
  const planned = planEntries({ entries: content.entries, paper, policy, saved, attempt, completed });
  return {
    kind: "plan",
    plan: {
      attempt,
      madeAt: new Date(content.madeAt),
      entries: planned.map(({ answer: _, ...entry }) => entry),
      taken: planned.filter(({ verdict }) => verdict === "take").length,
      mayHandIn: attempt.status === "open",
    },
  };
}

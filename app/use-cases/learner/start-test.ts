import { randomBytes } from "node:crypto";
import { deadlineOf, mayStart, type StartRefusal } from "~/domain/assessment/attempt-policy";
import { insertAttempt, listDrawn, lockEnrolment } from "~/domain/assessment/attempt-store.server";
import { drawPaper } from "~/domain/assessment/paper";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { standingOf } from "~/domain/completion/learning-record";
import { findLearningRecord, findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

export type StartTestAnswer =
  | { kind: "started" | "resumed"; attemptId: string }
  | { kind: "refused"; reason: StartRefusal; notBefore: Date | null };

/**
 * Begins an attempt: draws the paper by a fresh seed, without what was drawn the last time, and sets the deadline. An
 * open attempt is gone on with: two clicks, two tabs or two devices make one.
 */
export async function startTest(input: {
  viewer: Viewer;
  officialId: string;
  courseSlug: string;
  now: Date;
}): Promise<StartTestAnswer> {
  const { viewer, officialId, courseSlug, now } = input;
  const before = await findLearningRecord({ officialId, courseSlug });
  if (!before?.startedAt) throw notFound(`course ${courseSlug} is not begun`);
  // A begun turn keeps its version, so it can be read before the transaction takes its connection.
  const version = await courseVersion(before.versionId);
  const policy = version.manifest.test;
  if (!policy) throw notFound(`course ${courseSlug} has no test`);
  return inTransaction(async (tx) => {
    await lockEnrolment(tx, { enrolmentId: before.enrolmentId, officialId });
    // Read again behind the lock: another start may have come first.
    const record = await findLearningRecordIn(tx, before.enrolmentId);
    const standing = standingOf(version.manifest, record, now);
    const lessonsMissing = standing.missing.filter((missing) => missing.kind === "lesson").length;
    const verdict = mayStart({ policy, attempts: record.attempts, lessonsMissing, now });
    if (verdict.kind === "refused") return verdict;
    const open = record.attempts.find((attempt) => attempt.status === "open");
    if (open) return { kind: "resumed", attemptId: open.id };

    const drawn = await listDrawn(tx, record.enrolmentId);
    const seed = randomBytes(16).toString("hex");
    const paper = drawPaper({ policy, questions: version.questions, seed, avoid: drawn.at(-1) ?? [] });
    const number = drawn.length + 1;
    const attemptId = await insertAttempt(tx, {
      enrolmentId: record.enrolmentId,
      officialId,
      versionId: record.versionId,
      number,
      seed,
      questionIds: paper.questions.map((question) => question.id),
      startedAt: now,
      deadlineAt: deadlineOf(now, policy),
    });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "attempt.started",
      subject: { type: "attempt", id: attemptId, label: `${version.manifest.title} (${number})` },
      unitPath: viewer.official?.unitPath ?? null,
      after: { number, courseSlug, version: version.number },
      at: now,
    });
    return { kind: "started", attemptId };
  });
}

import { findAttemptInCare, reopenAttempt as reopen } from "~/domain/assessment/attempt-care/attempt-care-store.server";
import { type ReopenRefusal, reopenRefusal } from "~/domain/assessment/attempt-care/reopening";
import { insertAttemptEvent } from "~/domain/assessment/attempt-event-store.server";
import { lockAttempt, lockEnrolment } from "~/domain/assessment/attempt-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { minutes as inMinutes } from "~/domain/time";
import { inTransaction } from "~/platform/db.server";

export type ReopenAnswer =
  { kind: "reopened"; officialId: string; deadlineAt: Date } | { kind: "refused"; reason: ReopenRefusal };

/**
 * Opens an attempt again that was handed in without passing, or is void: the same paper with the answers it has, for so many
 * minutes from now. What it was worth is kept in an event.
 */
export async function reopenAttempt(input: {
  viewer: Viewer;
  scope: readonly string[];
  attemptId: string;
  minutes: number;
  reason: string;
  now: Date;
}): Promise<ReopenAnswer> {
  const { viewer, scope, attemptId, minutes, reason, now } = input;
  const found = await findAttemptInCare({ attemptId, scope });
  if (!found) throw notFound(`attempt ${attemptId}`);
  if (viewer.official?.id === found.official.id) return { kind: "refused", reason: "own-attempt" };
  const { manifest } = await courseVersion(found.versionId);
  return inTransaction(async (tx) => {
    // In the order in which handing in takes them; the course turn, so that no new attempt begins meanwhile.
    const attempt = (await lockAttempt(tx, { attemptId, officialId: found.official.id }))!;
    await lockEnrolment(tx, attempt);
    const record = await findLearningRecordIn(tx, attempt.enrolmentId);
    const refusal = reopenRefusal({
      attemptId,
      attempts: record.attempts,
      policy: manifest.test!,
      completed: record.completion !== null,
    });
    if (refusal) return { kind: "refused", reason: refusal };
    const deadlineAt = new Date(now.getTime() + inMinutes(minutes));
    const { status, points, maxPoints, percent, passed, submittedAt, byTimer } = attempt;
    const before = { status, points, maxPoints, percent, passed, submittedAt, byTimer, deadlineAt: attempt.deadlineAt };
    const after = { status: "open", deadlineAt, minutes };
    await reopen(tx, { attemptId, deadlineAt });
    const actor = actorOf(viewer);
    await insertAttemptEvent(tx, { attemptId, kind: "reopened", actor, reason, before, after, at: now });
    await recordAudit(tx, {
      actor,
      action: "attempt.reopened",
      subject: {
        type: "attempt",
        id: attemptId,
        label: `${found.official.fullName} – ${found.courseTitle} (${attempt.number})`,
      },
      unitPath: found.official.unitPath,
      before: { percent, passed, submittedAt: submittedAt?.toISOString() ?? null, byTimer },
      after: { deadlineAt: deadlineAt.toISOString(), minutes, reason },
      at: now,
    });
    return { kind: "reopened", officialId: found.official.id, deadlineAt };
  });
}

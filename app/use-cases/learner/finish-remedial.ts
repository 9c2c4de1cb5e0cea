import { markRemedialRead } from "~/domain/assessment/remedial-store.server";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { standingOf } from "~/domain/completion/learning-record";
import { findLearningRecord, findLearningRecordIn } from "~/domain/completion/learning-record-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { recordCompletion } from "./record-completion";

/** Confirms that a part made due by an answer was read again. The last step of a course completes it here and now. */
export async function finishRemedial(input: {
  viewer: Viewer;
  officialId: string;
  courseSlug: string;
  questionId: string;
  now: Date;
}): Promise<{ courseCompleted: boolean }> {
  const { viewer, officialId, courseSlug, questionId, now } = input;
  const before = await findLearningRecord({ officialId, courseSlug });
  if (!before?.remedials.some((each) => each.questionId === questionId)) throw notFound(`remedial ${questionId}`);
  const { manifest } = await courseVersion(before.versionId);
  return inTransaction(async (tx) => {
    if (!(await markRemedialRead(tx, { enrolmentId: before.enrolmentId, questionId, now })))
      return { courseCompleted: false };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "remedial.read",
      subject: { type: "enrolment", id: before.enrolmentId, label: manifest.title },
      unitPath: viewer.official?.unitPath ?? null,
      after: { questionId },
      at: now,
    });
    const record = await findLearningRecordIn(tx, before.enrolmentId);
    const standing = standingOf(manifest, record, now);
    if (standing.status !== "completed" || record.completion) return { courseCompleted: false };
    await recordCompletion(tx, { viewer, enrolmentId: record.enrolmentId, standing, attempts: record.attempts, now });
    return { courseCompleted: true };
  });
}

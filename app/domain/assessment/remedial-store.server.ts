import type { Db } from "~/platform/db.server";

/** Notes that a part made due by an answer has been read. False when there is no such duty, or it was read before. */
export async function markRemedialRead(
  tx: Db,
  input: { enrolmentId: string; questionId: string; now: Date },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE remedial_duty SET done_at = ${input.now}
    WHERE enrolment_id = ${input.enrolmentId}::uuid AND question_id = ${input.questionId} AND done_at IS NULL`;
  return changed > 0;
}

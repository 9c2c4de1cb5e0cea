import type { AttemptFact } from "~/domain/assessment/attempt-policy";
import { type LearningRecord, type RemedialFact, standingOf, withGrade } from "~/domain/completion/learning-record";
import { courseVersion } from "~/domain/courses/version-cache.server";
import type { Prisma } from "~/platform/db.server";
import { recordCompletion } from "../learner/record-completion";

/** After an attempt was graded by somebody else's doing: the completion and the certificate, when that earned them. */
export async function recordEarnedCompletion(
  tx: Prisma.TransactionClient,
  input: {
    /** As it was read before the grade. */
    record: LearningRecord;
    attemptId: string;
    graded: Pick<AttemptFact, "submittedAt" | "percent" | "passed" | "awaitsMarking"> & {
      remedials: readonly RemedialFact[];
    };
    now: Date;
  },
): Promise<boolean> {
  const { now } = input;
  if (input.record.completion) return false;
  // By what the turn asks, not the paper: who was moved to another version has to do what that one asks.
  const { manifest } = await courseVersion(input.record.versionId);
  const record = withGrade(input.record, input.attemptId, input.graded);
  const standing = standingOf(manifest, record, now);
  if (standing.status !== "completed") return false;
  const { enrolmentId, attempts } = record;
  await recordCompletion(tx, { viewer: null, enrolmentId, standing, attempts, now });
  return true;
}

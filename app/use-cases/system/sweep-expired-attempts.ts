import { listExpiredAttempts } from "~/domain/assessment/attempt-store.server";
import { submitTest } from "../learner/submit-test";

/**
 * Hands in the papers whose time is over and whose owner has not come back, so that a passed test is on record the same
 * minute. Safe on any number of processes: each attempt is closed under its row lock, once.
 */
export async function sweepExpiredAttempts(input: { now: Date }): Promise<number> {
  const expired = await listExpiredAttempts({ now: input.now, limit: 200 });
  for (const { id, officialId } of expired) {
    await submitTest({ viewer: null, officialId, attemptId: id, form: null, now: input.now });
  }
  return expired.length;
}

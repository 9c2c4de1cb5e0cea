import { phaseOf } from "~/domain/assessment/attempt-policy";
import type { TestPolicy } from "~/domain/courses/course";
import { submitTest } from "./submit-test";

/**
 * Hands in the person's own attempts whose time is over, so that a page never shows a paper as open that no answer can reach
 * any more. True when there was one.
 */
export async function closeExpiredAttempts(input: {
  officialId: string;
  attempts: readonly { id: string; status: string; deadlineAt: Date }[];
  policy: TestPolicy;
  now: Date;
}): Promise<boolean> {
  const { officialId, policy, now } = input;
  const expired = input.attempts.filter(
    (attempt) => attempt.status === "open" && phaseOf(attempt, policy, now) === "over",
  );
  for (const attempt of expired) await submitTest({ viewer: null, officialId, attemptId: attempt.id, form: null, now });
  return expired.length > 0;
}

import { minutes } from "~/domain/time";
import { submitTest } from "./submit-test";

/** The longest grace a policy may give; until then an open attempt is left alone. */
const SURELY_OVER = minutes(10);

/**
 * Hands in the person's own attempts whose time is over, so that a page never shows a paper as open that no answer can reach
 * any more. True when there was one.
 */
export async function closeExpiredAttempts(input: {
  officialId: string;
  attempts: readonly { id: string; status: string; deadlineAt: Date }[];
  now: Date;
}): Promise<boolean> {
  const expired = input.attempts.filter(
    (attempt) => attempt.status === "open" && input.now.getTime() > attempt.deadlineAt.getTime() + SURELY_OVER,
  );
  for (const attempt of expired) {
    await submitTest({ viewer: null, officialId: input.officialId, attemptId: attempt.id, form: null, now: input.now });
  }
  return expired.length > 0;
}

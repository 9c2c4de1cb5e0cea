import type { TestPolicy } from "../courses/course";
import { minutes } from "../time";
import {
  type Allowance,
  type AttemptFact,
  attemptsAllowed,
  closesAtFor,
  NO_ALLOWANCE,
  outcomeOf,
} from "./attempt-policy";
import type { ReviewItem } from "./policy";

/** As long as this after handing in, a result is "right after". */
export const RIGHT_AFTER_MINUTES = 2;

type Rules = Pick<TestPolicy, "attempts" | "attemptThatCounts" | "passPercent" | "closesOn" | "review">;

interface Situation {
  policy: Rules;
  allowance?: Allowance;
  attempts: readonly AttemptFact[];
  now: Date;
}

/**
 * Is there nothing more to be attempted? Passing, using up the attempts, or the end of the window finishes a test; until then a
 * review must not give the next paper away.
 */
export function isFinished({ policy, attempts, now, allowance = NO_ALLOWANCE }: Situation): boolean {
  const counted = attempts.filter((attempt) => attempt.status !== "voided");
  if (counted.some((attempt) => attempt.status === "open" || attempt.awaitsMarking)) return false;
  if (outcomeOf(counted, policy).passed) return true;
  return counted.length >= attemptsAllowed(policy, allowance) || isClosed({ policy, now, allowance });
}

function isClosed({ policy, now, allowance = NO_ALLOWANCE }: Pick<Situation, "policy" | "now" | "allowance">): boolean {
  const closesAt = closesAtFor(policy, allowance);
  return closesAt !== null && now >= closesAt;
}

/** What of the result of an attempt may be seen now: the matrix of the policy, read at this moment. */
export function reviewItems(input: Situation & { submittedAt: Date }): ReviewItem[] {
  const { review } = input.policy;
  if (isFinished(input)) return (isClosed(input) ? review.afterClose : undefined) ?? review.whenFinished;
  const fresh = input.now.getTime() < input.submittedAt.getTime() + minutes(RIGHT_AFTER_MINUTES);
  return (fresh ? review.rightAfter : undefined) ?? review.whileAttemptsRemain;
}

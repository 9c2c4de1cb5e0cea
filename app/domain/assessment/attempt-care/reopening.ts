import { outcomeOf } from "../attempt-policy";
import type { TestPolicy } from "../../courses/course";

/** What an officer may do about somebody's attempt, and why not. */
export type ReopenRefusal =
  | "still-open"
  | "passed"
  /** The course turn is on record as completed. */
  | "completed"
  | "other-open"
  | "awaiting-marking"
  /** Nobody does this for themselves. */
  | "own-attempt";

interface AttemptState {
  id: string;
  number: number;
  status: "open" | "submitted" | "voided";
  percent: number | null;
  passed: boolean | null;
  awaitsMarking?: boolean;
}

/** May an attempt be opened again with the answers it has? `attempts`: all of the course turn. */
export function reopenRefusal(input: {
  attemptId: string;
  attempts: readonly AttemptState[];
  policy: Pick<TestPolicy, "attemptThatCounts" | "passPercent">;
  completed: boolean;
}): Exclude<ReopenRefusal, "own-attempt"> | null {
  const { attemptId, attempts, policy } = input;
  const attempt = attempts.find(({ id }) => id === attemptId);
  if (attempt?.status === "open") return "still-open";
  if (input.completed) return "completed";
  if (attempt?.passed || outcomeOf(attempts, policy).passed) return "passed";
  if (attempts.some(({ status }) => status === "open")) return "other-open";
  if (attempts.some(({ awaitsMarking }) => awaitsMarking)) return "awaiting-marking";
  return null;
}

/** Most minutes that are given at once: a day; more than that is an accommodation. */
export const MOST_MINUTES = 24 * 60;

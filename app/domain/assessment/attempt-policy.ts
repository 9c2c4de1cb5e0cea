import type { TestPolicy } from "../courses/course";
import { minutes, seconds } from "../time";

/** When the paper is handed in by itself, as stored on the attempt and shown before the start. */
export function deadlineOf(startedAt: Date, policy: Pick<TestPolicy, "timeLimitMinutes">): Date {
  return new Date(startedAt.getTime() + minutes(policy.timeLimitMinutes));
}

/** Until when the server still takes an answer or a hand-in that a slow line brought late. */
export function lastMomentOf(deadlineAt: Date, policy: Pick<TestPolicy, "graceSeconds">): Date {
  return new Date(deadlineAt.getTime() + seconds(policy.graceSeconds));
}

export function isTimeUp(attempt: { deadlineAt: Date }, policy: Pick<TestPolicy, "graceSeconds">, now: Date): boolean {
  return now.getTime() > lastMomentOf(attempt.deadlineAt, policy).getTime();
}

export interface AttemptFact {
  number: number;
  status: "open" | "submitted" | "voided";
  startedAt: Date;
  deadlineAt: Date;
  submittedAt: Date | null;
  passed: boolean | null;
  percent: number | null;
}

export type StartRefusal = "already-passed" | "no-attempts-left" | "too-soon" | "lessons-first";

export type StartVerdict =
  | { kind: "may-start"; attemptsLeft: number }
  | { kind: "resume"; number: number }
  | { kind: "refused"; reason: StartRefusal; notBefore: Date | null };

/** May another attempt be started now? Voided attempts do not count against the person. */
export function mayStart(input: {
  policy: Pick<TestPolicy, "attempts" | "delayMinutes">;
  attempts: readonly AttemptFact[];
  lessonsMissing: number;
  now: Date;
}): StartVerdict {
  const counted = input.attempts.filter((attempt) => attempt.status !== "voided");
  const open = counted.find((attempt) => attempt.status === "open");
  if (open) return { kind: "resume", number: open.number };
  const refused = (reason: StartRefusal, notBefore: Date | null = null): StartVerdict => ({
    kind: "refused",
    reason,
    notBefore,
  });
  if (counted.some((attempt) => attempt.passed)) return refused("already-passed");
  if (input.lessonsMissing > 0) return refused("lessons-first");
  const attemptsLeft = input.policy.attempts - counted.length;
  if (attemptsLeft <= 0) return refused("no-attempts-left");
  // The delay counts from when the paper was in, or its time was over, whichever came first.
  const last = Math.max(
    0,
    ...counted.map((attempt) => Math.min(attempt.submittedAt?.getTime() ?? Infinity, attempt.deadlineAt.getTime())),
  );
  const notBefore = new Date(last + minutes(input.policy.delayMinutes));
  if (counted.length > 0 && input.now < notBefore) return refused("too-soon", notBefore);
  return { kind: "may-start", attemptsLeft };
}

/** The percent that counts when there are several attempts; null when none is in. */
export function percentThatCounts(
  attempts: readonly Pick<AttemptFact, "number" | "status" | "percent">[],
  rule: TestPolicy["attemptThatCounts"],
): number | null {
  const done = attempts
    .filter((attempt) => attempt.status === "submitted" && attempt.percent !== null)
    .sort((a, b) => a.number - b.number)
    .map((attempt) => attempt.percent!);
  if (done.length === 0) return null;
  if (rule === "first") return done[0]!;
  if (rule === "last") return done.at(-1)!;
  return Math.max(...done);
}

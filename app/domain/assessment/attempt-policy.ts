import type { TestPolicy } from "../courses/course";
import { days, endOfDay, type LocalDay, minutes, seconds, startOfDay } from "../time";

/** What one person is granted beside the rules of a test: `accommodations/` sums it up. */
export interface Allowance {
  /** 1.5 is half as much time again. */
  timeFactor: number;
  /** No time limit at all; what ends the paper then is the window, or a week. */
  untimed: boolean;
  extraAttempts: number;
  /** A later last day than that of the test. */
  closesOn: LocalDay | null;
}

export const NO_ALLOWANCE: Allowance = { timeFactor: 1, untimed: false, extraAttempts: 0, closesOn: null };

/** How long a paper without a time limit may lie open. */
export const UNTIMED_DAYS = 7;

type TimeRules = Pick<TestPolicy, "timeLimitMinutes" | "opensOn" | "closesOn">;

/** The last moment of the window for this person; null when the test has none. */
export function closesAtFor(policy: Pick<TestPolicy, "closesOn">, allowance: Allowance): Date | null {
  if (policy.closesOn === undefined) return null;
  const later = allowance.closesOn !== null && allowance.closesOn > policy.closesOn;
  return endOfDay(later ? allowance.closesOn! : policy.closesOn);
}

/**
 * When the paper is handed in by itself: the one function that says so. Stored on the attempt and shown before the start. More
 * time for a person also moves the end of the window, as otherwise the window would take it back.
 */
export function deadlineOf(
  startedAt: Date,
  policy: TimeRules,
  allowance: Allowance = NO_ALLOWANCE,
): { deadlineAt: Date; limitedBy: "limit" | "window" } {
  const limit = minutes(policy.timeLimitMinutes);
  const { untimed, timeFactor } = allowance;
  const byLimit = startedAt.getTime() + (untimed ? days(UNTIMED_DAYS) : limit * timeFactor);
  const closesAt = closesAtFor(policy, allowance);
  // A day is more than the largest factor of the longest limit adds.
  const extra = untimed ? days(1) : limit * (timeFactor - 1);
  const byWindow = closesAt === null ? Infinity : closesAt.getTime() + extra;
  return byWindow < byLimit
    ? { deadlineAt: new Date(byWindow), limitedBy: "window" }
    : { deadlineAt: new Date(byLimit), limitedBy: "limit" };
}

/** Until when the server still takes an answer or a hand-in that a slow line brought late. */
export function lastMomentOf(deadlineAt: Date, policy: Pick<TestPolicy, "graceSeconds">): Date {
  return new Date(deadlineAt.getTime() + seconds(policy.graceSeconds));
}

type EndRules = Pick<TestPolicy, "graceSeconds" | "whenTimeExpires" | "handInGraceMinutes">;

/** Until when the paper can be handed in; with a grace that is later than the last answer. */
export function handInEndsAt(deadlineAt: Date, policy: EndRules): Date {
  const last = lastMomentOf(deadlineAt, policy).getTime();
  return new Date(policy.whenTimeExpires === "grace" ? last + minutes(policy.handInGraceMinutes) : last);
}

/**
 * `answering`: answers are taken. `hand-in-only`: what was saved can still be handed in. `over`: the platform hands in by
 * itself, or the paper is void, as the policy says.
 */
export type Phase = "answering" | "hand-in-only" | "over";

export function phaseOf(attempt: { deadlineAt: Date }, policy: EndRules, now: Date): Phase {
  if (now.getTime() <= lastMomentOf(attempt.deadlineAt, policy).getTime()) return "answering";
  return now.getTime() <= handInEndsAt(attempt.deadlineAt, policy).getTime() ? "hand-in-only" : "over";
}

export interface AttemptFact {
  number: number;
  status: "open" | "submitted" | "voided";
  startedAt: Date;
  deadlineAt: Date;
  submittedAt: Date | null;
  passed: boolean | null;
  percent: number | null;
  awaitsMarking?: boolean;
}

export type StartRefusal =
  "already-passed" | "no-attempts-left" | "too-soon" | "lessons-first" | "not-open-yet" | "closed" | "awaiting-marking";

export type StartVerdict =
  | { kind: "may-start"; attemptsLeft: number }
  | { kind: "resume"; number: number }
  | { kind: "refused"; reason: StartRefusal; notBefore: Date | null };

/** How many attempts a person has in all. */
export const attemptsAllowed = (policy: Pick<TestPolicy, "attempts">, allowance: Allowance = NO_ALLOWANCE) =>
  policy.attempts + allowance.extraAttempts;

/** May another attempt be started now? Voided attempts do not count against the person. */
export function mayStart(input: {
  policy: Pick<TestPolicy, "attempts" | "delayMinutes" | "attemptThatCounts" | "passPercent"> & Partial<TimeRules>;
  allowance?: Allowance;
  attempts: readonly AttemptFact[];
  lessonsMissing: number;
  now: Date;
}): StartVerdict {
  const { policy, now, allowance = NO_ALLOWANCE } = input;
  const counted = input.attempts.filter((attempt) => attempt.status !== "voided");
  const open = counted.find((attempt) => attempt.status === "open");
  if (open) return { kind: "resume", number: open.number };
  const refused = (reason: StartRefusal, notBefore: Date | null = null): StartVerdict => ({
    kind: "refused",
    reason,
    notBefore,
  });
  if (outcomeOf(counted, policy).passed) return refused("already-passed");
  if (counted.some((attempt) => attempt.awaitsMarking)) return refused("awaiting-marking");
  if (input.lessonsMissing > 0) return refused("lessons-first");
  const attemptsLeft = attemptsAllowed(policy, allowance) - counted.length;
  if (attemptsLeft <= 0) return refused("no-attempts-left");
  if (policy.opensOn !== undefined && now < startOfDay(policy.opensOn))
    return refused("not-open-yet", startOfDay(policy.opensOn));
  const closesAt = closesAtFor(policy, allowance);
  if (closesAt !== null && now >= closesAt) return refused("closed");
  // The delay counts from when the paper was in, or its time was over, whichever came first.
  const last = Math.max(
    0,
    ...counted.map((attempt) => Math.min(attempt.submittedAt?.getTime() ?? Infinity, attempt.deadlineAt.getTime())),
  );
  const notBefore = new Date(last + minutes(policy.delayMinutes));
  if (counted.length > 0 && now < notBefore) return refused("too-soon", notBefore);
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
  // Rounded down like every percent.
  if (rule === "average")
    return Math.floor((done.reduce((sum, each) => sum + each, 0) / done.length) * 100 + 1e-6) / 100;
  return Math.max(...done);
}

/**
 * Is the test passed, by the attempt that counts, and by which one was it? With the average: as soon as it reaches the pass
 * mark and one attempt was passed (so that a missed critical question cannot be averaged away).
 */
export function outcomeOf<A extends Pick<AttemptFact, "number" | "status" | "percent" | "passed">>(
  attempts: readonly A[],
  policy: Pick<TestPolicy, "attemptThatCounts" | "passPercent">,
): { passed: boolean; by: A | null } {
  const done = attempts
    .filter((attempt) => attempt.status === "submitted" && attempt.percent !== null)
    .sort((a, b) => a.number - b.number);
  const rule = policy.attemptThatCounts;
  const passed = (attempt: A | undefined) => (attempt?.passed ? attempt : null);
  const first = done.find((attempt) => attempt.passed) ?? null;
  const average = percentThatCounts(done, "average") ?? 0;
  const by =
    rule === "first"
      ? passed(done[0])
      : rule === "last"
        ? passed(done.at(-1))
        : rule === "average"
          ? average >= policy.passPercent
            ? first && done.at(-1)!
            : null
          : first;
  return { passed: by !== null, by };
}

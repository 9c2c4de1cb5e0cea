import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AttemptFact,
  deadlineOf,
  mayStart,
  NO_ALLOWANCE,
  outcomeOf,
  percentThatCounts,
  phaseOf,
} from "~/domain/assessment/attempt-policy";

const start = new Date("2026-11-23T02:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const policy = {
  attempts: 3,
  attemptThatCounts: "highest" as const,
  passPercent: 80,
  delayMinutes: 0,
  timeLimitMinutes: 20,
  graceSeconds: 30,
  whenTimeExpires: "submit" as const,
  handInGraceMinutes: 10,
};

function attempt(number: number, facts: Partial<AttemptFact> = {}): AttemptFact {
  return {
    number,
    status: "submitted",
    startedAt: start,
    deadlineAt: after(20),
    submittedAt: after(10),
    passed: false,
    percent: 50,
    ...facts,
  };
}

describe("the deadline", () => {
  test("is the start and the time limit", () => {
    expect(deadlineOf(start, policy)).toEqual({ deadlineAt: after(20), limitedBy: "limit" });
  });

  test("more time never makes it earlier", () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), (limit, extra) => {
        expect(deadlineOf(start, { timeLimitMinutes: limit + extra }).deadlineAt.getTime()).toBeGreaterThanOrEqual(
          deadlineOf(start, { timeLimitMinutes: limit }).deadlineAt.getTime(),
        );
      }),
    );
  });

  test("the server takes what a slow line brings within the grace, and nothing after it", () => {
    const late = (milliseconds: number) => new Date(after(20).getTime() + milliseconds);
    expect(phaseOf({ deadlineAt: after(20) }, policy, late(30_000))).toBe("answering");
    expect(phaseOf({ deadlineAt: after(20) }, policy, late(30_001))).toBe("over");
  });

  test("with a grace to hand in, what was saved can be handed in later, and nothing more be answered", () => {
    const grace = { ...policy, whenTimeExpires: "grace" as const };
    const late = (milliseconds: number) => new Date(after(20).getTime() + milliseconds);
    expect(phaseOf({ deadlineAt: after(20) }, grace, late(30_000))).toBe("answering");
    expect(phaseOf({ deadlineAt: after(20) }, grace, late(30_001))).toBe("hand-in-only");
    expect(phaseOf({ deadlineAt: after(20) }, grace, late(630_000))).toBe("hand-in-only");
    expect(phaseOf({ deadlineAt: after(20) }, grace, late(630_001))).toBe("over");
  });

  test("the end of the window cuts the time limit, and says so", () => {
    // 23/11 ends in Vietnam at 17:00 UTC, ten minutes after this start.
    const evening = new Date("2026-11-23T16:50:00Z");
    const windowed = { ...policy, closesOn: "2026-11-23" };
    expect(deadlineOf(evening, windowed)).toEqual({
      deadlineAt: new Date("2026-11-23T17:00:00Z"),
      limitedBy: "window",
    });
    expect(deadlineOf(start, windowed)).toEqual({ deadlineAt: after(20), limitedBy: "limit" });
  });

  test("extra time is not taken back by the end of the window", () => {
    const evening = new Date("2026-11-23T16:50:00Z");
    const windowed = { ...policy, closesOn: "2026-11-23" };
    const { deadlineAt } = deadlineOf(evening, windowed, { ...NO_ALLOWANCE, timeFactor: 1.5 });
    expect(deadlineAt).toEqual(new Date("2026-11-23T17:10:00Z"));
  });

  test("is never earlier with more time, a later window or no limit, whatever the rules", () => {
    const day = fc
      .integer({ min: 0, max: 60 })
      .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
    const allowance = fc.record({
      timeFactor: fc.double({ min: 1, max: 5, noNaN: true }),
      untimed: fc.boolean(),
      extraAttempts: fc.nat(5),
      closesOn: fc.option(day),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.option(day, { nil: undefined }),
        fc.date({ min: new Date("2026-11-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
        allowance,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.option(day),
        (timeLimitMinutes, closesOn, at, granted, more, later) => {
          const rules = { ...policy, timeLimitMinutes, ...(closesOn && { closesOn }) };
          const ends = (terms: typeof granted) => deadlineOf(at, rules, terms).deadlineAt.getTime();
          const before = ends(granted);
          expect(ends({ ...granted, timeFactor: Math.min(5, granted.timeFactor + more) })).toBeGreaterThanOrEqual(
            before,
          );
          expect(ends({ ...granted, untimed: true })).toBeGreaterThanOrEqual(before);
          const best =
            granted.closesOn !== null && later !== null && granted.closesOn > later ? granted.closesOn : later;
          expect(ends({ ...granted, closesOn: best ?? granted.closesOn })).toBeGreaterThanOrEqual(before);
          expect(before).toBeGreaterThanOrEqual(ends(NO_ALLOWANCE));
        },
      ),
    );
  });
});

describe("may another attempt be started", () => {
  const verdict = (
    attempts: AttemptFact[],
    changes: { lessonsMissing?: number; now?: Date; delayMinutes?: number } = {},
  ) =>
    mayStart({
      policy: { ...policy, delayMinutes: changes.delayMinutes ?? 0 },
      attempts,
      lessonsMissing: changes.lessonsMissing ?? 0,
      now: changes.now ?? after(60),
    });

  test("the first, when the lessons are done", () => {
    expect(verdict([])).toEqual({ kind: "may-start", attemptsLeft: 3 });
    expect(verdict([], { lessonsMissing: 2 })).toMatchObject({ kind: "refused", reason: "lessons-first" });
  });

  test("an open one is gone on with, even when it was the last", () => {
    expect(
      verdict([attempt(1), attempt(2), attempt(3, { status: "open", passed: null, percent: null, submittedAt: null })]),
    ).toEqual({ kind: "resume", number: 3 });
  });

  test("not after passing, not after the last", () => {
    expect(verdict([attempt(1, { passed: true })])).toMatchObject({ reason: "already-passed" });
    expect(verdict([attempt(1), attempt(2), attempt(3)])).toMatchObject({ reason: "no-attempts-left" });
  });

  test("a voided attempt does not count", () => {
    expect(verdict([attempt(1, { status: "voided" }), attempt(2)])).toEqual({ kind: "may-start", attemptsLeft: 2 });
  });

  test("not before the window opens, not after it closes, but later for whom that is granted", () => {
    const windowed = { ...policy, opensOn: "2026-11-24", closesOn: "2026-11-25" };
    const on = (now: string, closesOn: string | null = null) =>
      mayStart({
        policy: windowed,
        attempts: [],
        lessonsMissing: 0,
        now: new Date(now),
        allowance: { ...NO_ALLOWANCE, closesOn },
      });
    expect(on("2026-11-23T16:59:59Z")).toEqual({
      kind: "refused",
      reason: "not-open-yet",
      notBefore: new Date("2026-11-23T17:00:00Z"),
    });
    expect(on("2026-11-23T17:00:00Z")).toMatchObject({ kind: "may-start" });
    expect(on("2026-11-25T16:59:59Z")).toMatchObject({ kind: "may-start" });
    expect(on("2026-11-25T17:00:00Z")).toMatchObject({ reason: "closed" });
    expect(on("2026-11-25T17:00:00Z", "2026-11-30")).toMatchObject({ kind: "may-start" });
  });

  test("extra attempts are added to those of the rules", () => {
    const allowance = { ...NO_ALLOWANCE, extraAttempts: 2 };
    const used = [attempt(1), attempt(2), attempt(3)];
    const now = after(60);
    expect(mayStart({ policy, attempts: used, lessonsMissing: 0, now, allowance })).toEqual({
      kind: "may-start",
      attemptsLeft: 2,
    });
  });

  test("not while an officer has an answer to mark", () => {
    const waiting = attempt(1, { passed: null, percent: null, awaitsMarking: true });
    expect(verdict([waiting])).toMatchObject({ reason: "awaiting-marking" });
  });

  test("the delay counts from when the time of the last one was over, not from when the browser came back", () => {
    const late = attempt(1, { submittedAt: after(300) });
    expect(verdict([late], { delayMinutes: 60, now: after(79) })).toMatchObject({
      reason: "too-soon",
      notBefore: after(80),
    });
    expect(verdict([late], { delayMinutes: 60, now: after(80) })).toMatchObject({ kind: "may-start" });
  });
});

describe("the percent that counts", () => {
  const attempts = [
    attempt(2, { percent: 70 }),
    attempt(1, { percent: 90 }),
    attempt(3, { status: "open", percent: null }),
  ];
  test("is the highest, the first or the last of those handed in", () => {
    expect(percentThatCounts(attempts, "highest")).toBe(90);
    expect(percentThatCounts(attempts, "first")).toBe(90);
    expect(percentThatCounts(attempts, "last")).toBe(70);
    expect(percentThatCounts([], "highest")).toBeNull();
    expect(percentThatCounts(attempts, "average")).toBe(80);
  });

  test("passing follows the attempt that counts", () => {
    const tried = [attempt(1, { percent: 60 }), attempt(2, { percent: 90, passed: true }), attempt(3, { percent: 50 })];
    const by = (attemptThatCounts: "highest" | "first" | "last" | "average") =>
      outcomeOf(tried, { attemptThatCounts, passPercent: 65 }).by?.number ?? null;
    expect([by("highest"), by("first"), by("last"), by("average")]).toEqual([2, null, null, 3]);
  });

  test("an average does not hide a missed critical question", () => {
    const critical = [attempt(1, { percent: 95, passed: false }), attempt(2, { percent: 96, passed: false })];
    expect(outcomeOf(critical, { attemptThatCounts: "average", passPercent: 80 }).passed).toBe(false);
  });
});

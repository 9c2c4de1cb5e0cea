import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AttemptFact,
  deadlineOf,
  isTimeUp,
  mayStart,
  percentThatCounts,
} from "~/domain/assessment/attempt-policy";

const start = new Date("2026-11-23T02:00:00Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const policy = { attempts: 3, delayMinutes: 0, timeLimitMinutes: 20, graceSeconds: 30 };

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
    expect(deadlineOf(start, policy)).toEqual(after(20));
  });

  test("more time never makes it earlier", () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), (limit, extra) => {
        expect(deadlineOf(start, { timeLimitMinutes: limit + extra }).getTime()).toBeGreaterThanOrEqual(
          deadlineOf(start, { timeLimitMinutes: limit }).getTime(),
        );
      }),
    );
  });

  test("the server takes what a slow line brings within the grace, and nothing after it", () => {
    expect(isTimeUp({ deadlineAt: after(20) }, policy, new Date(after(20).getTime() + 30_000))).toBe(false);
    expect(isTimeUp({ deadlineAt: after(20) }, policy, new Date(after(20).getTime() + 30_001))).toBe(true);
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
  });
});

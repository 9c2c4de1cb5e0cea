import { describe, expect, test } from "vitest";
import { accommodationForm, faultOf, isTimeFactor } from "~/domain/assessment/accommodations/accommodation-form";
import { stateOn } from "~/domain/assessment/accommodations/accommodation";
import { reopenRefusal } from "~/domain/assessment/attempt-care/reopening";

const policy = { attemptThatCounts: "highest", passPercent: 75 } as const;
const attempt = (number: number, more: object = {}) => ({
  id: String(number),
  number,
  status: "submitted" as const,
  percent: 50 as number | null,
  passed: false as boolean | null,
  awaitsMarking: false,
  ...more,
});
const refusal = (attempts: ReturnType<typeof attempt>[], attemptId = "1", completed = false) =>
  reopenRefusal({ attemptId, attempts, policy, completed });

describe("reopening", () => {
  test("is for papers that were not passed, and for void ones", () => {
    expect(refusal([attempt(1)])).toBeNull();
    expect(refusal([attempt(1, { status: "voided", percent: null, passed: null })])).toBeNull();
  });

  test("is refused when it is of no use or would take something away", () => {
    expect(refusal([attempt(1, { passed: true, percent: 80 })])).toBe("passed");
    expect(refusal([attempt(1), attempt(2, { passed: true, percent: 80 })])).toBe("passed");
    expect(refusal([attempt(1)], "1", true)).toBe("completed");
    expect(refusal([attempt(1, { status: "open", percent: null, passed: null })])).toBe("still-open");
    expect(refusal([attempt(1), attempt(2, { status: "open", percent: null, passed: null })])).toBe("other-open");
    expect(refusal([attempt(1, { awaitsMarking: true, percent: null, passed: null })])).toBe("awaiting-marking");
    expect(refusal([attempt(1), attempt(2, { awaitsMarking: true, percent: null })])).toBe("awaiting-marking");
  });
});

const wish = {
  course: null,
  timeFactor: 1.5,
  untimed: false,
  extraAttempts: 0,
  closesOn: null,
  validFrom: "2026-11-23",
  validTo: null,
  reason: "Đơn đề nghị",
};

describe("what can be granted", () => {
  test("something that differs from the rules for all, from a day that exists to one not past", () => {
    const fault = (changes: Partial<Parameters<typeof faultOf>[0]>) => faultOf({ ...wish, ...changes }, "2026-11-23");
    expect(fault({})).toBeNull();
    expect(fault({ validFrom: "2026-11-01", validTo: "2026-11-23" })).toBeNull();
    expect(fault({ timeFactor: 1 })).toMatchObject({ fault: "grants-nothing" });
    expect(fault({ timeFactor: 1, untimed: true })).toBeNull();
    expect(fault({ timeFactor: 1, extraAttempts: 1 })).toBeNull();
    expect(fault({ timeFactor: 1, closesOn: "2026-12-01" })).toBeNull();
    expect(fault({ validFrom: "2026-12-02", validTo: "2026-12-01" })).toMatchObject({ fault: "ends-before-it-begins" });
    expect(fault({ validFrom: "2026-11-01", validTo: "2026-11-22" })).toMatchObject({ fault: "already-over" });
    expect(fault({ closesOn: "2026-11-22" })).toMatchObject({ fault: "closes-in-the-past", field: "closesOn" });
    expect(fault({ validFrom: "2206-11-23" })).toMatchObject({ fault: "too-far", field: "validFrom" });
  });

  test("the factor has a comma or a point and lies between 1 and 5", () => {
    const read = (timeFactor: string) =>
      accommodationForm.safeParse({ timeFactor, validFrom: "23/11/2026", reason: "Đơn đề nghị", intent: "grant" }).data
        ?.timeFactor;
    expect(read("1,5")).toBe(1.5);
    expect(read("1.25")).toBe(1.25);
    expect(read(" 5 ")).toBe(5);
    for (const wrong of ["0,5", "5,01", "6", "1,255", "1,5,5", "-2", "hai", "1e1", "Infinity"])
      expect(read(wrong), wrong).toBeUndefined();
    expect([1, 1.1, 1.33, 4.99].every(isTimeFactor)).toBe(true);
  });

  test("it is in force from its first to its last day, both whole", () => {
    const each = { validFrom: "2026-11-20", validTo: "2026-11-25", revoked: null };
    expect(["2026-11-19", "2026-11-20", "2026-11-25", "2026-11-26"].map((day) => stateOn(each, day))).toEqual([
      "later",
      "in-force",
      "in-force",
      "ended",
    ]);
    expect(stateOn({ ...each, revoked: { at: new Date(), byName: "x", reason: "y" } }, "2026-11-21")).toBe("revoked");
  });
});

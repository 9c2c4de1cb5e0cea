import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayToRun, dueBefore, nextRun, readPlan, RECORD_CLASSES, TIMED_CLASSES } from "~/domain/privacy/retention";
import { typedPlan } from "~/domain/privacy/retention-form";

const at = (text: string) => new Date(text);

describe("the retention plan", () => {
  test("whatever stands in the setting, every period lies within its limits and no record class has one", () => {
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.string(), fc.anything()), (setting, days) => {
        for (const value of [setting, { days }]) {
          const plan = readPlan(value);
          for (const { name, least, most } of TIMED_CLASSES) {
            expect(plan.days[name]).toBeGreaterThanOrEqual(least);
            expect(plan.days[name]).toBeLessThanOrEqual(most);
          }
          expect(Object.keys(plan.days)).toEqual(TIMED_CLASSES.map(({ name }) => name));
          expect(Object.keys(plan.rules)).toEqual([...RECORD_CLASSES]);
        }
      }),
    );
  });

  test("says nothing by itself on how long the record is kept", () => {
    expect(Object.values(readPlan(null).rules)).toEqual(RECORD_CLASSES.map(() => ""));
  });

  test("counts whole days of Vietnam: at any hour of a day the same is due", () => {
    const start = at("2026-11-25T17:00:00Z");
    for (const hour of [0, 5, 12, 23.99]) {
      const now = new Date(start.getTime() + hour * 3_600_000);
      expect(dueBefore(30, now)).toEqual(at("2026-10-26T17:00:00Z"));
    }
  });

  test("is carried out from one o'clock at night, once a day", () => {
    expect(dayToRun(at("2026-11-25T17:59:59Z"))).toBeNull();
    expect(dayToRun(at("2026-11-25T18:00:00Z"))).toBe("2026-11-26");
    expect(nextRun("2026-11-26", at("2026-11-26T03:00:00Z"))).toEqual(at("2026-11-26T18:00:00Z"));
    expect(nextRun("2026-11-25", at("2026-11-25T17:10:00Z"))).toEqual(at("2026-11-25T18:00:00Z"));
    // One that was missed is due now.
    expect(nextRun("2026-11-20", at("2026-11-26T03:00:00Z"))).toEqual(at("2026-11-26T03:00:00Z"));
  });

  test("a typed period outside its limits is refused with its field, one that is fixed has none", () => {
    const usual = Object.fromEntries(TIMED_CLASSES.map(({ name, days }) => [name, String(days)]));
    expect(typedPlan({ days: { ...usual, imports: "6", jobs: "1e3", accesses: "" } })).toEqual({
      kind: "refused",
      fields: ["days.imports", "days.jobs", "days.accesses"],
    });
    const typed = typedPlan({ days: { ...usual, sessions: "9999", imports: "90" }, rules: { audit: " 70 năm " } });
    expect(typed).toMatchObject({
      kind: "plan",
      plan: { days: { sessions: 0, imports: 90 }, rules: { audit: "70 năm" } },
    });
  });
});

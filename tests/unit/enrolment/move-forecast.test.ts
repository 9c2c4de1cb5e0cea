import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finishedAfter, forecastMove, type LessonsBetween, type MoverGroup } from "~/domain/enrolment/move-forecast";

const ids = ["a", "b", "c", "d", "e"];
const between: fc.Arbitrary<LessonsBetween> = fc
  .tuple(...ids.map(() => fc.constantFrom("same", "changed", "added", "removed")))
  .map((kinds) => {
    const of = (kind: string) => ids.filter((_, index) => kinds[index] === kind);
    return { same: of("same"), changed: of("changed"), added: of("added"), removed: of("removed") };
  });
const groups: fc.Arbitrary<MoverGroup[]> = fc.array(
  fc.record({
    versionId: fc.constantFrom("v1", "v2"),
    finished: fc.subarray(ids),
    passed: fc.boolean(),
    people: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 6 },
);
const outline = ids.map((id, index) => ({ id, required: index !== 4 }));

describe("A forecast of moving people to another version", () => {
  test("counts everybody once, and nobody has anything to read again when changed lessons stay done", () => {
    fc.assert(
      fc.property(groups, between, between, fc.boolean(), (people, one, two, hasTest) => {
        const input = {
          groups: people,
          between: new Map([
            ["v1", one],
            ["v2", two],
          ]),
          outline,
          hasTest,
        };
        const keep = forecastMove({ ...input, changedLessons: "keep" });
        const unread = forecastMove({ ...input, changedLessons: "unread" });
        expect(keep.people).toBe(people.reduce((sum, group) => sum + group.people, 0));
        expect(unread.people).toBe(keep.people);
        expect(keep.readAgain).toBe(0);
        // Reading more can only keep people from being done.
        expect(unread.complete).toBeLessThanOrEqual(keep.complete);
        expect(Math.max(unread.readAgain, unread.moreToRead, unread.complete)).toBeLessThanOrEqual(unread.people);
      }),
    );
  });

  test("what is finished after the move was finished before, and is a lesson of the new version", () => {
    fc.assert(
      fc.property(
        fc.subarray(ids),
        between,
        fc.constantFrom("keep" as const, "unread" as const),
        (finished, lessons, rule) => {
          const after = finishedAfter(finished, lessons, rule);
          for (const id of after) {
            expect(finished).toContain(id);
            expect([...lessons.same, ...lessons.changed]).toContain(id);
            if (rule === "unread") expect(lessons.same).toContain(id);
          }
        },
      ),
    );
  });

  test("says who is done at once: everything required read, and the test passed where there is one", () => {
    const lessons: LessonsBetween = { same: ["a", "b"], changed: ["c"], added: [], removed: ["e"] };
    const group = (finished: string[], passed: boolean, people: number) => ({
      versionId: "v1",
      finished,
      passed,
      people,
    });
    const input = {
      groups: [group(["a", "b", "c"], true, 3), group(["a", "b", "c"], false, 5), group(["a"], true, 7)],
      between: new Map([["v1", lessons]]),
      outline: ["a", "b", "c"].map((id) => ({ id, required: true })),
    };
    expect(forecastMove({ ...input, hasTest: true, changedLessons: "keep" })).toEqual({
      people: 15,
      readAgain: 0,
      moreToRead: 0,
      complete: 3,
    });
    expect(forecastMove({ ...input, hasTest: false, changedLessons: "unread" })).toMatchObject({
      readAgain: 8,
      complete: 0,
    });
  });
});

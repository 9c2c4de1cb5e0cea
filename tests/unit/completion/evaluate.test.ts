import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, type LearningEvent, type Requirement } from "~/domain/completion/evaluate";

const day = (n: number) => new Date(Date.UTC(2026, 10, n, 3));
const requirement: Requirement = {
  lessons: [
    { id: "mot", title: "Bài một", required: true },
    { id: "hai", title: "Bài hai", required: true },
    { id: "them", title: "Đọc thêm", required: false },
  ],
  test: { passPercent: 80, attempts: 3, attemptThatCounts: "highest" },
  dueOn: "2026-11-20",
};
const lesson = (lessonId: string, n: number): LearningEvent => ({ kind: "lesson-finished", lessonId, at: day(n) });
const graded = (number: number, percent: number, n: number): LearningEvent => ({
  kind: "attempt-graded",
  number,
  percent,
  passed: percent >= 80,
  at: day(n),
});

describe("what else is asked", () => {
  const lessons = [lesson("mot", 2), lesson("hai", 3)];
  const due: LearningEvent = { kind: "remedial", questionId: "q-1", lessonId: "hai", at: day(5), doneAt: null };

  test("a choice that is a violation leaves a part of a lesson to be read again, even when the test is passed", () => {
    const standing = evaluate(requirement, [...lessons, graded(1, 90, 5), due], day(6));
    expect(standing.status).toBe("in-progress");
    expect(standing.missing).toEqual([{ kind: "remedial", questionId: "q-1", lessonId: "hai", title: "Bài hai" }]);
  });

  test("reading it completes the course on that day, and says so", () => {
    const standing = evaluate(requirement, [...lessons, graded(1, 90, 5), { ...due, doneAt: day(7) }], day(8));
    expect(standing).toMatchObject({ status: "completed", completedAt: day(7) });
    expect(standing.because.map(({ kind }) => kind)).toEqual(["lessons-finished", "test-passed", "remedials-read"]);
  });

  test("a paper that waits for an officer is no failed one", () => {
    const standing = evaluate(
      requirement,
      [...lessons, { kind: "attempt-awaits-marking", number: 1, at: day(5) }],
      day(6),
    );
    expect(standing.missing).toEqual([{ kind: "awaits-marking", attempt: 1 }]);
  });
});

describe("why something is not complete, and why it is", () => {
  test("nothing happened: not started, everything missing", () => {
    const standing = evaluate(requirement, [], day(1));
    expect(standing).toMatchObject({ status: "not-started", progressPercent: 0, overdue: false, completedAt: null });
    expect(standing.missing).toEqual([
      { kind: "lesson", lessonId: "mot", title: "Bài một" },
      { kind: "lesson", lessonId: "hai", title: "Bài hai" },
      { kind: "test", attemptsLeft: 3, openAttempt: null },
    ]);
  });

  test("lessons without the test are not completion", () => {
    expect(evaluate(requirement, [lesson("mot", 1), lesson("hai", 2)], day(3))).toMatchObject({
      status: "in-progress",
      progressPercent: 66,
    });
  });

  test("the test without the lessons is not completion", () => {
    expect(evaluate(requirement, [graded(1, 100, 2)], day(3)).missing.map(({ kind }) => kind)).toEqual([
      "lesson",
      "lesson",
    ]);
  });

  test("complete at the moment of the last step, with the reasons", () => {
    const standing = evaluate(
      requirement,
      [lesson("mot", 1), graded(1, 60, 3), graded(2, 85, 5), lesson("hai", 7)],
      day(30),
    );
    expect(standing).toMatchObject({
      status: "completed",
      completedAt: day(7),
      onTime: true,
      overdue: false,
      progressPercent: 100,
      missing: [],
    });
    expect(standing.because).toEqual([
      { kind: "lessons-finished", count: 2, at: day(7) },
      { kind: "test-passed", attempt: 2, percent: 85, passPercent: 80, at: day(5) },
    ]);
  });

  test("all attempts used without passing is said as such", () => {
    const standing = evaluate(
      requirement,
      [lesson("mot", 1), lesson("hai", 1), graded(1, 10, 2), graded(2, 20, 3), graded(3, 30, 4)],
      day(5),
    );
    expect(standing.missing).toEqual([{ kind: "attempts-used-up" }]);
  });

  test("a due day ends at midnight in Viet Nam", () => {
    expect(evaluate(requirement, [], new Date("2026-11-20T16:59:59.999Z")).overdue).toBe(false);
    expect(evaluate(requirement, [], new Date("2026-11-20T17:00:00Z")).overdue).toBe(true);
    const late = [lesson("mot", 1), lesson("hai", 1), { ...graded(1, 90, 1), at: new Date("2026-11-20T17:00:00Z") }];
    expect(evaluate(requirement, late, day(30))).toMatchObject({ status: "completed", onTime: false });
  });
});

describe("laws", () => {
  const events = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant("lesson-finished" as const),
        lessonId: fc.constantFrom("mot", "hai", "them", "la"),
        at: fc.integer({ min: 1, max: 28 }).map(day),
      }),
      fc.record({
        kind: fc.constant("attempt-started" as const),
        number: fc.integer({ min: 1, max: 3 }),
        at: fc.integer({ min: 1, max: 28 }).map(day),
      }),
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 28 }))
        .map(([number, percent, n]) => graded(number, percent, n)),
    ),
    { maxLength: 12 },
  );

  test("an attempt that is told of twice counts the same whichever comes first", () => {
    const both = [lesson("mot", 1), lesson("hai", 1), graded(2, 80, 2), graded(2, 80, 1)];
    expect(evaluate(requirement, both, day(6))).toEqual(evaluate(requirement, both.toReversed(), day(6)));
  });

  test("the order of events does not matter", () => {
    fc.assert(
      fc.property(
        events.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const strip = (standing: ReturnType<typeof evaluate>) => ({
            ...standing,
            missing: new Set(standing.missing.map((each) => JSON.stringify(each))).size,
            because: standing.because.map(({ kind }) => kind),
          });
          expect(strip(evaluate(requirement, shuffled, day(29)))).toEqual(strip(evaluate(requirement, list, day(29))));
        },
      ),
    );
  });

  test("progress lies between 0 and 100, is 100 exactly when completed, and completion misses nothing", () => {
    fc.assert(
      fc.property(events, (list) => {
        const standing = evaluate(requirement, list, day(29));
        expect(standing.progressPercent).toBeGreaterThanOrEqual(0);
        expect(standing.progressPercent === 100).toBe(standing.status === "completed");
        expect(standing.missing.length === 0).toBe(standing.status === "completed");
      }),
    );
  });

  test("one more event never takes completion away", () => {
    fc.assert(
      fc.property(events, events, (before, more) => {
        if (evaluate(requirement, before, day(29)).status !== "completed") return;
        expect(evaluate(requirement, [...before, ...more], day(29)).status).toBe("completed");
      }),
    );
  });

  test("what is on record stays completed under any later requirement", () => {
    const harder: Requirement = {
      lessons: [...requirement.lessons, { id: "moi", title: "Bài mới", required: true }],
      test: { passPercent: 100, attempts: 1, attemptThatCounts: "highest" },
      dueOn: "2026-11-01",
    };
    fc.assert(
      fc.property(events, (list) => {
        expect(evaluate(harder, [...list, { kind: "completion-recorded", at: day(9) }], day(29))).toMatchObject({
          status: "completed",
          completedAt: day(9),
        });
      }),
    );
  });
});

describe("what the record says", () => {
  const because = [{ kind: "test-passed" as const, attempt: 1, percent: 92, passPercent: 80, at: day(9) }];
  const recorded: LearningEvent = { kind: "completion-recorded", at: day(9), revision: 0, onTime: true, because };
  const anything = fc.array(
    fc.oneof(
      fc
        .record({ id: fc.constantFrom("mot", "hai", "them", "la"), n: fc.integer({ min: 1, max: 28 }) })
        .map(({ id, n }) => lesson(id, n)),
      fc
        .record({
          number: fc.integer({ min: 1, max: 4 }),
          percent: fc.integer({ min: 0, max: 100 }),
          n: fc.integer({ min: 1, max: 28 }),
        })
        .map(({ number, percent, n }) => graded(number, percent, n)),
      fc.integer({ min: 1, max: 28 }).map((n): LearningEvent => ({
        kind: "remedial",
        questionId: `q-${n}`,
        lessonId: "hai",
        at: day(n),
        doneAt: null,
      })),
      fc
        .integer({ min: 1, max: 28 })
        .map((n): LearningEvent => ({ kind: "attempt-awaits-marking", number: 3, at: day(n) })),
    ),
    { maxLength: 10 },
  );
  const rules = fc.record({
    lessons: fc.array(
      fc.record({ id: fc.constantFrom("mot", "hai", "moi"), title: fc.constant("x"), required: fc.boolean() }),
      { maxLength: 3 },
    ),
    test: fc.option(
      fc.record({
        passPercent: fc.integer({ min: 1, max: 100 }),
        attempts: fc.integer({ min: 1, max: 5 }),
        attemptThatCounts: fc.constantFrom("highest" as const, "first" as const, "last" as const, "average" as const),
      }),
    ),
    dueOn: fc.option(fc.constantFrom("2026-11-01", "2026-11-09", "2026-12-31")),
  });
  const facts = ({ status, completedAt, onTime, because, overdue }: ReturnType<typeof evaluate>) =>
    JSON.stringify({ status, completedAt, onTime, because, overdue });

  test("is told with the same facts whatever the rules become, whatever is graded again, and in whatever order", () => {
    const given = facts(evaluate(requirement, [recorded], day(10)));
    fc.assert(
      fc.property(rules, anything, fc.integer({ min: 10, max: 28 }), fc.nat(), (rule, events, n, at) => {
        const mixed = [...events];
        mixed.splice(at % (events.length + 1), 0, recorded);
        expect(facts(evaluate(rule, mixed, day(n)))).toBe(given);
      }),
      { numRuns: 300 },
    );
  });

  test("is the highest of several rows, in whatever order they are read", () => {
    const rows: LearningEvent[] = [
      recorded,
      { kind: "completion-voided", at: day(11), revision: 1, by: "HR", reason: "nhầm người" },
      { kind: "completion-recorded", at: day(10), revision: 2, onTime: null },
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [1, 0, 2],
    ]) {
      expect(
        evaluate(
          requirement,
          order.map((index) => rows[index]!),
          day(12),
        ),
      ).toMatchObject({ status: "completed", completedAt: day(10), onTime: null });
    }
  });

  test("void: what was passed until then counts no more, a test that is passed after it does", () => {
    const done = [lesson("mot", 1), lesson("hai", 2), graded(1, 90, 3)];
    const voided: LearningEvent = {
      kind: "completion-voided",
      at: day(5),
      revision: 1,
      by: "HR",
      reason: "nhầm người",
    };
    const open = evaluate(requirement, [...done, voided], day(6));
    expect(open).toMatchObject({ status: "in-progress", countsFrom: day(5), completedAt: null });
    expect(open.missing).toEqual([
      { kind: "voided", at: day(5), by: "HR", reason: "nhầm người" },
      { kind: "test", attemptsLeft: 2, openAttempt: null },
    ]);
    expect(evaluate(requirement, [...done, voided, graded(2, 85, 7)], day(8))).toMatchObject({
      status: "completed",
      completedAt: day(7),
    });
    const withoutTest = { ...requirement, test: null };
    expect(evaluate(withoutTest, [...done, voided], day(6)).missing.map(({ kind }) => kind)).toEqual(["voided"]);
  });
});

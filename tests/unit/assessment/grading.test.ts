import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grade } from "~/domain/assessment/grading";
import { questionTypeOf } from "~/domain/assessment/question-types";
import { responseTo } from "~/use-cases/system/demo-province/responses";
import { paperWith, rules } from "../../support/paper";
import { anyQuestion, matching, multiple, single, trueFalse } from "../../support/questions";

const OPTIONS = ["a", "b", "c", "d"];
const marks = (question: ReturnType<typeof single>, response: unknown) =>
  questionTypeOf(question).grade(question, response);

describe("marks of one question", () => {
  test("single choice: the key or nothing", () => {
    expect(OPTIONS.map((option) => marks(single("q", undefined, "c"), { option }))).toEqual([0, 0, 1, 0]);
  });

  test("multiple response: each right choice earns its share, each wrong one takes one back, never below nothing", () => {
    const question = multiple("q", ["a", "b"]);
    expect(marks(question, { options: ["a", "b"] })).toBe(1);
    expect(marks(question, { options: ["a"] })).toBe(0.5);
    expect(marks(question, { options: ["a", "c"] })).toBe(0);
    expect(marks(question, { options: ["c", "d"] })).toBe(0);
    expect(marks(question, { options: OPTIONS })).toBe(0);
  });

  test("true or false: the key or nothing", () => {
    expect(marks(trueFalse("q", true), { answer: true })).toBe(1);
    expect(marks(trueFalse("q", true), { answer: false })).toBe(0);
  });

  test("matching: each right pair earns its share", () => {
    const question = matching("q");
    expect(
      marks(question, { chosen: { p1: "Vế phải p1 của q", p2: "Vế phải p3 của q", p3: "Vế thừa của q" } }),
    ).toBeCloseTo(1 / 3);
  });

  test("a better answer never scores less: adding a right choice or dropping a wrong one", () => {
    fc.assert(
      fc.property(fc.subarray(OPTIONS, { minLength: 1 }), fc.subarray(OPTIONS), (correct, chosen) => {
        const question = multiple("q", correct);
        const before = marks(question, { options: chosen });
        for (const option of OPTIONS) {
          if (correct.includes(option) && !chosen.includes(option)) {
            expect(marks(question, { options: [...chosen, option] })).toBeGreaterThanOrEqual(before);
          }
          if (!correct.includes(option) && chosen.includes(option)) {
            expect(marks(question, { options: chosen.filter((each) => each !== option) })).toBeGreaterThanOrEqual(
              before,
            );
          }
        }
      }),
    );
  });
});

describe("the grade of a paper", () => {
  const questions = Array.from({ length: 20 }, (_, n) => single(`q-${n}`));
  const paper = paperWith(questions);
  const answers = (right: number) =>
    questions.map(({ id }, n) => ({ questionId: id, response: { option: n < right ? "b" : "a" }, marked: false }));

  test("16 of 20 is 80 percent and passes at 80; 15 does not", () => {
    expect(grade(paper, answers(16), rules(80))).toMatchObject({
      points: 16,
      maxPoints: 20,
      percent: 80,
      passed: true,
    });
    expect(grade(paper, answers(15), rules(80))).toMatchObject({ percent: 75, passed: false });
  });

  test("nobody passes by rounding", () => {
    const three = paperWith([matching("q")]);
    const two = {
      questionId: "q",
      response: { chosen: { p1: "Vế phải p1 của q", p2: "Vế phải p2 của q" } },
      marked: false,
    };
    expect(grade(three, [two], rules(67))).toMatchObject({ percent: 66.66, passed: false });
  });

  test("unanswered questions earn nothing and count", () => {
    expect(grade(paper, answers(20).slice(0, 10), rules(80))).toMatchObject({ points: 10, maxPoints: 20, percent: 50 });
    expect(grade(paper, [], rules(80))).toMatchObject({ points: 0, percent: 0, passed: false });
  });

  test("marks and percent stay within their bounds for any paper and any answers", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyQuestion, { selector: ({ id }) => id, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        (drawn, rights) => {
          const given = drawn.map((question, index) => ({
            questionId: question.id,
            marked: false,
            response: responseTo(question, rights[index % rights.length]!),
          }));
          const result = grade(paperWith(drawn), given, rules(80));
          expect(result.percent).toBeGreaterThanOrEqual(0);
          expect(result.percent).toBeLessThanOrEqual(100);
          expect(result.points).toBeLessThanOrEqual(result.maxPoints);
          // null: of what is written for oneself alone.
          for (const { points, maxPoints } of result.perQuestion) {
            expect(points ?? 0).toBeGreaterThanOrEqual(0);
            expect(points ?? 0).toBeLessThanOrEqual(maxPoints);
          }
        },
      ),
    );
  });
});

import { describe, expect, test } from "vitest";
import { parseQuestion, type Question, QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import { KINDS } from "../../../support/question-kinds";

const OF = new Map<string, Question>(KINDS.map(({ question }) => [question.type, question]).reverse() as never);

/** The faults of a good question after a change, as "place: message". */
function faults(raw: object): string[] {
  const parsed = parseQuestion(raw);
  return parsed.ok ? [] : parsed.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

type Change = (raw: never) => object;
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

/** kind → the change, and the fault that it brings about. */
const FAULTS: Record<string, [fault: string, change: Change][]> = {
  "single-choice": [
    ["options: needs at least two options", ({ options }: { options: object[] }) => ({ options: [options[1]] })],
    ["options: has more than ten options", () => ({ options: times(11, (n) => option(`o${n}`, n === 0)) })],
    ["options.1.id: stands twice", () => ({ options: [option("a", true), { ...option("b"), id: "a" }] })],
    [
      "options.1.text: stands twice",
      () => ({ options: [option("a", true), { ...option("b"), text: "PHƯƠNG  ÁN a" }] }),
    ],
    ["options: needs exactly one correct option", () => ({ options: [option("a", true), option("b", true)] })],
    ["options: needs exactly one correct option", () => ({ options: [option("a"), option("b")] })],
    ["id: must be lower-case letters, digits and hyphens", () => ({ id: "Câu 1" })],
    ["stem: must not be empty", () => ({ stem: "  " })],
    ["explanation: must not be empty", () => ({ explanation: "" })],
    ["marks: must be from 0.25 to 20", () => ({ marks: 0 })],
    ["marks: must be from 0.25 to 20", () => ({ marks: 21 })],
    ["hints: has more than four hints", () => ({ hints: times(5, (n) => `Gợi ý ${n}`) })],
    ["case.title: must not be empty", () => ({ case: { id: "vu-viec", title: "", text: "Chuyện." } })],
  ],
  "multiple-response": [
    ["options: needs at least one correct option", () => ({ options: [option("a"), option("b")] })],
  ],
  "true-false": [["feedback.whenTrue: must not be empty", () => ({ feedback: { whenTrue: "", whenFalse: "Sai." } })]],
  matching: [
    ["pairs: needs at least two pairs", () => ({ pairs: [pair("p1")] })],
    ["pairs: has more than ten pairs", () => ({ pairs: times(11, (n) => pair(`p${n}`)) })],
    ["pairs: a pair id stands twice", () => ({ pairs: [pair("p1"), { ...pair("p1"), left: "Khác" }] })],
    ["pairs: a left side stands twice", () => ({ pairs: [pair("p1"), { ...pair("p1"), id: "p2" }] })],
  ],
  ordering: [
    ["items: needs at least two steps", () => ({ items: [step("s1")] })],
    ["items: has more than ten steps", () => ({ items: times(11, (n) => step(`s${n}`)) })],
    ["items: a step id stands twice", () => ({ items: [step("s1"), { id: "s1", text: "Khác" }] })],
    ["items: a step stands twice", () => ({ items: [step("s1"), { id: "s2", text: "BƯỚC s1" }] })],
  ],
  "inline-choice": [
    ["gaps.0.options: needs at least two options", () => gaps(["đúng"])],
    ["gaps.0.options: has more than ten options", () => gaps(["đúng", ...times(10, String)])],
    ["gaps.0.options: an option stands twice", () => gaps(["đúng", "sai", "Sai"])],
    ["gaps.0.options: needs exactly one correct option", () => gaps(["sai", "khác"])],
    ["gaps: needs at least one gap", () => ({ text: "Không có chỗ trống.", gaps: [] })],
    [
      "gaps: has more than ten gaps",
      () =>
        gaps(
          ["đúng", "sai"],
          times(11, (n) => `g${n}`),
        ),
    ],
    ["gaps.0.id: must stand in the text exactly once", () => ({ ...gaps(["đúng", "sai"]), text: "Không có." })],
    ["gaps.0.id: must stand in the text exactly once", () => ({ ...gaps(["đúng", "sai"]), text: "[[g]] và [[g]]" })],
    ["gaps.1.id: must stand in the text exactly once", () => ({ ...gaps(["đúng", "sai"], ["g", "g"]), text: "[[g]]" })],
    ["text: names a gap that is not in the list", () => ({ ...gaps(["đúng", "sai"]), text: "[[g]] và [[khac]]" })],
  ],
  "short-answer": [
    ["answers: needs at least one answer", () => ({ answers: [] })],
    ["answers: has more than thirty answers", () => ({ answers: times(31, (n) => ({ text: `Lời ${n}` })) })],
    ["answers: needs an answer worth 100 percent", () => ({ answers: [{ text: "một", percent: 50 }] })],
    ["answers.0.text: is longer than 200 characters", () => ({ answers: [{ text: "x".repeat(201) }] })],
  ],
  numeric: [
    ["answers: needs at least one answer", () => ({ answers: [] })],
    ["answers: has more than ten answers", () => ({ answers: times(11, (n) => ({ from: n, to: n })) })],
    ["answers: needs an answer worth 100 percent", () => ({ answers: [{ from: 1, to: 1, percent: 50 }] })],
    ["answers.0: must not begin above its end", () => ({ answers: [{ from: 2, to: 1 }] })],
  ],
  reflection: [
    ["rubric: needs at least one criterion", () => ({ rubric: [] })],
    ["rubric: has more than eight criteria", () => ({ rubric: times(9, (n) => criterion(`c${n}`)) })],
    ["rubric: a criterion id stands twice", () => ({ rubric: [criterion("c"), criterion("c")] })],
    ["rubric: needs a level worth more than nothing", () => ({ rubric: [criterion("c", [0, 0])] })],
    ["rubric.0.levels: needs at least two levels", () => ({ rubric: [criterion("c", [1])] })],
    ["rubric.0.levels: has more than six levels", () => ({ rubric: [criterion("c", [0, 1, 2, 3, 4, 5, 6])] })],
  ],
  dilemma: [
    ["options: needs at least two options", () => ({ options: [way("a", "best")] })],
    ["options: has more than six options", () => ({ options: times(7, (n) => way(`o${n}`, "best")) })],
    ["options: needs a best option", () => ({ options: [way("a", "risky"), way("b", "acceptable")] })],
    [
      "options: an option id stands twice",
      () => ({ options: [way("a", "best"), { ...way("a", "risky"), text: "Khác" }] }),
    ],
    ["options: an option stands twice", () => ({ options: [way("a", "best"), { ...way("a", "risky"), id: "b" }] })],
    ["remedial: must name a lesson, because an option is a violation", () => ({ lesson: undefined })],
  ],
};

const option = (id: string, correct = false) => ({ id, text: `Phương án ${id}`, feedback: `Nhận xét ${id}`, correct });
const pair = (id: string) => ({ id, left: `Trái ${id}`, right: `Phải ${id}` });
const step = (id: string) => ({ id, text: `Bước ${id}` });
const way = (id: string, grade: string) => ({ id, text: `Cách ${id}`, grade, consequence: "Hệ quả." });
const criterion = (id: string, points = [0, 2]) => ({
  id,
  criterion: `Tiêu chí ${id}`,
  levels: points.map((each) => ({ points: each, text: `Mức ${each}` })),
});
/** Gaps with these options each; "đúng" is right. */
const gaps = (options: string[], ids = ["g"]) => ({
  text: ids.map((id) => `[[${id}]]`).join(" "),
  gaps: ids.map((id) => ({ id, options: options.map((text) => ({ text, correct: text === "đúng" })) })),
});

test("every kind has its faults tried", () => {
  expect(Object.keys(FAULTS).sort()).toEqual([...QUESTION_TYPE_NAMES].sort());
});

describe.each(Object.entries(FAULTS))("a question of kind %s", (type, changes) => {
  const good = OF.get(type)!;
  test("is taken as it is", () => expect(faults(good)).toEqual([]));
  test("is refused with a field that nobody knows", () => {
    expect(faults({ ...good, secret: 1 }).join()).toContain("secret");
  });
  test.each(changes)("is refused: %s", (fault, change) => {
    expect(faults({ ...good, ...change(good as never) })).toContain(fault);
  });
});

test("a kind that nobody knows is refused with the list of kinds", () => {
  for (const type of ["essay", "", "__proto__", 3, undefined]) {
    expect(faults({ ...OF.get("single-choice")!, type })).toEqual([
      `type: must be one of ${QUESTION_TYPE_NAMES.join(", ")}`,
    ]);
  }
});

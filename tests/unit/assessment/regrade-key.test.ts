import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { optionRandom, paperView, rebuildPaper } from "~/domain/assessment/paper";
import { type Question, questionTypeOf } from "~/domain/assessment/question-types";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { validateKeyChange } from "~/domain/assessment/regrade/key-change";
import { keyFormOf } from "~/domain/assessment/regrade/key-form";
import { type GivenKey, readKey } from "~/domain/assessment/regrade/read-key";
import { standsAlready } from "~/domain/assessment/regrade/wish";
import {
  anyQuestion,
  dilemma,
  inlineChoice,
  matching,
  multiple,
  numeric,
  ordering,
  reflection,
  shortAnswer,
  single,
  trueFalse,
} from "../../support/questions";

const given = (key: GivenKey["key"], more: Partial<GivenKey> = {}): GivenKey => ({
  key,
  feedback: {},
  explanation: undefined,
  ...more,
});

function newKey(question: Question, key: GivenKey["key"]): Question {
  const read = readKey(question, given(key));
  if (!read.ok) throw new Error(`${read.field}: ${read.fault}`);
  return read.question;
}

const worth = (question: Question, response: unknown) => questionTypeOf(question).grade(question, response);

describe("a new key", () => {
  test("single choice: another option, or a second one that counts as well", () => {
    const other = newKey(single("q"), { right: "c" });
    expect(["b", "c"].map((option) => worth(other, { option }))).toEqual([0, 1]);
    const both = newKey(single("q"), { right: ["b", "c"] });
    expect(["b", "c", "d"].map((option) => worth(both, { option }))).toEqual([1, 1, 0]);
  });

  test("several right answers, true or false", () => {
    expect(worth(newKey(multiple("q", ["a"]), { right: ["a", "d"] }), { options: ["a", "d"] })).toBe(1);
    expect(worth(newKey(trueFalse("q", true), { right: "false" }), { answer: false })).toBe(1);
  });

  test("matching: pairs take one another's sides, and sides that belonged to none", () => {
    const changed = newKey(matching("q"), { p1: "2", p2: "1", p3: "4" });
    const chosen = { p1: "Vế phải p2 của q", p2: "Vế phải p1 của q", p3: "Vế thừa của q" };
    expect(worth(changed, { chosen })).toBe(1);
    expect(changed).toMatchObject({ distractors: ["Vế phải p3 của q"] });
  });

  test("ordering, gaps, grades of a dilemma", () => {
    const turned = newKey(ordering("q"), { s1: "4", s2: "3", s3: "2", s4: "1" });
    expect(worth(turned, { positions: { s1: 4, s2: 3, s3: 2, s4: 1 } })).toBe(1);
    const gaps = newKey(inlineChoice("q"), { "thai-do": "2", "noi-nao": "3" });
    expect(worth(gaps, { chosen: { "thai-do": "né tránh", "noi-nao": "nhà riêng" } })).toBe(1);
    const grades = newKey(dilemma("q"), { a: "risky", b: "best", c: "best", d: "acceptable" });
    expect(["a", "b", "c", "d"].map((option) => worth(grades, { option }))).toEqual([0, 1, 1, 0.5]);
  });

  test("answers that are written, one a line; a line that stays keeps what is said about it", () => {
    const text = newKey(shortAnswer("q"), { answers: "Một cửa\n\n  Điều 14 | 25% \nPhòng *" });
    expect(["một cửa", "dieu 14", "phong 3", "khác"].map((each) => worth(text, { text: each }))).toEqual([
      1, 0.25, 1, 0,
    ]);
    expect(text).toMatchObject({ answers: [{ text: "Một cửa", feedback: "Nhận xét đúng của q" }, {}, {}] });
    const number = newKey(numeric("q"), { answers: "3,5\n-2 – 2,5 | 50%" });
    expect(["3,5", "-1", "3"].map((each) => worth(number, { text: each }))).toEqual([1, 0.5, 0]);
  });

  test("what is said about a choice and the explanation change with it", () => {
    const read = readKey(
      single("q"),
      given({ right: "c" }, { feedback: { c: "Nay là đáp án" }, explanation: " Vì … " }),
    );
    expect(read).toMatchObject({
      ok: true,
      question: {
        explanation: "Vì …",
        options: [{}, { feedback: "Nhận xét b của q" }, { feedback: "Nay là đáp án" }, {}],
      },
    });
  });

  test.each<[string, Question, GivenKey["key"], string, string]>([
    ["nothing ticked", single("q"), {}, "key.right", "nothing-right"],
    ["neither true nor false", trueFalse("q", true), {}, "key.right", "nothing-right"],
    ["a pair without its side", matching("q"), { p1: "1", p2: "9", p3: "2" }, "key.p2", "one-right"],
    ["a place twice", ordering("q"), { s1: "1", s2: "1", s3: "2", s4: "3" }, "key.s1", "each-place-once"],
    ["a place left out", ordering("q"), { s1: "1", s2: "2", s3: "3" }, "key.s1", "each-place-once"],
    ["a gap left open", inlineChoice("q"), { "thai-do": "1" }, "key.noi-nao", "one-right"],
    ["no best way", dilemma("q"), { a: "risky", b: "risky", c: "risky", d: "risky" }, "key.a", "nothing-right"],
    ["no line", shortAnswer("q"), { answers: " \n " }, "key.answers", "answers-missing"],
    ["no line in full", shortAnswer("q"), { answers: "Một cửa | 50%" }, "key.answers", "full-answer-missing"],
    ["more than all", shortAnswer("q"), { answers: "Một cửa | 150%" }, "key.answers", "wrong-percent"],
    ["a line too long", shortAnswer("q"), { answers: "a".repeat(201) }, "key.answers", "answer-too-long"],
    ["a number with a point", numeric("q"), { answers: "1.500" }, "key.answers", "not-a-number"],
    ["a range backwards", numeric("q"), { answers: "5 – 2" }, "key.answers", "not-a-number"],
  ])("%s is refused beside its field", (_, question, key, field, fault) => {
    expect(readKey(question, given(key))).toEqual({ ok: false, field, fault });
  });

  test("a violation needs a lesson to read again", () => {
    const question = { ...dilemma("q"), lesson: undefined, remedial: undefined };
    const key = { a: "best", b: "violation", c: "risky", d: "risky" };
    expect(readKey(question as Question, given(key))).toMatchObject({ ok: false, fault: "remedial-missing" });
  });

  test("what is written for oneself has no key", () => {
    expect(keyFormOf(reflection("q"))).toBeNull();
  });

  test.each<[string, Question]>([
    ["another question", single("khac")],
    [
      "another text of an option",
      { ...single("q"), options: [{ id: "a", text: "Khác", feedback: "x", correct: true }] } as Question,
    ],
    ["another kind", trueFalse("q", true)],
    ["other words", { ...single("q"), stem: "Khác" }],
    ["other marks", { ...single("q"), marks: 3 }],
  ])("%s is not a new key", (_, after) => {
    expect(validateKeyChange(single("q"), after)).toBe("other-question");
  });
});

describe("papers already drawn", () => {
  const moved = (question: Question): Question | null => {
    if (question.type === "matching") return newKey(question, { p1: "4", p2: "3", p3: "1" });
    if (question.type === "ordering") return newKey(question, { s1: "3", s2: "1", s3: "4", s4: "2" });
    if (question.type === "inline-choice") return newKey(question, { "thai-do": "2", "noi-nao": "1" });
    if (question.type === "single-choice") return newKey(question, { right: ["a", "d"] });
    return null;
  };

  test("look the same by the new key, and what is posted from an open page means the same", () => {
    fc.assert(
      fc.property(anyQuestion, fc.string({ minLength: 4 }), (question, seed) => {
        const changed = moved(question);
        if (!changed) return;
        // Once more, from the changed one: the order that papers are drawn from is still the first.
        const again = moved(changed)!;
        const questionsById = new Map([[question.id, question]]);
        const paper = (after: Question) =>
          rebuildPaper({
            policy: { shuffleOptions: true },
            questionsById,
            seed,
            questionIds: [question.id],
            treatment: treatmentOf(
              [{ questionId: question.id, change: { kind: "key", question: after } }],
              questionsById,
            ),
          });
        const [before, ...later] = [question, changed, again].map(paper);
        for (const one of later) {
          expect(paperView(one, [])).toEqual(paperView(before!, []));
          const parts = { "1": "2", "2": "1", "3": "3", "4": "4" };
          const read = ({ questions: [own] }: typeof one) =>
            questionTypeOf(own!).decode(own!, optionRandom(one, own!), true, { own: ["1"], parts });
          expect(read(one)).toEqual(read(before!));
        }
      }),
    );
  });
});

describe("a decision that stands already", () => {
  const question = single("q");
  const stands = (before: Parameters<typeof standsAlready>[0]["change"][], change: (typeof before)[number]) =>
    standsAlready({
      adjustments: before.map((each) => ({ questionId: "q", change: each })),
      questionsById: new Map([["q", question]]),
      questionId: "q",
      change,
    });

  test("is known, whatever kind it is", () => {
    const key = { kind: "key" as const, question: newKey(question, { right: "c" }) };
    for (const change of [
      key,
      { kind: "void" as const },
      { kind: "full-marks" as const },
      { kind: "marks" as const, marks: 2 },
    ]) {
      expect(stands([], change)).toBe(false);
      expect(stands([change], change)).toBe(true);
    }
    expect(stands([], { kind: "marks", marks: 1 })).toBe(true);
    expect(stands([], { kind: "key", question: newKey(question, { right: "b" }) })).toBe(true);
    // The old key again takes "void" back.
    expect(stands([{ kind: "void" }], { kind: "key", question: newKey(question, { right: "b" }) })).toBe(false);
  });

  test("also for kinds that keep the order that papers are drawn from", () => {
    for (const [each, key] of [
      [matching("q"), { p1: "1", p2: "2", p3: "3" }],
      [ordering("q"), { s1: "1", s2: "2", s3: "3", s4: "4" }],
      [inlineChoice("q"), { "thai-do": "1", "noi-nao": "2" }],
    ] as const) {
      const change = { kind: "key" as const, question: newKey(each, key) };
      const input = { adjustments: [], questionsById: new Map([["q", each]]), questionId: "q", change };
      expect(standsAlready(input)).toBe(true);
    }
  });
});

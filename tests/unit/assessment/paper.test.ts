import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeAnswers } from "~/domain/assessment/answers-form";
import { fieldName } from "~/domain/assessment/answer-fields";
import { drawPaper, DrawError, type Paper, paperView } from "~/domain/assessment/paper";
import type { Question } from "~/domain/assessment/question-types";
import { matching, multiple, single, trueFalse } from "../../support/questions";
import { paperWith } from "../../support/paper";

const bank = [
  ...Array.from({ length: 12 }, (_, n) => single(`mot-${n}`, "chu-de-mot", ["a", "b", "c", "d"][n % 4])),
  ...Array.from({ length: 6 }, (_, n) => multiple(`hai-${n}`, ["a", "c"], "chu-de-hai")),
  ...Array.from({ length: 4 }, (_, n) => trueFalse(`ba-${n}`, n % 2 === 0, "chu-de-hai")),
  ...Array.from({ length: 4 }, (_, n) => matching(`bon-${n}`, "chu-de-hai")),
];
const policy = {
  draw: [
    { topic: "chu-de-mot", count: 4 },
    { topic: "chu-de-hai", count: 5 },
  ],
  shuffleQuestions: true,
  shuffleOptions: true,
};
const ids = (paper: Paper) => paper.questions.map(({ id }) => id);

describe("a paper is drawn by its seed", () => {
  test("the same bank, seed and history give the same paper, whatever the order of the rows", () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(bank, { minLength: bank.length }), (seed, shuffled) => {
        const paper = drawPaper({ policy, questions: bank, seed });
        const again = drawPaper({ policy, questions: shuffled, seed });
        expect(ids(again)).toEqual(ids(paper));
        expect(paperView(again, [])).toEqual(paperView(paper, []));
      }),
    );
  });

  test("each topic gives its number, and no question comes twice", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = drawPaper({ policy, questions: bank, seed }).questions;
        expect(new Set(drawn).size).toBe(9);
        expect(drawn.filter(({ topic }) => topic === "chu-de-mot")).toHaveLength(4);
      }),
    );
  });

  test("what was seen the last time comes back only when the others do not suffice", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const avoid = ids(drawPaper({ policy, questions: bank, seed: first }));
        const again = ids(drawPaper({ policy, questions: bank, seed: second, avoid }));
        expect(again.filter((id) => avoid.includes(id))).toEqual([]);
      }),
    );
  });

  test("drafts and retired questions are never drawn", () => {
    const questions = bank.map((question, n): Question =>
      n % 2 ? question : { ...question, status: n % 4 ? "draft" : "retired" },
    );
    const paper = drawPaper({ policy, questions, seed: "x" });
    expect(paper.questions.every(({ status }) => status === "ready")).toBe(true);
  });

  test("a case goes with each of its questions, without its id", () => {
    const shared = { id: "vu-viec", title: "Một vụ việc", text: "Chuyện ở quầy." };
    const questions: Question[] = [{ ...single("q-1"), case: shared }, single("q-2")];
    const view = paperView(paperWith(questions), []).questions;
    expect(view.map((each) => each.case)).toEqual([{ title: "Một vụ việc", text: "Chuyện ở quầy." }, null]);
  });

  test("a bank that is too small is an error that names the topic, not a shorter paper", () => {
    expect(() => drawPaper({ policy, questions: bank.slice(0, 3), seed: "x" })).toThrow(DrawError);
  });

  test("every place of the key is about equally likely", () => {
    const places = [0, 0, 0, 0];
    const one = single("mot-0", "chu-de-mot", "b");
    for (let n = 0; n < 4000; n++) {
      const paper: Paper = paperWith([one], String(n));
      const body = paperView(paper, []).questions[0]!.body;
      if (body.form === "choice") places[body.options.findIndex(({ text }) => text.startsWith("Phương án b"))]! += 1;
    }
    for (const count of places) expect(count).toBeGreaterThan(850);
  });
});

// What holds for every kind of question stands in kinds/.
describe("what is posted for a paper", () => {
  const form = (entries: [string, string][]) => {
    const data = new FormData();
    for (const [name, value] of entries) data.append(name, value);
    return data;
  };

  test("a place that the paper does not have is refused", () => {
    const paper: Paper = paperWith([single("mot-0")]);
    for (const value of ["0", "5", "99", "a", "", " 1", "-1", "1e0"]) {
      expect(decodeAnswers(paper, form([[fieldName("mot-0"), value]]))).toBeNull();
    }
  });

  test("two choices for a single-choice question are refused", () => {
    const paper: Paper = paperWith([single("mot-0")]);
    const name = fieldName("mot-0");
    expect(
      decodeAnswers(
        paper,
        form([
          [name, "1"],
          [name, "2"],
        ]),
      ),
    ).toBeNull();
  });

  test("an empty form is no answer and no error", () => {
    const paper: Paper = paperWith([single("mot-0"), matching("bon-0")]);
    expect(decodeAnswers(paper, form([]))!.map(({ response }) => response)).toEqual([null, null]);
  });

  test("asking for a question that is not on the paper is refused", () => {
    const paper: Paper = paperWith([single("mot-0")]);
    expect(decodeAnswers(paper, form([]), "mot-1")).toBeNull();
  });
});

import { describe, expect, test } from "vitest";
import { onlyQuestion, read, refusals } from "./reading";

describe("Aiken", () => {
  test("questions with either sign behind the letter", () => {
    const report = read(
      "Ai trực?\nA. Anh An\nB. Chị Bình\nANSWER: B\n\nKhi nào?\nA) Sáng\nB) Chiều\nC) Tối\nĐÁP ÁN: C\n",
      "aiken",
    );
    expect(report.taken.map(({ question }) => question)).toMatchObject([
      { stem: "Ai trực?", options: [{ text: "Anh An" }, { text: "Chị Bình", correct: true }] },
      { stem: "Khi nào?", options: [{}, {}, { text: "Tối", correct: true }] },
    ]);
    expect(report.taken.map(({ line }) => line)).toEqual([1, 6]);
  });

  test("each fault with the line of its question", () => {
    const text = `Chỉ một phương án
A) Một
ANSWER: A

A) Không có câu hỏi
B) Thật vậy
ANSWER: A

Không có đáp án
A) Một
B) Hai

Đáp án lạ
A) Một
B) Hai
ANSWER: D

Hai chữ A
A) Một
A) Hai
ANSWER: A

Câu tốt
A)Không có dấu cách
B)Cũng vậy
ANSWER: B

Câu cuối bỏ dở
A) Một`;
    const report = read(text, "aiken");
    expect(refusals(report)).toEqual([
      "1 few-answers",
      "5 no-stem",
      "9 aiken-no-answer",
      "13 aiken-answer-unknown",
      "18 aiken-letter-twice",
      "28 aiken-no-answer",
    ]);
    expect(report.taken.map(({ title }) => title)).toEqual(["Câu tốt"]);
  });
});

const BANK = `topic: chung
title: Chung
questions:
  - id: c-1
    type: true-false
    status: ready
    difficulty: easy
    stem: Đúng không?
    citation: { document: 1847/QĐ-TTg }
    explanation: Vì thế.
    answer: true
    feedback: { whenTrue: Đúng., whenFalse: Sai. }
`;

describe("Our YAML", () => {
  test("a bank file, and its topic for questions that say none", () => {
    expect(onlyQuestion(read(BANK, "yaml"))).toMatchObject({ id: "c-1", topic: "chung", status: "ready" });
  });

  test("a faulty question is refused at the line of its fault, the others are taken", () => {
    const report = read(
      `${BANK}  - id: c-2\n    type: true-false\n    status: xong\n  - id: c-1\n    type: essay\n`,
      "yaml",
    );
    expect(refusals(report)).toEqual(["15 question-invalid", "17 question-invalid"]);
    expect(report.taken).toHaveLength(1);
  });

  test("the same id twice", () => {
    expect(refusals(read(BANK + BANK.slice(BANK.indexOf("  - id")), "yaml"))).toEqual(["13 duplicate-id"]);
  });

  test.each([
    ["questions: [", "yaml-broken"],
    ["a: &a [1]\nb: *a", "yaml-broken"],
    ["chỉ là chữ", "yaml-no-bank"],
    ["questions: []", "no-questions"],
    ["# chỉ có ghi chú", "no-questions"],
  ])("a file that is no bank: %j", (text, rule) => {
    const report = read(text, "yaml");
    expect(report.readable).toBe(false);
    expect(report.refused.map((each) => each.rule)).toEqual([rule]);
  });
});

import { describe, expect, test } from "vitest";
import { writeAiken } from "~/domain/assessment/exchange/aiken/write-aiken";
import { remarkLine } from "~/domain/assessment/exchange/words/describe";
import { writeBankYaml } from "~/domain/assessment/exchange/yaml/write-bank-yaml";
import { dilemma, numeric, ordering, reflection, shortAnswer, single, trueFalse } from "../../support/questions";
import { changes, onlyQuestion, read, refusals } from "./reading";

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

  test("no other kind is written, and each is refused by name", () => {
    const { content, refused } = writeAiken([single("q-1"), dilemma("q-2"), reflection("q-3")]);
    expect(content.match(/ANSWER/g)).toHaveLength(1);
    expect(refused).toMatchObject([
      { id: "q-2", rule: "aiken-single-only", values: { kind: "kind:dilemma" } },
      { id: "q-3", rule: "aiken-single-only", values: { kind: "kind:reflection" } },
    ]);
    expect(remarkLine(refused[0]!, "vi")).toContain("“tình huống”");
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

  const CASES = `cases:\n  - id: tc-1\n    title: Buổi tiếp dân\n    text: Một người đến không hẹn.\n`;

  test("a case stands once, and the question carries it whole", () => {
    const report = read(`${CASES}${BANK}    case: tc-1\n`, "yaml");
    const told = { id: "tc-1", title: "Buổi tiếp dân", text: "Một người đến không hẹn." };
    expect(onlyQuestion(report).case).toEqual(told);
    expect(report.cases).toEqual([{ case: told, line: 2 }]);
    expect(changes(report)).toEqual([]);
  });

  test("a case that is unknown, faulty, told twice or asked about by nobody", () => {
    expect(read(`${CASES}${BANK}    case: tc-2\n`, "yaml").refused).toMatchObject([
      { line: 17, rule: "case-unknown", values: { case: "tc-2", suggestion: "tc-1" } },
    ]);
    expect(refusals(read(`${BANK}    case: { id: x, title: x, text: x }\n`, "yaml"))).toEqual(["13 case-unknown"]);
    const faulty = read(`cases: [{ id: tc-1 }]\n${BANK}`, "yaml");
    expect(refusals(faulty)).toEqual(["1 case-invalid"]);
    expect(remarkLine(faulty.refused[0]!, "vi")).toContain("title bị thiếu; text bị thiếu");
    const twice = `${CASES}${CASES.slice(CASES.indexOf("  - id"))}${BANK}    case: tc-1\n`;
    expect(refusals(read(twice, "yaml"))).toEqual(["5 duplicate-id"]);
    expect(changes(read(`${CASES}${BANK}`, "yaml"))).toEqual(["case-unused"]);
    expect(refusals(read(`cases: không\n${BANK}`, "yaml"))).toEqual(["1 yaml-no-bank"]);
  });

  test("what the readers take anyway is not written", () => {
    const text = [single("q-1"), ordering("q-2"), shortAnswer("q-3"), numeric("q-4"), trueFalse("q-5", true)];
    const { content } = writeBankYaml(text);
    expect(content).not.toMatch(/marks|critical|scoring|caseMatters|accentsMatter|percent: 100|cases|hints/);
    const more = { marks: 2, critical: true, case: { id: "tc-1", title: "T", text: "X" }, scoring: "all-or-nothing" };
    const written = writeBankYaml([ordering("q-2", undefined, more), numeric("q-4", undefined, { case: more.case })]);
    expect(written.content).toContain("cases:\n  - id: tc-1\n    title: T\n    text: X\nquestions:");
    expect(written.content.match(/ {4}case: tc-1\n/g)).toHaveLength(2);
    expect(written.content).toContain("    marks: 2\n    critical: true\n");
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

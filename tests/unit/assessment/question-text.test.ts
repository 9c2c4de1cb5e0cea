import { describe, expect, test } from "vitest";
import { BankFiles } from "~/domain/assessment/bank/bank-files";
import { checkQuestionText, questionTemplate } from "~/domain/assessment/bank/question-text";
import { QUESTION_TYPE_NAMES } from "~/domain/assessment/question-types";
import type { LegalDocument } from "~/domain/documents/document";

const document = { number: "1847/QĐ-TTg", status: "in-force" } as unknown as LegalDocument;
const around = {
  topic: "chu-de",
  title: "Chủ đề",
  register: new Map([[document.number, document]]),
  lessonIds: ["bai-mot"],
};

const FILE = `topic: chu-de
title: Chủ đề
questions:
  # của phòng một cửa
  - id: q-1
    type: true-false
    status: ready # đã duyệt
    difficulty: easy
    stem: "Câu hỏi: q-1"
    citation: { document: 1847/QĐ-TTg }
    explanation: Giải thích
    answer: true
    feedback: { whenTrue: Đúng, whenFalse: Sai }
  - id: q-2
    type: true-false
    status: draft
    difficulty: easy
    stem: Câu hỏi q-2
    citation: { document: 1847/QĐ-TTg }
    explanation: Giải thích
    answer: false
    feedback: { whenTrue: Sai, whenFalse: Đúng }
`;
const banks = () => new BankFiles(new Map([["bank/chu-de.yaml", new TextEncoder().encode(FILE)]]));
const textOf = (bytes: Uint8Array | null | undefined) => new TextDecoder().decode(bytes ?? new Uint8Array());

describe("a question as text", () => {
  test.each(QUESTION_TYPE_NAMES)("of the kind %s begins with something that the checks accept", (kind) => {
    const { problems, question } = checkQuestionText({ ...around, text: questionTemplate(kind, "1847/QĐ-TTg") });
    expect(problems).toEqual([]);
    expect(question).toMatchObject({ type: kind, topic: "chu-de" });
  });

  test("is told its faults at the line and column on which they stand", () => {
    const text = questionTemplate("single-choice", "1847/QĐ-TTg")
      .replace("difficulty: medium", "difficulty: kho")
      .replace("1847/QĐ-TTg", "1/QĐ-KHAC");
    const { problems, question } = checkQuestionText({ ...around, text });
    expect(question).toBeNull();
    expect(problems).toMatchObject([{ line: 4, column: 13 }]);
    const mended = text.replace("kho", "hard");
    expect(checkQuestionText({ ...around, text: mended }).problems).toMatchObject([
      { rule: "document-unregistered", line: 6, column: 23 },
    ]);
    expect(checkQuestionText({ ...around, text: "id: [" }).problems[0]).toMatchObject({ rule: "yaml-syntax", line: 1 });
    expect(checkQuestionText({ ...around, text: "" }).question).toBeNull();
  });

  test("cannot smuggle a second question or another key into the bank", () => {
    const text = `${questionTemplate("true-false", "1847/QĐ-TTg")}\n- id: hai`;
    expect(checkQuestionText({ ...around, text }).question).toBeNull();
    expect(checkQuestionText({ ...around, text: "x: 1\n---\ny: 2" }).question).toBeNull();
  });

  test("goes back into its place; everything around it stays as it is written", () => {
    const files = banks();
    const { text } = files.read("q-1")!;
    expect(text).toContain("status: ready # đã duyệt");
    expect(text).not.toContain("phòng một cửa");
    expect(files.changes().size).toBe(0);
    expect(files.replace("q-1", text)).toBe(true);
    expect(textOf(files.changes().get("bank/chu-de.yaml"))).toBe(FILE);
    files.replace("q-1", text.replace("answer: true", "answer: false"));
    expect(textOf(files.changes().get("bank/chu-de.yaml"))).toBe(FILE.replace("answer: true", "answer: false"));
    expect(files.replace("q-9", text)).toBe(false);
    expect(files.read("q-9")).toBeNull();
  });

  test("that is new stands at the end of its bank, or begins one", () => {
    const files = banks();
    files.add({ topic: "chu-de", title: "Chủ đề", text: questionTemplate("true-false", "1847/QĐ-TTg") });
    files.add({ topic: "moi", title: "Mới", text: questionTemplate("true-false", "1847/QĐ-TTg") });
    const changes = files.changes();
    expect(textOf(changes.get("bank/chu-de.yaml"))).toMatch(/^topic[^]*q-2[^]*ma-cau-hoi/);
    expect(textOf(changes.get("bank/moi.yaml"))).toMatch(/^topic: moi\ntitle: Mới\nquestions:\n {2}- id: ma-cau-hoi/);
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parse, stringify } from "yaml";

export const EDITION_SLUG = "co-goi-y";
const FOLDER = `tests/e2e/content/courses/${EDITION_SLUG}`;
const bytes = (text: string) => new TextEncoder().encode(text);

/** What somebody may bring in from outside: other keys, other rules, other lessons under the same name. */
export interface Edition {
  wrongKeys: number[];
  left: number;
  passPercent: number;
  draw: number;
  attemptThatCounts: "highest" | "last" | "average";
  lesson: string;
  moreLessons: boolean;
  title: string;
}

export const edition: fc.Arbitrary<Edition> = fc.record({
  wrongKeys: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 9 }),
  left: fc.integer({ min: 4, max: 9 }),
  passPercent: fc.integer({ min: 1, max: 100 }),
  draw: fc.integer({ min: 1, max: 4 }),
  attemptThatCounts: fc.constantFrom("highest", "last", "average"),
  lesson: fc.constantFrom("Nghe hết rồi mới hướng dẫn.", "Xin lỗi khi trễ hẹn.", "Giải thích một lần cho rõ."),
  moreLessons: fc.boolean(),
  title: fc.constantFrom("Luyện tập có gợi ý", "Khóa đã đổi tên"),
});
export const BASE: Edition = {
  wrongKeys: [],
  left: 9,
  passPercent: 60,
  draw: 3,
  attemptThatCounts: "highest",
  lesson: "Nghe hết rồi mới hướng dẫn.",
  moreLessons: false,
  title: "Luyện tập có gợi ý",
};

const LESSON = (id: string, text: string) => `---
id: ${id}
title: Bài ${id}
summary: Một bài ngắn.
objectives: [Biết lắng nghe]
legalBasis:
  - { document: 1847/QĐ-TTg }
reviewedOn: 2026-11-01
reviewedBy: Sở Nội vụ
reviewAgainBy: 2027-11-01
---

## Lắng nghe

${text}
`;

interface BankFile {
  questions: { options: { correct?: boolean }[] }[];
}

const read = <T>(name: string) => parse(readFileSync(path.join(FOLDER, name), "utf8")) as T;
const { honourStatement: _, ...policy } = read<{ honourStatement?: string }>("test.yaml");
const original = {
  course: read<object>("course.yaml"),
  test: { ...policy, feedback: "at-end", paceCheck: false },
  bank: read<BankFile>("bank/luyen-tap.yaml"),
};

/** The folder of a course, as that edition has it. */
export function filesOf(of: Edition): Map<string, Uint8Array> {
  const { course, test: rules, bank } = original;
  const questions = bank.questions.slice(0, of.left).map((question, index) => {
    if (!of.wrongKeys.includes(index)) return question;
    const [first, second, ...rest] = question.options;
    const { correct: _, ...wrong } = first!;
    return { ...question, options: [wrong, { ...second, correct: true }, ...rest] };
  });
  const lessons = [
    { file: "01-bai-mot", required: true },
    ...(of.moreLessons ? [{ file: "02-them", required: true }] : []),
  ];
  const { attemptThatCounts, passPercent, draw } = of;
  const ownRules = { ...rules, attemptThatCounts, passPercent, draw: [{ topic: "luyen-tap", count: draw }] };
  return new Map([
    ["course.yaml", bytes(stringify({ ...course, title: of.title, lessons }))],
    ["test.yaml", bytes(stringify(ownRules))],
    ["bank/luyen-tap.yaml", bytes(stringify({ ...bank, questions }))],
    ["lessons/01-bai-mot.mdx", bytes(LESSON("bai-mot", of.lesson))],
    ...(of.moreLessons ? ([["lessons/02-them.mdx", bytes(LESSON("them", of.lesson))]] as const) : []),
  ]);
}

import fc from "fast-check";
import { parseQuestion, type Question } from "~/domain/assessment/question-types";

const base = (id: string, topic = "chu-de") => ({
  id,
  topic,
  status: "ready",
  difficulty: "easy",
  stem: `Câu hỏi ${id}`,
  citation: { document: "1847/QĐ-TTg" },
  explanation: `Giải thích ${id}`,
});

/** A question read by the real reader; a test that builds a wrong one fails at once. */
export function question(raw: object): Question {
  const parsed = parseQuestion(raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.question;
}

export const single = (id: string, topic?: string, correct = "b") =>
  question({
    ...base(id, topic),
    type: "single-choice",
    options: ["a", "b", "c", "d"].map((option) => ({
      id: option,
      text: `Phương án ${option} của ${id}`,
      feedback: `Nhận xét ${option} của ${id}`,
      ...(option === correct ? { correct: true } : {}),
    })),
  });

export const multiple = (id: string, correct: string[], topic?: string) =>
  question({
    ...base(id, topic),
    type: "multiple-response",
    options: ["a", "b", "c", "d"].map((option) => ({
      id: option,
      text: `Phương án ${option} của ${id}`,
      feedback: `Nhận xét ${option} của ${id}`,
      correct: correct.includes(option),
    })),
  });

export const trueFalse = (id: string, answer: boolean, topic?: string) =>
  question({
    ...base(id, topic),
    type: "true-false",
    answer,
    feedback: { whenTrue: `Nhận xét đúng của ${id}`, whenFalse: `Nhận xét sai của ${id}` },
  });

export const matching = (id: string, topic?: string) =>
  question({
    ...base(id, topic),
    type: "matching",
    pairs: ["p1", "p2", "p3"].map((pair) => ({
      id: pair,
      left: `Vế trái ${pair} của ${id}`,
      right: `Vế phải ${pair} của ${id}`,
      feedback: `Nhận xét ${pair} của ${id}`,
    })),
    distractors: [`Vế thừa của ${id}`],
  });

/** `more`: whatever else of the kind, `rubric`, `scoring`, … */
export const ordering = (id: string, topic?: string, more: object = {}) =>
  question({
    ...base(id, topic),
    type: "ordering",
    items: ["s1", "s2", "s3", "s4"].map((item) => ({ id: item, text: `Bước ${item} của ${id}` })),
    ...more,
  });

/** Two gaps, "thai-do" and "noi-nao"; the first option of the first and the second of the second are right. */
export const inlineChoice = (id: string, topic?: string, more: object = {}) =>
  question({
    ...base(id, topic),
    type: "inline-choice",
    text: `Công chức phải [[thai-do]] người dân ở [[noi-nao]] trong ${id}.`,
    gaps: [
      {
        id: "thai-do",
        options: [
          { text: "tôn trọng", correct: true, feedback: `Nhận xét tôn trọng của ${id}` },
          { text: "né tránh", feedback: `Nhận xét né tránh của ${id}` },
        ],
      },
      { id: "noi-nao", options: [{ text: "nơi làm thêm" }, { text: "mọi nơi", correct: true }, { text: "nhà riêng" }] },
    ],
    ...more,
  });

/** "Một cửa" in full, "*cửa" for half of the marks. */
export const shortAnswer = (id: string, topic?: string, more: object = {}) =>
  question({
    ...base(id, topic),
    type: "short-answer",
    answers: [
      { text: "Một cửa", feedback: `Nhận xét đúng của ${id}` },
      { text: "*cửa", percent: 50, feedback: `Nhận xét gần đúng của ${id}` },
    ],
    wrongFeedback: `Nhận xét sai của ${id}`,
    ...more,
  });

/** 3 in full, from 2 to 5 for half of the marks. */
export const numeric = (id: string, topic?: string, more: object = {}) =>
  question({
    ...base(id, topic),
    type: "numeric",
    answers: [
      { from: 3, to: 3, feedback: `Nhận xét đúng của ${id}` },
      { from: 2, to: 5, percent: 50, feedback: `Nhận xét gần đúng của ${id}` },
    ],
    unit: "ngày",
    wrongFeedback: `Nhận xét sai của ${id}`,
    ...more,
  });

/** Counts for nothing, unless `more` has a `rubric`. */
export const reflection = (id: string, topic?: string, more: object = {}) =>
  question({ ...base(id, topic), type: "reflection", minWords: 20, ...more });

/** Options "a" (best), "b" (acceptable), "c" (risky), "d" (violation). */
export const dilemma = (id: string, topic?: string, more: object = {}) =>
  question({
    ...base(id, topic),
    type: "dilemma",
    lesson: "bai-hoc",
    options: (["best", "acceptable", "risky", "violation"] as const).map((grade, index) => ({
      id: "abcd"[index],
      text: `Cách xử lý ${grade} của ${id}`,
      grade,
      consequence: `Hệ quả ${grade} của ${id}`,
    })),
    ...more,
  });

/** Any question of any kind. */
export const anyQuestion: fc.Arbitrary<Question> = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 9 }),
    fc.subarray(["a", "b", "c", "d"], { minLength: 1 }),
    fc.boolean(),
  )
  .map(([number, kind, correct, answer]) => {
    const id = `q-${number}`;
    const kinds = [
      () => single(id, undefined, correct[0]),
      () => multiple(id, correct),
      () => trueFalse(id, answer),
      () => matching(id),
      () => ordering(id),
      () => inlineChoice(id),
      () => shortAnswer(id),
      () => numeric(id),
      () => reflection(id),
      () => dilemma(id),
    ];
    return kinds[kind]!();
  });

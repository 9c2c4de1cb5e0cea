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

/** Any question of any kind. */
export const anyQuestion: fc.Arbitrary<Question> = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 3 }),
    fc.subarray(["a", "b", "c", "d"], { minLength: 1 }),
    fc.boolean(),
  )
  .map(([number, kind, correct, answer]) => {
    const id = `q-${number}`;
    if (kind === 0) return single(id, undefined, correct[0]);
    if (kind === 1) return multiple(id, correct);
    if (kind === 2) return trueFalse(id, answer);
    return matching(id);
  });

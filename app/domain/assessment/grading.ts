import type { Paper, StoredAnswer } from "./paper";
import { questionTypeOf } from "./question-types";

export interface Grade {
  points: number;
  maxPoints: number;
  /** Two decimals, rounded down: nobody passes by rounding. */
  percent: number;
  passed: boolean;
  perQuestion: { questionId: string; points: number }[];
}

const fourDecimals = (value: number) => Math.round(value * 10_000) / 10_000;

/** One point a question; unanswered questions earn nothing. */
export function grade(paper: Paper, answers: readonly StoredAnswer[], passPercent: number): Grade {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer.response]));
  const fractions = paper.questions.map((question) => {
    const response = byQuestion.get(question.id);
    return response == null ? 0 : Math.min(1, Math.max(0, questionTypeOf(question).grade(question, response)));
  });
  const maxPoints = fractions.length;
  const sum = fractions.reduce((total, fraction) => total + fraction, 0);
  // From the exact sum, not from rounded points. The small term undoes binary fractions: 16 of 20 is 80, not 79.999….
  const percent = maxPoints === 0 ? 0 : Math.floor((sum / maxPoints) * 10_000 + 1e-6) / 100;
  return {
    points: fourDecimals(sum),
    maxPoints,
    percent,
    passed: percent >= passPercent,
    perQuestion: paper.questions.map(({ id }, index) => ({ questionId: id, points: fourDecimals(fractions[index]!) })),
  };
}

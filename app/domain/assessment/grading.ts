import type { TestPolicy } from "../courses/course";
import type { Paper, StoredAnswer } from "./paper";
import { questionTypeOf, type Question } from "./question-types";

export interface Grade {
  points: number;
  maxPoints: number;
  /** Two decimals, rounded down: nobody passes by rounding. null while an officer has still to mark an answer. */
  percent: number | null;
  passed: boolean | null;
  awaitsMarking: boolean;
  /** Critical questions that were not answered well enough: reason enough not to pass. */
  criticalMissed: string[];
  /** null: not marked yet, or counting for nothing. */
  perQuestion: { questionId: string; points: number | null; maxPoints: number }[];
}

export type GradingRules = Pick<TestPolicy, "passPercent" | "feedback" | "hintPenaltyPercent">;

const fourDecimals = (value: number) => Math.round(value * 10_000) / 10_000;
const within = (value: number, most: number) => Math.min(most, Math.max(0, value));

/** The most that a question can earn in this paper: nothing when it was voided, or is written for oneself alone. */
export function maxPointsOf(paper: Pick<Paper, "treatment">, question: Question): number {
  if (paper.treatment.voided.has(question.id)) return 0;
  return questionTypeOf(question).scoring?.(question) === "none" ? 0 : question.marks;
}

/**
 * What a paper is worth: each question its marks, unanswered questions nothing. With hints each try before the last costs its
 * part. Passed: the percent is reached and every critical question was answered well enough.
 */
export function grade(paper: Paper, answers: readonly StoredAnswer[], rules: GradingRules): Grade {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  const graded = paper.questions.map((question) => gradeOne(paper, question, byQuestion.get(question.id), rules));
  const maxPoints = graded.reduce((sum, each) => sum + each.maxPoints, 0);
  const points = graded.reduce((sum, each) => sum + (each.points ?? 0), 0);
  const awaitsMarking = graded.some((each) => each.awaits);
  // From the exact sum, not from rounded points. The small term undoes binary fractions: 16 of 20 is 80, not 79.999…. A paper
  // of which every question was voided is nobody's fault.
  const percent = maxPoints === 0 ? 100 : Math.floor((points / maxPoints) * 10_000 + 1e-6) / 100;
  const criticalMissed = graded.filter((each) => each.criticalMissed).map((each) => each.questionId);
  return {
    points: fourDecimals(points),
    maxPoints: fourDecimals(maxPoints),
    percent: awaitsMarking ? null : percent,
    passed: awaitsMarking ? null : percent >= rules.passPercent && criticalMissed.length === 0,
    awaitsMarking,
    criticalMissed,
    perQuestion: graded.map((each) => ({
      questionId: each.questionId,
      points: each.points === null ? null : fourDecimals(each.points),
      maxPoints: each.maxPoints,
    })),
  };
}

interface Graded {
  questionId: string;
  points: number | null;
  maxPoints: number;
  awaits: boolean;
  criticalMissed: boolean;
}

function gradeOne(paper: Paper, question: Question, answer: StoredAnswer | undefined, rules: GradingRules): Graded {
  const kind = questionTypeOf(question);
  const maxPoints = maxPointsOf(paper, question);
  const base = { questionId: question.id, maxPoints, awaits: false, criticalMissed: false };
  if (maxPoints === 0) return { ...base, points: null };
  if (paper.treatment.fullMarks.has(question.id)) return { ...base, points: maxPoints };
  const response = answer?.response ?? null;
  if (kind.scoring?.(question) === "officer") {
    const marked = answer?.markedPoints ?? null;
    if (response === null) return { ...base, points: 0, criticalMissed: question.critical };
    if (marked === null) return { ...base, points: null, awaits: true };
    const points = within(marked, maxPoints);
    return { ...base, points, criticalMissed: question.critical && points < maxPoints / 2 };
  }
  const share = response === null ? 0 : within(kind.grade(question, response), 1);
  const suffices = response !== null && (kind.suffices?.(question, response) ?? share >= 1);
  const costs =
    rules.feedback === "with-hints" ? (Math.max(0, (answer?.tries ?? 0) - 1) * rules.hintPenaltyPercent) / 100 : 0;
  return { ...base, points: maxPoints * share * within(1 - costs, 1), criticalMissed: question.critical && !suffices };
}

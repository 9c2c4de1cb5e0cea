import type { TestPolicy } from "../courses/course";
import type { StoredAttempt } from "./attempt-store.server";
import { type Grade, grade } from "./grading";
import { type Paper, rebuildPaper, type StoredAnswer } from "./paper";
import type { Question } from "./question-types";
import { treatmentOf } from "./regrade/adjustment";

/** The paper of an attempt and what it is worth with these answers. */
export function gradeAttempt(input: {
  attempt: Pick<StoredAttempt, "seed" | "questionIds" | "adjustments">;
  policy: TestPolicy;
  questionsById: ReadonlyMap<string, Question>;
  answers: readonly StoredAnswer[];
}): { paper: Paper; grade: Grade } {
  const { attempt, policy, questionsById } = input;
  const treatment = treatmentOf(attempt.adjustments, questionsById);
  const paper = rebuildPaper({ policy, questionsById, ...attempt, treatment });
  return { paper, grade: grade(paper, input.answers, policy) };
}

export type Worth = Pick<StoredAttempt, "points" | "percent" | "passed" | "awaitsMarking">;

export const worthOf = ({ points, percent, passed, awaitsMarking }: Worth): Worth => ({
  points,
  percent,
  passed,
  awaitsMarking,
});

/** Would a result that was told become a worse one, or none? */
export function lowers(before: Pick<Worth, "percent" | "passed">, after: Pick<Worth, "percent" | "passed">): boolean {
  if (before.percent === null) return false;
  return after.percent === null || after.percent < before.percent || (before.passed === true && after.passed !== true);
}

import type { TestPolicy } from "../courses/course";
import type { Paper, StoredAnswer } from "./paper";
import { questionTypeOf, type Question } from "./question-types";
import { reviewQuestion, type ReviewedQuestion } from "./result-view";

/** How an answer stands in a test that tells before the end. */
export interface CheckState {
  tries: number;
  triesLeft: number;
  /** It changes no more. */
  settled: boolean;
  /** The hints that were earned by tries so far. */
  hints: string[];
  /** Of a settled answer, as far as the policy lets it be seen during the test. */
  review: ReviewedQuestion | null;
}

type Rules = Pick<TestPolicy, "feedback" | "review">;

/** How often an answer can be checked: once, or once more for each hint. */
export function triesAllowed(question: Question, { feedback }: Pick<TestPolicy, "feedback">): number {
  return feedback === "with-hints" ? (question.hints?.length ?? 0) + 1 : 1;
}

/** Is an answer settled by being checked now, as its `tries`-th try? A right one is, and the last one. */
export function settles(input: { question: Question; policy: Rules; tries: number; response: unknown }): boolean {
  const { question, policy, tries, response } = input;
  const kind = questionTypeOf(question);
  const byKey = (kind.scoring?.(question) ?? "key") === "key";
  return !byKey || kind.grade(question, response) >= 1 || tries >= triesAllowed(question, policy);
}

/** null in a test that tells at the end: then nothing of this leaves the server. */
export function checkState(input: {
  paper: Paper;
  question: Question;
  number: number;
  answer: StoredAnswer | undefined;
  policy: Rules;
}): CheckState | null {
  const { paper, question, number, answer, policy } = input;
  if (policy.feedback === "at-end") return null;
  const tries = answer?.tries ?? 0;
  const settled = Boolean(answer?.settledAt);
  return {
    tries,
    triesLeft: settled ? 0 : Math.max(0, triesAllowed(question, policy) - tries),
    settled,
    hints: settled ? [] : (question.hints ?? []).slice(0, tries),
    review:
      settled && answer
        ? reviewQuestion({
            paper,
            question,
            number,
            answer: { ...answer, points: null },
            allowed: policy.review.during,
          })
        : null,
  };
}

import type { Citation, TestPolicy } from "../courses/course";
import type { AttemptFact } from "./attempt-policy";
import { caseOnPaper, optionRandom, type Paper, type StoredAnswer } from "./paper";
import type { ReviewItem } from "./policy";
import { questionTypeOf } from "./question-types";
import type { ReviewForm } from "./question-types/question-type";

export interface ReviewedQuestion {
  id: string;
  number: number;
  stem: string;
  /** The situation that the question asks about. */
  case: { title: string; text: string } | null;
  /** null when the policy does not let it be seen yet. */
  outcome: "right" | "partly" | "wrong" | "unanswered" | null;
  points: number | null;
  body: ReviewForm | null;
  explanation: string | null;
  citation: Citation | null;
  lesson: string | null;
}

export interface ResultView {
  number: number;
  submittedAt: Date;
  byTimer: boolean;
  percent: number;
  points: number;
  maxPoints: number;
  passed: boolean;
  passPercent: number;
  attemptsLeft: number;
  /** What the policy lets be seen now, and whether more will be seen later. */
  allowed: ReviewItem[];
  moreLater: boolean;
  questions: ReviewedQuestion[];
}

/** Passing, or using up the attempts, finishes a test; until then a review must not give the next paper away. */
export function reviewItems(policy: TestPolicy, attempts: readonly AttemptFact[]): ReviewItem[] {
  return isFinished(policy, attempts) ? policy.review.whenFinished : policy.review.whileAttemptsRemain;
}

export function isFinished(policy: TestPolicy, attempts: readonly AttemptFact[]): boolean {
  const counted = attempts.filter((attempt) => attempt.status !== "voided");
  if (counted.some((attempt) => attempt.status === "open")) return false;
  return counted.some((attempt) => attempt.passed) || counted.length >= policy.attempts;
}

/** What may be shown of a graded attempt now, and nothing beyond it. */
export function resultView(input: {
  policy: TestPolicy;
  paper: Paper;
  answers: readonly (StoredAnswer & { points: number | null })[];
  attempt: AttemptFact & { byTimer: boolean; points: number; maxPoints: number };
  attempts: readonly AttemptFact[];
}): ResultView {
  const { policy, paper, attempt } = input;
  const allowed = reviewItems(policy, input.attempts);
  const allows = (item: ReviewItem) => allowed.includes(item);
  const byQuestion = new Map(input.answers.map((answer) => [answer.questionId, answer]));
  const counted = input.attempts.filter((each) => each.status !== "voided").length;
  return {
    number: attempt.number,
    submittedAt: attempt.submittedAt ?? attempt.deadlineAt,
    byTimer: attempt.byTimer,
    percent: attempt.percent ?? 0,
    points: attempt.points,
    maxPoints: attempt.maxPoints,
    passed: attempt.passed === true,
    passPercent: policy.passPercent,
    attemptsLeft: input.attempts.some((each) => each.passed) ? 0 : Math.max(0, policy.attempts - counted),
    allowed,
    moreLater: policy.review.whenFinished.some((item) => !allowed.includes(item)),
    questions: paper.questions.map((question, index) => {
      const answer = byQuestion.get(question.id);
      const response = answer?.response ?? null;
      const points = answer?.points ?? 0;
      const shown = allows("response") || allows("rightAnswer") || allows("feedback");
      return {
        id: question.id,
        number: index + 1,
        stem: question.stem,
        case: caseOnPaper(question),
        outcome: !allows("correctness")
          ? null
          : response === null
            ? "unanswered"
            : points >= 1
              ? "right"
              : points > 0
                ? "partly"
                : "wrong",
        points: allows("marks") ? points : null,
        body: shown
          ? questionTypeOf(question).review({
              question,
              response,
              random: optionRandom(paper, question),
              shuffle: paper.shuffleOptions,
              allowed: {
                response: allows("response"),
                correctness: allows("correctness"),
                rightAnswer: allows("rightAnswer"),
                feedback: allows("feedback"),
              },
            })
          : null,
        explanation: allows("explanation") ? question.explanation : null,
        citation: allows("citation") ? question.citation : null,
        lesson: question.lesson ?? null,
      };
    }),
  };
}

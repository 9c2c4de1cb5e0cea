import type { Citation, TestPolicy } from "../courses/course";
import { type Allowance, type AttemptFact, attemptsAllowed, NO_ALLOWANCE, outcomeOf } from "./attempt-policy";
import { maxPointsOf } from "./grading";
import { caseOnPaper, optionRandom, type Paper, type StoredAnswer } from "./paper";
import type { ReviewItem } from "./policy";
import { questionTypeOf, type Question } from "./question-types";
import type { ReviewForm } from "./question-types/question-type";
import { reviewItems } from "./review-policy";

export type ReviewOutcome = "right" | "partly" | "wrong" | "unanswered" | "awaiting" | "not-scored" | "void";

export interface ReviewedQuestion {
  id: string;
  number: number;
  stem: string;
  /** The situation that the question asks about. */
  case: { title: string; text: string } | null;
  /** null when the policy does not let it be seen yet. */
  outcome: ReviewOutcome | null;
  points: number | null;
  maxPoints: number | null;
  /** Everybody got its full marks by a later decision. */
  fullMarks: boolean;
  body: ReviewForm | null;
  explanation: string | null;
  citation: Citation | null;
  lesson: string | null;
}

export interface ResultView {
  number: number;
  submittedAt: Date;
  byTimer: boolean;
  /** null while an officer has still to mark an answer. */
  percent: number | null;
  points: number;
  maxPoints: number;
  passed: boolean | null;
  passPercent: number;
  /** Stems of critical questions that were missed, when correctness may be seen; otherwise only their number. */
  criticalMissed: number;
  attemptsLeft: number;
  /** What the policy lets be seen now, and whether more will be seen later. */
  allowed: ReviewItem[];
  moreLater: boolean;
  overall: string | null;
  questions: ReviewedQuestion[];
}

export type GradedAnswer = StoredAnswer & { points: number | null };

/** One question with its answer, as far as it may be seen. */
export function reviewQuestion(input: {
  paper: Paper;
  question: Question;
  number: number;
  answer: GradedAnswer | undefined;
  allowed: readonly ReviewItem[];
}): ReviewedQuestion {
  const { paper, question, number, answer } = input;
  const allows = (item: ReviewItem) => input.allowed.includes(item);
  const response = answer?.response ?? null;
  const shown = allows("response") || allows("rightAnswer") || allows("feedback");
  const maxPoints = maxPointsOf(paper, question);
  // Full marks for everybody are also those of who left it out, and has no answer to write them at.
  const earned = paper.treatment.fullMarks.has(question.id) ? maxPoints : (answer?.points ?? 0);
  return {
    id: question.id,
    number,
    stem: question.stem,
    case: caseOnPaper(question),
    outcome: allows("correctness") ? outcome(paper, question, answer, maxPoints) : null,
    points: allows("marks") && maxPoints > 0 ? earned : null,
    maxPoints: allows("marks") && maxPoints > 0 ? maxPoints : null,
    fullMarks: allows("correctness") && paper.treatment.fullMarks.has(question.id),
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
}

function outcome(paper: Paper, question: Question, answer: GradedAnswer | undefined, maxPoints: number): ReviewOutcome {
  if (paper.treatment.voided.has(question.id)) return "void";
  if (maxPoints === 0) return "not-scored";
  const response = answer?.response ?? null;
  if (response === null) return "unanswered";
  const kind = questionTypeOf(question);
  if (kind.scoring?.(question) === "officer") {
    if (answer!.points === null) return "awaiting";
    return answer!.points >= maxPoints ? "right" : answer!.points > 0 ? "partly" : "wrong";
  }
  // By the answer itself and not by its marks: a try that cost something was still right in the end.
  const share = kind.grade(question, response);
  return share >= 1 ? "right" : share > 0 ? "partly" : "wrong";
}

/** What may be shown of a graded attempt now, and nothing beyond it. */
export function resultView(input: {
  policy: TestPolicy;
  paper: Paper;
  answers: readonly GradedAnswer[];
  attempt: AttemptFact & { byTimer: boolean; points: number; maxPoints: number };
  attempts: readonly AttemptFact[];
  criticalMissed?: number;
  allowance?: Allowance;
  now: Date;
}): ResultView {
  const { policy, paper, attempt, attempts, now, allowance = NO_ALLOWANCE } = input;
  const submittedAt = attempt.submittedAt ?? attempt.deadlineAt;
  const allowed = reviewItems({ policy, allowance, attempts, now, submittedAt });
  const byQuestion = new Map(input.answers.map((answer) => [answer.questionId, answer]));
  const counted = attempts.filter((each) => each.status !== "voided").length;
  const attemptsLeft = outcomeOf(attempts, policy).passed
    ? 0
    : Math.max(0, attemptsAllowed(policy, allowance) - counted);
  const overall = [...policy.overallFeedback]
    .sort((a, b) => b.from - a.from)
    .find(({ from }) => attempt.percent !== null && attempt.percent >= from);
  return {
    number: attempt.number,
    submittedAt,
    byTimer: attempt.byTimer,
    percent: attempt.percent,
    points: attempt.points,
    maxPoints: attempt.maxPoints,
    passed: attempt.passed,
    passPercent: policy.passPercent,
    criticalMissed: input.criticalMissed ?? 0,
    attemptsLeft,
    allowed,
    moreLater: policy.review.whenFinished.some((item) => !allowed.includes(item)),
    overall: allowed.includes("overall") ? (overall?.text ?? null) : null,
    questions: paper.questions.map((question, index) =>
      reviewQuestion({ paper, question, number: index + 1, answer: byQuestion.get(question.id), allowed }),
    ),
  };
}

/** What somebody wishes to decide, and what becomes of it on the question as it stands by then. */
import type { Question } from "../question-types";
import { type Adjustment, type QuestionAdjustment, treatmentOf } from "./adjustment";
import { type KeyFault, sameContent } from "./key-change";
import { changesOffered } from "./offered";
import { type GivenKey, readKey } from "./read-key";

export type WishedChange =
  { kind: "key"; given: GivenKey } | { kind: "full-marks" } | { kind: "void" } | { kind: "marks"; marks: number };

export type ReadWish =
  | { kind: "change"; change: Adjustment }
  /** Not one of those that this question can have. */
  | { kind: "not-offered" }
  | { kind: "fault"; field: string; fault: KeyFault };

/** `question`: with everything that was decided before. */
export function readWish(question: Question, wish: WishedChange): ReadWish {
  if (!changesOffered(question).includes(wish.kind)) return { kind: "not-offered" };
  if (wish.kind !== "key") return { kind: "change", change: wish };
  const read = readKey(question, wish.given);
  if (!read.ok) return { kind: "fault", field: read.field, fault: read.fault };
  return { kind: "change", change: { kind: "key", question: read.question } };
}

/** Would the decision leave everything as it was decided before? */
export function standsAlready(input: {
  adjustments: readonly QuestionAdjustment[];
  questionsById: ReadonlyMap<string, Question>;
  questionId: string;
  change: Adjustment;
}): boolean {
  const { adjustments, questionsById, questionId, change } = input;
  const state = (all: readonly QuestionAdjustment[]) => {
    const treatment = treatmentOf(all, questionsById);
    return {
      question: treatment.questions.get(questionId) ?? questionsById.get(questionId),
      fullMarks: treatment.fullMarks.has(questionId),
      voided: treatment.voided.has(questionId),
    };
  };
  const [before, after] = [state(adjustments), state([...adjustments, { questionId, change }])];
  return (
    before.fullMarks === after.fullMarks &&
    before.voided === after.voided &&
    sameContent(asRead(before.question), asRead(after.question))
  );
}

// An option that is not right may say so or say nothing; and the order that papers are drawn from is written with the first new key.
function asRead(question: Question | undefined): unknown {
  if (!question) return question;
  if ("drawnFrom" in question) return { ...question, drawnFrom: undefined, distractors: undefined };
  if (question.type === "matching") return { ...question, distractors: undefined };
  if (question.type === "single-choice" || question.type === "multiple-response")
    return {
      ...question,
      options: question.options.map((option) => ({ ...option, correct: option.correct ?? false })),
    };
  if (question.type !== "inline-choice") return question;
  const gaps = question.gaps.map((gap) => ({
    ...gap,
    options: gap.options.map((option) => ({ ...option, correct: option.correct ?? false })),
  }));
  return { ...question, gaps };
}

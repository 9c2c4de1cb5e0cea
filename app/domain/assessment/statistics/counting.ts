import { maxPointsOf } from "../grading";
import type { Question } from "../question-types";
import type { Treatment } from "../regrade/adjustment";

/**
 * How a question of a version counts: in full; with its marks given to everybody; or not at all, because it was voided or
 * because what is written there is for oneself.
 */
export type Counts = "yes" | "full-marks" | "voided" | "unscored";

export interface QuestionCounting {
  /** With the key and the marks that hold now. */
  question: Question;
  counts: Counts;
  /** The most that it can earn; 0 when it does not count. */
  maxPoints: number;
}

/** The questions of a version by what was decided about them since. */
export function countingOf(questions: readonly Question[], treatment: Treatment): QuestionCounting[] {
  return questions.map((published) => {
    const question = treatment.questions.get(published.id) ?? published;
    const maxPoints = maxPointsOf({ treatment }, question);
    const counted = treatment.fullMarks.has(question.id) ? "full-marks" : "yes";
    const left = treatment.voided.has(question.id) ? "voided" : "unscored";
    return { question, maxPoints, counts: maxPoints === 0 ? left : counted };
  });
}

export const isLeftOut = ({ counts }: Pick<QuestionCounting, "counts">) => counts === "voided" || counts === "unscored";

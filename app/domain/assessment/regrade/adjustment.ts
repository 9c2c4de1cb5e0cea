/**
 * A later decision on a question of a published version. The version itself never changes; from the decision on its papers
 * are graded, reviewed and drawn by it.
 */
import type { Question } from "../question-types";

export type Adjustment =
  /** The key was wrong, or an option must count as well: the question as it should have been, with the same options. */
  | { kind: "key"; question: Question }
  /** Everybody who had it gets its full marks. */
  | { kind: "full-marks" }
  /** It counts for nothing, neither in what was earned nor in what could be. */
  | { kind: "void" }
  | { kind: "marks"; marks: number };

export interface QuestionAdjustment {
  questionId: string;
  change: Adjustment;
}

/** All decisions on a version, the later above the earlier. */
export interface Treatment {
  questions: ReadonlyMap<string, Question>;
  fullMarks: ReadonlySet<string>;
  voided: ReadonlySet<string>;
}

export const NO_TREATMENT: Treatment = { questions: new Map(), fullMarks: new Set(), voided: new Set() };

/** `adjustments` in the order in which they were decided. */
export function treatmentOf(
  adjustments: readonly QuestionAdjustment[],
  questionsById: ReadonlyMap<string, Question>,
): Treatment {
  if (adjustments.length === 0) return NO_TREATMENT;
  const questions = new Map<string, Question>();
  const fullMarks = new Set<string>();
  const voided = new Set<string>();
  for (const { questionId, change } of adjustments) {
    const question = questions.get(questionId) ?? questionsById.get(questionId);
    if (!question) continue;
    // A new key after "full marks for all" or "void" means that it counts again.
    if (change.kind !== "marks") {
      fullMarks.delete(questionId);
      voided.delete(questionId);
    }
    if (change.kind === "key") questions.set(questionId, { ...change.question, marks: question.marks });
    else if (change.kind === "marks") questions.set(questionId, { ...question, marks: change.marks });
    else if (change.kind === "full-marks") fullMarks.add(questionId);
    else voided.add(questionId);
  }
  return { questions, fullMarks, voided };
}

import type { GradingRules } from "~/domain/assessment/grading";
import type { Paper } from "~/domain/assessment/paper";
import type { Question } from "~/domain/assessment/question-types";
import { NO_TREATMENT, type Treatment } from "~/domain/assessment/regrade/adjustment";

/** A paper of just these questions. */
export const paperWith = (questions: Question[], seed = "x", treatment: Treatment = NO_TREATMENT): Paper => ({
  seed,
  shuffleOptions: true,
  questions,
  treatment,
});

/** The rules that grading looks at. */
export const rules = (passPercent: number, changes: Partial<GradingRules> = {}): GradingRules => ({
  passPercent,
  feedback: "at-end",
  hintPenaltyPercent: 25,
  ...changes,
});

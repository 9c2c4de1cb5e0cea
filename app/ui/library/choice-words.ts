import type { DilemmaGrade } from "~/domain/assessment/question-types/question-type";
import type { CountedChoice } from "~/domain/assessment/statistics/choices";
import type { Translate } from "~/ui/words/translate";

/** How a way out of a dilemma is judged, in the words that learners read. */
export const GRADE_WORDS = {
  best: "result.gradeBest",
  acceptable: "result.gradeAcceptable",
  risky: "result.gradeRisky",
  violation: "result.gradeViolation",
} as const satisfies Record<DilemmaGrade, string>;

type Told = Pick<CountedChoice, "label" | "value">;

/** What was chosen, by its text; true and false in the reader's language. */
export function choiceInWords(t: Translate, { label, value }: Told): string {
  return label ?? t(value === "true" ? "statistics.true" : "statistics.false");
}

/** What stands for it in a small picture: A, B, C in the order of the bank; the first letter of true and false. */
export function letterOf(t: Translate, { label, value }: Told, index: number): string {
  if (label === null) return t(value === "true" ? "statistics.rightShort" : "statistics.wrongShort");
  return String.fromCharCode("A".charCodeAt(0) + index);
}

import type { CountedChoice } from "~/domain/assessment/statistics/choices";
import type { Translate } from "~/ui/words/translate";

/** What was chosen, by its text; true and false in the reader's language. */
export function choiceInWords(t: Translate, { label, value }: Pick<CountedChoice, "label" | "value">): string {
  return label ?? t(value === "true" ? "statistics.true" : "statistics.false");
}

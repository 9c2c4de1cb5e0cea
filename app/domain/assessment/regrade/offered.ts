import { type Question, questionTypeOf } from "../question-types";
import type { Adjustment } from "./adjustment";

export const CHANGE_KINDS = ["key", "full-marks", "void", "marks"] as const satisfies readonly Adjustment["kind"][];
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * What can be decided about a question. One that counts for nothing has nothing to regrade. One that an officer marks has no key,
 * and its marks stay: they were given on the scale that the question had.
 */
export function changesOffered(question: Question): ChangeKind[] {
  const scoring = questionTypeOf(question).scoring?.(question) ?? "key";
  if (scoring === "none") return [];
  return scoring === "officer" ? ["full-marks", "void"] : [...CHANGE_KINDS];
}

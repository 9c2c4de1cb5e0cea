/** What the makers of the kinds share: each makes the fields of its kind out of what was read, or says why not. */
import type { Remark } from "../exchange";
import type { ReadQuestion } from "../read-question";

export type ReadOf<K extends ReadQuestion["kind"]> = Extract<ReadQuestion, { kind: K }>;

export type Making = { fields: object; changes: Remark[] } | Remark;

export interface Feedbacks {
  /** The feedback, or what stands in its place. */
  of(feedback: string): string;
}

/** "a, b" → its parts. */
export const listOf = (text: string | undefined) =>
  (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** The ids that the file gives, when there is one for each part. */
export function idsOf(given: string | undefined, count: number, usual: (index: number) => string): string[] {
  const ids = listOf(given);
  return ids.length === count ? ids : Array.from({ length: count }, (_, index) => usual(index));
}

export const withFeedback = (feedback: string) => (feedback === "" ? {} : { feedback });

export const isWhole = (scoring: string | undefined) => scoring === "all-or-nothing";

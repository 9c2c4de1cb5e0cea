/** What a result may show. */
export const REVIEW_ITEMS = [
  "response",
  "correctness",
  "marks",
  "feedback",
  "rightAnswer",
  "explanation",
  "citation",
  "overall",
] as const;
export type ReviewItem = (typeof REVIEW_ITEMS)[number];

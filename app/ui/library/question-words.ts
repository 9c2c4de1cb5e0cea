/** How kinds, states and degrees of questions are called. */
import type { Difficulty, QuestionKind, QuestionStatus } from "~/domain/assessment/bank-overview";
import type { Citation } from "~/domain/courses/course";

export const TYPES = {
  "single-choice": "library.typeSingleChoice",
  "multiple-response": "library.typeMultipleResponse",
  "true-false": "library.typeTrueFalse",
  matching: "library.typeMatching",
  ordering: "library.typeOrdering",
  "inline-choice": "library.typeInlineChoice",
  "short-answer": "library.typeShortAnswer",
  numeric: "library.typeNumeric",
  reflection: "library.typeReflection",
  dilemma: "library.typeDilemma",
} as const satisfies Record<QuestionKind, string>;

export const STATUSES = {
  ready: "library.statusReady",
  draft: "library.statusDraft",
  retired: "library.statusRetired",
} as const satisfies Record<QuestionStatus, string>;

export const DIFFICULTIES = {
  easy: "library.difficultyEasy",
  medium: "library.difficultyMedium",
  hard: "library.difficultyHard",
} as const satisfies Record<Difficulty, string>;

/** "1847/QĐ-TTg, 2, khoản 1": as it stands in the bank. */
export const citationLine = ({ document, article, clause }: Citation) =>
  [document, article, clause].filter((part) => part !== undefined).join(", ");

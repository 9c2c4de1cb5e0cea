/**
 * A new key for a published question. Papers are drawn, stored answers are read: whatever a paper shows, and the order that it is
 * shuffled from, must stay. Only what is right may differ, and what is said about it afterwards.
 */
import type { Question } from "../question-types";
import { rightSidesOf } from "../question-types/matching";
import { itemsAsDrawn } from "../question-types/ordering";

export type KeyFault =
  /** Something else than the key differs. */
  | "other-question"
  | "nothing-right"
  | "one-right"
  | "each-place-once"
  | "full-answer-missing"
  | "answers-missing"
  | "too-many-answers"
  | "answer-too-long"
  | "not-a-number"
  | "wrong-percent"
  | "remedial-missing";

/** null: the new key can stand. */
export function validateKeyChange(before: Question, after: Question): KeyFault | null {
  if (!sameContent(withoutKey(before), withoutKey(after))) return "other-question";
  switch (after.type) {
    case "single-choice":
    case "multiple-response":
      return after.options.some(({ correct }) => correct) ? null : "nothing-right";
    case "inline-choice":
      return after.gaps.every(({ options }) => options.filter(({ correct }) => correct).length === 1)
        ? null
        : "one-right";
    case "dilemma":
      if (!after.options.some(({ grade }) => grade === "best")) return "nothing-right";
      return after.remedial || after.lesson || !after.options.some(({ grade }) => grade === "violation")
        ? null
        : "remedial-missing";
    case "short-answer":
    case "numeric":
      if (after.answers.length === 0) return "answers-missing";
      return after.answers.some(({ percent }) => percent === 100) ? null : "full-answer-missing";
    case "true-false":
    case "matching":
    case "ordering":
      return null;
    case "reflection":
      return "other-question";
  }
}

/** Everything of a question but what is right and what is said about it: what every paper shows, in the order it has. */
function withoutKey(question: Question): unknown {
  const { explanation: _, ...shown } = question;
  switch (shown.type) {
    case "single-choice":
    case "multiple-response":
      return { ...shown, options: shown.options.map(({ correct: _c, feedback: _f, ...option }) => option) };
    case "true-false": {
      const { answer: _a, feedback: _f, ...rest } = shown;
      return rest;
    }
    case "matching": {
      const { pairs, distractors: _d, drawnFrom: _o, ...rest } = shown;
      const lefts = pairs.map(({ right: _r, feedback: _f, ...pair }) => pair);
      return { ...rest, pairs: lefts, rights: rightSidesOf(question as typeof shown & Question) };
    }
    case "ordering": {
      const { items: _i, drawnFrom: _o, ...rest } = shown;
      return { ...rest, items: itemsAsDrawn(question as typeof shown & Question) };
    }
    case "inline-choice":
      return {
        ...shown,
        gaps: shown.gaps.map(({ options, ...gap }) => ({
          ...gap,
          options: options.map(({ correct: _c, feedback: _f, ...option }) => option),
        })),
      };
    case "short-answer":
    case "numeric": {
      const { answers: _a, wrongFeedback: _w, ...rest } = shown;
      return rest;
    }
    case "dilemma":
      return { ...shown, options: shown.options.map(({ grade: _g, consequence: _c, ...option }) => option) };
    case "reflection":
      return shown;
  }
}

/** Deep equality of plain values; a field that is undefined is one that is not there. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameContent(left[key], right[key]));
}

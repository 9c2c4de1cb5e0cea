/** The answers of a row, kind by kind. */
import { excerpt, remark, type Remark } from "../exchange";
import { gapNames, replaceGaps } from "../gaps";
import { GRADE_WEIGHTS } from "../making/make-choice";
import type { ReadAnswer, ReadKind } from "../read-question";
import { readGapOptions, readLettered, readRange } from "./cell-words";
import { GRADE_WORDS, nameOfWord, TYPE_WORDS } from "./columns";

interface Option {
  letter: string;
  text: string;
  feedback: string;
}

export type RowType = keyof typeof TYPE_WORDS;

export interface RowAnswers {
  key: string;
  /** As far as anything stands. */
  filled: readonly Option[];
  options: readonly Option[];
  passage: string;
  wrongFeedback: string;
  remarks: Remark[];
}

/** The list's choice, or what the key shows when nothing was chosen. */
export function typeOf(word: string, key: string, filled: readonly Option[]): RowType | Remark {
  if (word !== "") return nameOfWord(TYPE_WORDS, word) ?? remark("type-unknown", { value: excerpt(word, 40) });
  if (truthOf(key) !== null && filled.length === 0) return "true-false";
  if (key === "" && filled.length > 0 && filled.every(({ text }) => ARROW.test(text))) return "matching";
  return lettersOf(key).length > 1 ? "multiple-response" : "single-choice";
}

/** The first arrow that no backslash stands before. */
const ARROW = /(?<!\\)->/;
const withoutEscapes = (text: string) => text.replace(/\\->/g, "->").trim();

function truthOf(key: string): boolean | null {
  if (/^(?:đúng|đ|true)$/i.test(key)) return true;
  return /^(?:sai|s|false)$/i.test(key) ? false : null;
}

export const lettersOf = (key: string) =>
  key
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((part) => part !== "");

const keyUnknown = (key: string) => remark("key-unknown", { value: excerpt(key, 40) || "—" });

export function readKind(type: RowType, answers: RowAnswers): ReadKind | Remark {
  const { key, filled, options } = answers;
  if (type === "true-false") {
    const answer = truthOf(key);
    if (answer === null) return keyUnknown(key);
    return { kind: "true-false", answer, whenTrue: options[0]!.feedback, whenFalse: options[1]!.feedback };
  }
  if (type === "reflection") return filled.length > 0 ? remark("options-unwanted") : { kind: "essay" };
  const gap = filled.find(({ text }) => text === "");
  if (gap) return remark("gap-in-options", { letter: gap.letter });
  switch (type) {
    case "matching":
      return matchingOf(filled);
    case "ordering": {
      const inOrder = filled.map(({ letter }) => letter).join();
      if (key !== "" && lettersOf(key).join() !== inOrder) return keyUnknown(key);
      return { kind: "ordering", items: filled.map(({ text }) => text) };
    }
    case "inline-choice":
      return gapsOf(answers);
    case "short-answer":
      return shortOf(answers);
    case "numeric":
      return numbersOf(answers);
    case "dilemma":
      return dilemmaOf(answers);
    default:
      return choiceOf(type === "multiple-response", answers);
  }
}

function choiceOf(multiple: boolean, { key, filled }: RowAnswers): ReadKind | Remark {
  const letters = lettersOf(key);
  const known = letters.every((letter) => filled.some((option) => option.letter === letter));
  if (letters.length === 0 || !known || new Set(letters).size < letters.length) return keyUnknown(key);
  if (!multiple && letters.length > 1) return remark("two-right-answers");
  const share = multiple ? 100 / letters.length : 100;
  return {
    kind: "choice",
    multiple,
    options: filled.map(({ letter, text, feedback }) => {
      const wrong = multiple ? -share : 0;
      return { text, weight: letters.includes(letter) ? share : wrong, feedback };
    }),
  };
}

function matchingOf(filled: readonly Option[]): ReadKind | Remark {
  const pairs: { left: string; right: string; feedback: string }[] = [];
  const distractors: string[] = [];
  for (const { text, feedback } of filled) {
    const arrow = ARROW.exec(text);
    if (!arrow) return remark("pair-without-arrow", { answer: excerpt(text, 60) });
    const left = withoutEscapes(text.slice(0, arrow.index));
    const right = withoutEscapes(text.slice(arrow.index + 2));
    if (left === "") distractors.push(right);
    else pairs.push({ left, right, feedback });
  }
  return { kind: "matching", pairs, distractors };
}

/** Gap 1 has its options in column A. */
function gapsOf({ filled, passage }: RowAnswers): ReadKind | Remark {
  const names = gapNames(passage);
  if (names.length === 0) return remark("no-gap");
  const odd = names.find((name) => !filled[Number(name) - 1]);
  if (odd !== undefined) return remark("gap-without-choice", { gap: excerpt(odd, 20) });
  const gaps: ReadAnswer[][] = [];
  for (const { letter, text, feedback } of filled) {
    const options = readGapOptions(text, feedback);
    if (!options) return remark("gap-options-unclear", { letter });
    gaps.push(options);
  }
  return { kind: "inline-choice", text: replaceGaps(passage, (name) => `[[${Number(name)}]]`), gaps };
}

/** "B 50%" → what B is worth; all others are worth everything. */
function weightsOf({ key, filled }: RowAnswers): number[] | Remark {
  const given = readLettered(key) ?? new Map([["", ""]]);
  const weights = filled.map(() => 100);
  for (const [letter, words] of given) {
    const index = filled.findIndex((option) => option.letter === letter);
    const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(words)?.[1]?.replace(",", ".");
    if (index < 0 || percent === undefined || Number(percent) > 100) {
      return remark("percent-unclear", { value: excerpt(key, 40) });
    }
    weights[index] = Number(percent);
  }
  return weights;
}

function shortOf(answers: RowAnswers): ReadKind | Remark {
  const weights = weightsOf(answers);
  if ("rule" in weights) return weights;
  const read = answers.filled.map(({ text, feedback }, index) => ({ text, weight: weights[index]!, feedback }));
  if (answers.wrongFeedback !== "") read.push({ text: "*", weight: 0, feedback: answers.wrongFeedback });
  return { kind: "short-answer", answers: read, caseMatters: false };
}

function numbersOf(answers: RowAnswers): ReadKind | Remark {
  // One number alone may stand in the column of the key.
  const alone = answers.filled.length === 0 && answers.key !== "";
  const only = { letter: "A", text: answers.key, feedback: answers.options[0]!.feedback };
  const filled = alone ? [only] : answers.filled;
  const weights = alone ? [100] : weightsOf(answers);
  if ("rule" in weights) return weights;
  const read: { range: { from: number; to: number }; weight: number; feedback: string }[] = [];
  for (const [index, { text, feedback }] of filled.entries()) {
    const range = readRange(text, answers.remarks);
    if (!range) return remark("not-a-number", { answer: excerpt(text, 40) });
    read.push({ range, weight: weights[index]!, feedback });
  }
  return { kind: "numerical", answers: read, wrongFeedback: answers.wrongFeedback };
}

function dilemmaOf({ key, filled }: RowAnswers): ReadKind | Remark {
  const given = readLettered(key);
  const grades = filled.map(({ letter }) => nameOfWord(GRADE_WORDS, given?.get(letter) ?? ""));
  if (grades.includes(undefined) || given?.size !== filled.length) {
    return remark("grades-unclear", { value: excerpt(key, 60) || "—" });
  }
  return {
    kind: "choice",
    multiple: false,
    options: filled.map(({ text, feedback }, index) => ({ text, weight: GRADE_WEIGHTS[grades[index]!], feedback })),
  };
}

/** The form in which a key is changed: one shape for several kinds of questions, filled in with the key as it is. */
import type { Question } from "../question-types";
import { rightSidesOf } from "../question-types/matching";
import { itemsAsDrawn } from "../question-types/ordering";
import { DILEMMA_GRADES } from "../question-types/question-type";
import { feedbacksOf, type KeyFeedback } from "./key-feedback";

export interface KeyOption {
  value: string;
  /** null: the page has a word for the value (true and false, the grades of a dilemma). */
  label: string | null;
}

export interface KeySelect {
  /** Name of the field, after "key.". */
  name: string;
  label: string;
  options: KeyOption[];
  chosen: string;
}

export type KeyFields =
  | { kind: "ticks"; options: KeyOption[]; chosen: string[] }
  | { kind: "true-false"; chosen: "true" | "false" }
  | { kind: "selects"; of: "matching" | "ordering" | "inline-choice" | "dilemma"; rows: KeySelect[] }
  | { kind: "lines"; numeric: boolean; text: string };

export interface KeyForm {
  fields: KeyFields;
  feedbacks: KeyFeedback[];
  explanation: string;
}

/** Null for what has no key. */
export function keyFormOf(question: Question): KeyForm | null {
  const fields = fieldsOf(question);
  return fields && { fields, feedbacks: feedbacksOf(question), explanation: question.explanation };
}

const place = (index: number) => String(index + 1);
const placesOf = (texts: readonly string[]): KeyOption[] => texts.map((label, at) => ({ value: place(at), label }));

function fieldsOf(question: Question): KeyFields | null {
  switch (question.type) {
    case "single-choice":
    case "multiple-response":
      return {
        kind: "ticks",
        options: question.options.map(({ id, text }) => ({ value: id, label: text })),
        chosen: question.options.filter(({ correct }) => correct).map(({ id }) => id),
      };
    case "true-false":
      return { kind: "true-false", chosen: question.answer ? "true" : "false" };
    case "matching": {
      const rights = rightSidesOf(question);
      const rows = question.pairs.map(({ id, left, right }) => ({
        name: id,
        label: left,
        options: placesOf(rights),
        chosen: place(rights.indexOf(right)),
      }));
      return { kind: "selects", of: "matching", rows };
    }
    case "ordering": {
      const places = question.items.map((_, at) => place(at));
      const rows = itemsAsDrawn(question).map(({ id, text }) => ({
        name: id,
        label: text,
        options: places.map((value) => ({ value, label: value })),
        chosen: place(question.items.findIndex((item) => item.id === id)),
      }));
      return { kind: "selects", of: "ordering", rows };
    }
    case "inline-choice": {
      const rows = question.gaps.map(({ id, options }, at) => ({
        name: id,
        label: `(${at + 1})`,
        options: placesOf(options.map(({ text }) => text)),
        chosen: place(options.findIndex(({ correct }) => correct)),
      }));
      return { kind: "selects", of: "inline-choice", rows };
    }
    case "dilemma": {
      const grades = DILEMMA_GRADES.map((value) => ({ value, label: null }));
      const rows = question.options.map(({ id, text, grade }) => ({
        name: id,
        label: text,
        options: grades,
        chosen: grade,
      }));
      return { kind: "selects", of: "dilemma", rows };
    }
    case "short-answer": {
      const lines = question.answers.map(({ text, percent }) => line(text, percent));
      return { kind: "lines", numeric: false, text: lines.join("\n") };
    }
    case "numeric": {
      const lines = question.answers.map(({ from, to, percent }) => line(rangeInWords(from, to), percent));
      return { kind: "lines", numeric: true, text: lines.join("\n") };
    }
    case "reflection":
      return null;
  }
}

const line = (text: string, percent: number) => (percent === 100 ? text : `${text} | ${numberInWords(percent)}%`);
const numberInWords = (value: number) => String(value).replace(".", ",");
const rangeInWords = (from: number, to: number) =>
  from === to ? numberInWords(from) : `${numberInWords(from)} – ${numberInWords(to)}`;

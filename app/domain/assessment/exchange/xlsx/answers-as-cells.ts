/** The answers of a question as the columns of the spreadsheet hold them. */
import type { Question } from "../../question-types";
import { gapsInText, replaceGaps } from "../gaps";
import { writeGapOptions, writeRange } from "./cell-words";
import { GRADE_WORDS, OPTION_LETTERS } from "./columns";

export interface AnswerCells {
  key: string;
  /** Options with their feedbacks, from column A on. */
  parts: { text: string; feedback: string }[];
  passage: string;
  wrongFeedback: string;
}

export const lettersOf = <Part>(parts: readonly Part[], chosen: (part: Part) => boolean) =>
  parts.flatMap((part, index) => (chosen(part) ? [OPTION_LETTERS[index]!] : [])).join(", ");

const NOTHING: AnswerCells = { key: "", parts: [], passage: "", wrongFeedback: "" };

export function answersAsCells(question: Question): AnswerCells {
  switch (question.type) {
    case "true-false": {
      const { whenTrue, whenFalse } = question.feedback;
      const parts = [whenTrue, whenFalse].map((feedback) => ({ text: "", feedback }));
      return { ...NOTHING, key: question.answer ? "Đúng" : "Sai", parts };
    }
    case "matching": {
      const arrow = (text: string) => text.replaceAll("->", "\\->");
      const pairs = question.pairs.map(({ left, right, feedback }) => ({
        text: `${arrow(left)} -> ${arrow(right)}`,
        feedback: feedback ?? "",
      }));
      const others = question.distractors.map((text) => ({ text: `-> ${arrow(text)}`, feedback: "" }));
      return { ...NOTHING, parts: [...pairs, ...others] };
    }
    case "ordering":
      return { ...NOTHING, parts: question.items.map(({ text }) => ({ text, feedback: "" })) };
    case "inline-choice":
      return {
        ...NOTHING,
        passage: replaceGaps(question.text, (_, index) => `[[${index + 1}]]`),
        parts: gapsInText(question).gaps.map(({ options }) => writeGapOptions(options)),
      };
    case "short-answer":
      return {
        ...NOTHING,
        key: percents(question.answers),
        parts: question.answers.map(({ text, feedback = "" }) => ({ text, feedback })),
        wrongFeedback: question.wrongFeedback ?? "",
      };
    case "numeric":
      return {
        ...NOTHING,
        key: percents(question.answers),
        parts: question.answers.map((answer) => ({ text: writeRange(answer), feedback: answer.feedback ?? "" })),
        wrongFeedback: question.wrongFeedback ?? "",
      };
    case "reflection":
      return NOTHING;
    case "dilemma":
      return {
        ...NOTHING,
        key: question.options.map(({ grade }, index) => `${OPTION_LETTERS[index]!} ${GRADE_WORDS[grade]}`).join(", "),
        parts: question.options.map(({ text, consequence }) => ({ text, feedback: consequence })),
      };
    default:
      return {
        ...NOTHING,
        key: lettersOf(question.options, ({ correct }) => correct === true),
        parts: question.options.map(({ text, feedback }) => ({ text, feedback })),
      };
  }
}

/** "B 50%": what is worth everything is not said. The comma parts, so that the point is the sign of decimals here. */
const percents = (answers: readonly { percent: number }[]) =>
  answers
    .flatMap(({ percent }, index) => (percent === 100 ? [] : [`${OPTION_LETTERS[index]!} ${String(percent)}%`]))
    .join(", ");

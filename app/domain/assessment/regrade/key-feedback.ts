/** What is said about each choice of a question after it was answered: it would contradict a new key, so it is changed with it. */
import type { Question } from "../question-types";

export interface KeyFeedback {
  /** Name of the field, after "feedback.". */
  name: string;
  /** The choice that it is said of; null: true or false, as the name says. */
  label: string | null;
  text: string;
  /** Every choice of this kind has such a sentence. */
  required: boolean;
}

export type GivenFeedback = Readonly<Record<string, string | undefined>>;

/** Answers that are written have their sentences by the line; they go with the line. */
export function feedbacksOf(question: Question): KeyFeedback[] {
  switch (question.type) {
    case "single-choice":
    case "multiple-response":
      return question.options.map(({ id, text, feedback }) => ({
        name: id,
        label: text,
        text: feedback,
        required: true,
      }));
    case "true-false":
      return (["whenTrue", "whenFalse"] as const).map((name) => ({
        name,
        label: null,
        text: question.feedback[name],
        required: true,
      }));
    case "matching":
      return question.pairs.map(({ id, left, feedback = "" }) => ({
        name: id,
        label: left,
        text: feedback,
        required: false,
      }));
    case "inline-choice":
      return question.gaps.flatMap(({ id, options }, gap) =>
        options.map(({ text, feedback = "" }, at) => ({
          name: `${id}-${at + 1}`,
          label: `(${gap + 1}) ${text}`,
          text: feedback,
          required: false,
        })),
      );
    case "dilemma":
      return question.options.map(({ id, text, consequence }) => ({
        name: id,
        label: text,
        text: consequence,
        required: true,
      }));
    default:
      return [];
  }
}

/** What is said about each choice; what is left empty stays as it was where every choice must have a sentence. */
export function withFeedback(question: Question, given: GivenFeedback): Question {
  const said = (name: string) => given[name]?.normalize("NFC").trim();
  const optional = (name: string, before: string | undefined) => {
    const now = said(name) ?? before;
    return now === undefined || now === "" ? {} : { feedback: now };
  };
  switch (question.type) {
    case "single-choice":
    case "multiple-response":
      return {
        ...question,
        options: question.options.map((option) => ({ ...option, feedback: said(option.id) || option.feedback })),
      };
    case "true-false": {
      const { whenTrue, whenFalse } = question.feedback;
      const feedback = { whenTrue: said("whenTrue") || whenTrue, whenFalse: said("whenFalse") || whenFalse };
      return { ...question, feedback };
    }
    case "matching":
      return {
        ...question,
        pairs: question.pairs.map(({ feedback, ...pair }) => ({ ...pair, ...optional(pair.id, feedback) })),
      };
    case "inline-choice":
      return {
        ...question,
        gaps: question.gaps.map((gap) => ({
          ...gap,
          options: gap.options.map(({ feedback, ...option }, index) => ({
            ...option,
            ...optional(`${gap.id}-${index + 1}`, feedback),
          })),
        })),
      };
    case "dilemma":
      return {
        ...question,
        options: question.options.map((option) => ({ ...option, consequence: said(option.id) || option.consequence })),
      };
    default:
      return question;
  }
}

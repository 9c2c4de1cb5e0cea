import { z } from "zod";
import { questionBase, questionTextSchema } from "../question";
import type { QuestionType } from "./question-type";

const schema = questionBase.extend({
  type: z.literal("true-false"),
  answer: z.boolean(),
  /** To one who chose true, to one who chose false. */
  feedback: z.strictObject({ whenTrue: questionTextSchema, whenFalse: questionTextSchema }),
});
export type TrueFalse = z.infer<typeof schema>;

const response = z.strictObject({ answer: z.boolean() });
export type TrueFalseResponse = z.infer<typeof response>;

// "Đúng" always stands first: shuffling two words would only slow the reader.
const OPTIONS = [
  { value: "1", answer: true, text: "Đúng" },
  { value: "2", answer: false, text: "Sai" },
] as const;

export const trueFalse: QuestionType<TrueFalse, TrueFalseResponse> = {
  type: "true-false",
  schema,
  response,
  paper: () => ({ form: "true-false", options: OPTIONS.map(({ value, text }) => ({ value, text })) }),
  decode(_question, _random, _shuffle, { own }) {
    if (own.length === 0) return null;
    const option = own.length === 1 ? OPTIONS.find(({ value }) => value === own[0]) : undefined;
    return option && { answer: option.answer };
  },
  encode: (_question, _random, _shuffle, { answer }) => ({
    own: OPTIONS.filter((option) => option.answer === answer).map(({ value }) => value),
    parts: {},
  }),
  grade: (question, { answer }) => (answer === question.answer ? 1 : 0),
  review: ({ question, response: given, allowed }) => ({
    form: "options",
    multiple: false,
    options: OPTIONS.map((option) => {
      const chosen = allowed.response && given?.answer === option.answer;
      return {
        text: option.text,
        chosen,
        correct: allowed.rightAnswer || (chosen && allowed.correctness) ? option.answer === question.answer : null,
        feedback:
          allowed.feedback && chosen
            ? option.answer
              ? question.feedback.whenTrue
              : question.feedback.whenFalse
            : null,
      };
    }),
  }),
  texts: (question) => [question.stem],
  choices: (question) =>
    [true, false].map((answer) => ({
      part: "answer",
      value: String(answer),
      label: null,
      of: null,
      key: answer === question.answer,
      distractor: false,
    })),
  lint: ({ feedback }) => ({
    groups: [],
    keyed: false,
    feedbacks: [
      { id: "whenTrue", feedback: feedback.whenTrue },
      { id: "whenFalse", feedback: feedback.whenFalse },
    ],
    stem: "statement",
  }),
  form: {
    purpose: [
      "Một nhận định để phán đoán đúng hay sai. Hợp để gỡ một hiểu lầm thường gặp.",
      "A statement to be judged true or false: for a common misunderstanding.",
    ],
    fields: [
      {
        kind: "pick",
        at: "answer",
        label: ["Nhận định này", "The statement is"],
        flag: true,
        options: [
          { value: "true", label: ["Đúng", "True"] },
          { value: "false", label: ["Sai", "False"] },
        ],
      },
      {
        kind: "group",
        at: "feedback",
        label: ["Nhận xét", "Feedback"],
        fields: [
          { kind: "text", at: "whenTrue", label: ["Cho người chọn “Đúng”", "To who chose “True”"] },
          { kind: "text", at: "whenFalse", label: ["Cho người chọn “Sai”", "To who chose “False”"] },
        ],
      },
    ],
  },
};

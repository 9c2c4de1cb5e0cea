import { z } from "zod";
import { questionBase, questionIdSchema } from "../question";
import {
  idsAtPlaces,
  lintOptions,
  optionFields,
  optionChoices,
  optionsOnPaper,
  optionsSchema,
  orderOptions,
  placesOfIds,
  reviewOptions,
} from "./options";
import type { QuestionType } from "./question-type";

const schema = questionBase.extend({
  type: z.literal("single-choice"),
  options: optionsSchema.refine((options) => options.filter((option) => option.correct).length === 1, {
    message: "needs exactly one correct option",
  }),
});
export type SingleChoice = z.infer<typeof schema>;

const response = z.strictObject({ option: questionIdSchema });
export type SingleChoiceResponse = z.infer<typeof response>;

export const singleChoice: QuestionType<SingleChoice, SingleChoiceResponse> = {
  type: "single-choice",
  schema,
  response,
  paper: (question, random, shuffle) => ({
    form: "choice",
    multiple: false,
    options: optionsOnPaper(orderOptions(question.options, random, shuffle)),
  }),
  decode(question, random, shuffle, { own }) {
    if (own.length === 0) return null;
    const ids = idsAtPlaces(orderOptions(question.options, random, shuffle), own);
    return ids?.length === 1 ? { option: ids[0]! } : undefined;
  },
  encode: (question, random, shuffle, { option }) => ({
    own: placesOfIds(orderOptions(question.options, random, shuffle), [option]),
    parts: {},
  }),
  grade: (question, { option }) => (question.options.some((each) => each.id === option && each.correct) ? 1 : 0),
  review: ({ question, response: given, random, shuffle, allowed }) => ({
    form: "options",
    multiple: false,
    options: reviewOptions(orderOptions(question.options, random, shuffle), given ? [given.option] : [], allowed),
  }),
  texts: (question) => [question.stem, ...question.options.map((option) => option.text)],
  choices: (question) => optionChoices("option", question.options),
  lint: (question) => lintOptions(question.options),
  form: {
    purpose: [
      "Nhiều phương án, chỉ một phương án đúng. Hợp để hỏi về một quy định hoặc một nhận định.",
      "Several options, one of them right: for a rule, or a judgement of a case.",
    ],
    fields: [optionFields("one")],
  },
};

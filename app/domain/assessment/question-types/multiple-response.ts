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
import { SCORING } from "../question-form/form-shape";
import type { QuestionType } from "./question-type";

const schema = questionBase.extend({
  type: z.literal("multiple-response"),
  options: optionsSchema.refine((options) => options.some((option) => option.correct), {
    message: "needs at least one correct option",
  }),
  /** `partial`: each right choice earns its share, each wrong one takes one back, never below nothing. */
  scoring: z.enum(["partial", "all-or-nothing"]).default("partial"),
});
export type MultipleResponse = z.infer<typeof schema>;

const response = z.strictObject({ options: z.array(questionIdSchema) });
export type MultipleResponseResponse = z.infer<typeof response>;

function grade(question: MultipleResponse, { options: chosen }: MultipleResponseResponse): number {
  const correct = question.options.filter((option) => option.correct);
  const wrong = question.options.filter((option) => !option.correct);
  const hits = correct.filter((option) => chosen.includes(option.id)).length;
  const misses = wrong.filter((option) => chosen.includes(option.id)).length;
  if (question.scoring === "all-or-nothing") return hits === correct.length && misses === 0 ? 1 : 0;
  return Math.max(0, (hits - misses) / correct.length);
}

export const multipleResponse: QuestionType<MultipleResponse, MultipleResponseResponse> = {
  type: "multiple-response",
  schema,
  response,
  paper: (question, random, shuffle) => ({
    form: "choice",
    multiple: true,
    options: optionsOnPaper(orderOptions(question.options, random, shuffle)),
  }),
  decode(question, random, shuffle, { own }) {
    if (own.length === 0) return null;
    const ids = idsAtPlaces(orderOptions(question.options, random, shuffle), own);
    return ids && { options: [...ids].sort() };
  },
  encode: (question, random, shuffle, given) => ({
    own: placesOfIds(orderOptions(question.options, random, shuffle), given.options),
    parts: {},
  }),
  grade,
  review: ({ question, response: given, random, shuffle, allowed }) => ({
    form: "options",
    multiple: true,
    options: reviewOptions(orderOptions(question.options, random, shuffle), given?.options ?? [], allowed),
  }),
  texts: (question) => [question.stem, ...question.options.map((option) => option.text)],
  choices: (question) => optionChoices("options", question.options),
  lint: (question) => lintOptions(question.options),
  form: {
    purpose: [
      "Nhiều phương án, có thể đúng hơn một. Hợp khi cần nhận ra đủ các ý của một quy định.",
      "Several options, more than one may be right: for all points of a rule.",
    ],
    fields: [optionFields("several"), SCORING],
  },
};

import { z } from "zod";
import { questionBase, questionIdSchema, questionTextSchema } from "../question";
import type { QuestionType } from "./question-type";

export const REFLECTION_LIMIT = 5000;

const rubricSchema = z
  .array(
    z.strictObject({
      id: questionIdSchema,
      criterion: questionTextSchema,
      levels: z
        .array(z.strictObject({ points: z.number().min(0).max(100), text: questionTextSchema }))
        .min(2, "needs at least two levels")
        .max(6, "has more than six levels"),
    }),
  )
  .min(1, "needs at least one criterion")
  .max(8, "has more than eight criteria")
  .refine((rubric) => new Set(rubric.map(({ id }) => id)).size === rubric.length, {
    message: "a criterion id stands twice",
  })
  .refine((rubric) => rubric.some(({ levels }) => levels.some(({ points }) => points > 0)), {
    message: "needs a level worth more than nothing",
  });

const schema = questionBase.extend({
  type: z.literal("reflection"),
  minWords: z.number().int().min(1).max(500).optional(),
  /** With a rubric an officer marks it; without one it is written for oneself and counts for nothing. */
  rubric: rubricSchema.optional(),
});
export type Reflection = z.infer<typeof schema>;

const response = z.strictObject({ text: z.string().max(REFLECTION_LIMIT) });
export type ReflectionResponse = z.infer<typeof response>;

export const reflection: QuestionType<Reflection, ReflectionResponse> = {
  type: "reflection",
  schema,
  response,
  paper: (question) => ({
    form: "reflection",
    minWords: question.minWords ?? null,
    maxLength: REFLECTION_LIMIT,
    marked: question.rubric ? "officer" : "none",
    // What is looked at may be known before writing; what each level is worth is not said.
    criteria: (question.rubric ?? []).map(({ criterion }) => criterion),
  }),
  decode(_question, _random, _shuffle, { own }) {
    if (own.length > 1) return undefined;
    const text = (own[0] ?? "").normalize("NFC").replace(/\r\n?/g, "\n").trim();
    if (text.length > REFLECTION_LIMIT) return undefined;
    return text === "" ? null : { text };
  },
  encode: (_question, _random, _shuffle, { text }) => ({ own: [text], parts: {} }),
  grade: () => 0,
  scoring: (question) => (question.rubric ? "officer" : "none"),
  review: ({ response: given, allowed }) => ({
    form: "reflection",
    given: allowed.response ? (given?.text ?? null) : null,
  }),
  texts: (question) => [question.stem],
  choices: () => [],
  lint: () => ({ groups: [], keyed: false, feedbacks: [], stem: "other" }),
  form: {
    purpose: [
      "Người học tự viết suy nghĩ của mình. Có tiêu chí thì cán bộ chấm; không có thì không tính điểm.",
      "Learners write in their own words. With criteria an officer marks it; without, it counts for nothing.",
    ],
    fields: [
      {
        kind: "number",
        at: "minWords",
        label: ["Số từ tối thiểu", "Fewest words"],
        optional: true,
      },
      {
        kind: "rows",
        at: "rubric",
        label: ["Tiêu chí chấm", "Criteria for marking"],
        hint: ["Bỏ trống khi bài viết chỉ dành cho người viết.", "None when it is written for oneself only."],
        item: ["Tiêu chí", "Criterion"],
        most: 8,
        begin: 0,
        ids: "letters",
        optional: true,
        fields: [
          { kind: "text", at: "criterion", label: ["Nội dung tiêu chí", "What is looked at"] },
          {
            kind: "rows",
            at: "levels",
            label: ["Các mức", "Levels"],
            item: ["Mức", "Level"],
            most: 6,
            begin: 2,
            fields: [
              { kind: "number", at: "points", label: ["Điểm của mức", "Points of the level"] },
              { kind: "text", at: "text", label: ["Bài viết đạt mức này khi", "Reached when"] },
            ],
          },
        ],
      },
    ],
  },
};

import { z } from "zod";
import { questionBase, questionIdSchema, questionTextSchema } from "../question";
import type { Random } from "../random";
import { SCORING } from "../question-form/form-shape";
import { atPlace, placeOf } from "./options";
import type { QuestionType } from "./question-type";

const schema = questionBase.extend({
  type: z.literal("ordering"),
  /** In the right order. */
  items: z
    .array(z.strictObject({ id: questionIdSchema, text: questionTextSchema }))
    .min(2, "needs at least two steps")
    .max(10, "has more than ten steps")
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, { message: "a step id stands twice" })
    .refine((items) => new Set(items.map(({ text }) => text.toLowerCase())).size === items.length, {
      message: "a step stands twice",
    }),
  /** `partial`: each step in its right place earns its share. */
  scoring: z.enum(["partial", "all-or-nothing"]).default("partial"),
  /** Item ids in the order that papers are shuffled from, once a later key changed the right order. */
  drawnFrom: z.array(questionIdSchema).optional(),
});
export type Ordering = z.infer<typeof schema>;

/** Item id → the place that was given to it, from 1. */
const response = z.strictObject({ positions: z.record(z.string(), z.number().int().min(1).max(10)) });
export type OrderingResponse = z.infer<typeof response>;

/** The items in the order that papers are shuffled from: the same before and after a change of the key. */
export function itemsAsDrawn({ items, drawnFrom = [] }: Ordering): Ordering["items"] {
  const first = drawnFrom.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return [...new Set([...first, ...items])];
}

// Always shuffled: the written order is the key.
const arrange = (question: Ordering, random: Random) => random.shuffle(itemsAsDrawn(question));

export const ordering: QuestionType<Ordering, OrderingResponse> = {
  type: "ordering",
  schema,
  response,
  paper: (question, random) => ({
    form: "ordering",
    items: arrange(question, random).map(({ text }, index) => ({ value: placeOf(index), text })),
  }),
  decode(question, random, _shuffle, { parts }) {
    const items = arrange(question, random);
    const positions: Record<string, number> = {};
    for (const [place, value] of Object.entries(parts)) {
      if (value === "") continue;
      const item = atPlace(items, place);
      if (!item || !atPlace(items, value)) return undefined;
      positions[item.id] = Number(value);
    }
    return Object.keys(positions).length === 0 ? null : { positions };
  },
  encode(question, random, _shuffle, { positions }) {
    const parts: Record<string, string> = {};
    arrange(question, random).forEach(({ id }, index) => {
      if (positions[id] !== undefined) parts[placeOf(index)] = String(positions[id]);
    });
    return { own: [], parts };
  },
  grade(question, { positions }) {
    const right = question.items.filter(({ id }, index) => positions[id] === index + 1).length;
    if (question.scoring === "all-or-nothing") return right === question.items.length ? 1 : 0;
    return right / question.items.length;
  },
  review: ({ question, response: given, random, allowed }) => ({
    form: "order",
    items: (allowed.rightAnswer ? question.items : arrange(question, random)).map(({ id, text }) => {
      const right = question.items.findIndex((item) => item.id === id) + 1;
      const position = (allowed.response && given?.positions[id]) || null;
      return {
        text,
        position,
        right: allowed.rightAnswer ? right : null,
        correct: allowed.rightAnswer || (position && allowed.correctness) ? position === right : null,
      };
    }),
  }),
  texts: (question) => [question.stem, ...question.items.map(({ text }) => text)],
  choices: (question) =>
    question.items.flatMap(({ id, text }, place) =>
      question.items.map((_, index) => ({
        part: `positions.${id}`,
        value: String(index + 1),
        label: String(index + 1),
        of: text,
        key: index === place,
        distractor: false,
      })),
    ),
  lint: (question) => ({ groups: [question.items], keyed: false, feedbacks: [], stem: "other" }),
  form: {
    purpose: [
      "Xếp các bước theo đúng thứ tự. Hợp để hỏi về quy trình.",
      "Steps to be put into their order: for procedures.",
    ],
    fields: [
      {
        kind: "rows",
        at: "items",
        label: ["Các bước theo đúng thứ tự", "Steps in the right order"],
        hint: ["Viết theo thứ tự đúng; đề thi tự xáo trộn.", "Write them in the right order; papers shuffle them."],
        item: ["Bước", "Step"],
        most: 10,
        begin: 3,
        ids: "letters",
        fields: [{ kind: "text", at: "text", label: ["Nội dung", "Text"] }],
      },
      SCORING,
    ],
  },
};

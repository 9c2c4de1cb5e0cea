import { z } from "zod";
import { questionBase, questionIdSchema, questionTextSchema } from "../question";
import type { Random } from "../random";
import { FEEDBACK } from "../question-form/form-shape";
import { atPlace, placeOf } from "./options";
import type { QuestionType } from "./question-type";

const schema = questionBase.extend({
  type: z.literal("matching"),
  pairs: z
    .array(
      z.strictObject({
        id: questionIdSchema,
        left: questionTextSchema,
        right: questionTextSchema,
        feedback: questionTextSchema.optional(),
      }),
    )
    .min(2, "needs at least two pairs")
    .max(10, "has more than ten pairs")
    .refine((pairs) => new Set(pairs.map((pair) => pair.id)).size === pairs.length, {
      message: "a pair id stands twice",
    })
    .refine((pairs) => new Set(pairs.map((pair) => pair.left)).size === pairs.length, {
      message: "a left side stands twice",
    }),
  /** Right sides that belong to no left side. */
  distractors: z.array(questionTextSchema).max(6).default([]),
  /** The order of all right sides that papers are shuffled from, once a later key changed that of the pairs. */
  drawnFrom: z.array(questionTextSchema).optional(),
});
export type Matching = z.infer<typeof schema>;

/** Pair id → the right side that was chosen for it, as text: texts mean the same in every paper. */
const response = z.strictObject({ chosen: z.record(z.string(), z.string()) });
export type MatchingResponse = z.infer<typeof response>;

/** Every right side, in the order that papers are shuffled from: the same before and after a change of the key. */
export function rightSidesOf({ pairs, distractors, drawnFrom = [] }: Matching): string[] {
  const rights = new Set([...pairs.map(({ right }) => right), ...distractors]);
  return [...new Set([...drawnFrom.filter((text) => rights.has(text)), ...rights])];
}

function arrange(question: Matching, random: Random, shuffle: boolean) {
  // Right sides are always shuffled: in written order they would be the key.
  const choices = random.shuffle(rightSidesOf(question));
  return { rows: shuffle ? random.shuffle(question.pairs) : question.pairs, choices };
}

export const matching: QuestionType<Matching, MatchingResponse> = {
  type: "matching",
  schema,
  response,
  paper(question, random, shuffle) {
    const { rows, choices } = arrange(question, random, shuffle);
    return {
      form: "matching",
      rows: rows.map((row, index) => ({ value: placeOf(index), text: row.left })),
      choices: choices.map((text, index) => ({ value: placeOf(index), text })),
    };
  },
  decode(question, random, shuffle, { parts }) {
    const { rows, choices } = arrange(question, random, shuffle);
    const chosen: Record<string, string> = {};
    for (const [row, value] of Object.entries(parts)) {
      if (value === "") continue;
      const pair = atPlace(rows, row);
      const text = atPlace(choices, value);
      if (!pair || text === undefined) return undefined;
      chosen[pair.id] = text;
    }
    return Object.keys(chosen).length === 0 ? null : { chosen };
  },
  encode(question, random, shuffle, { chosen }) {
    const { rows, choices } = arrange(question, random, shuffle);
    const parts: Record<string, string> = {};
    rows.forEach((row, index) => {
      const choice = choices.indexOf(chosen[row.id] ?? "");
      if (choice >= 0) parts[placeOf(index)] = placeOf(choice);
    });
    return { own: [], parts };
  },
  grade: (question, { chosen }) =>
    question.pairs.filter((pair) => chosen[pair.id] === pair.right).length / question.pairs.length,
  review({ question, response: given, random, shuffle, allowed }) {
    return {
      form: "pairs",
      pairs: arrange(question, random, shuffle).rows.map((pair) => {
        const chosen = (allowed.response && given?.chosen[pair.id]) || null;
        return {
          left: pair.left,
          chosen,
          right: allowed.rightAnswer ? pair.right : null,
          correct: allowed.rightAnswer || (chosen && allowed.correctness) ? chosen === pair.right : null,
          feedback: allowed.feedback && (chosen || allowed.rightAnswer) ? (pair.feedback ?? null) : null,
        };
      }),
    };
  },
  texts: (question) => [
    question.stem,
    ...question.pairs.flatMap((pair) => [pair.left, pair.right]),
    ...question.distractors,
  ],
  choices(question) {
    const rights = rightSidesOf(question);
    return question.pairs.flatMap(({ id, left, right }) =>
      rights.map((text) => ({
        part: `chosen.${id}`,
        value: text,
        label: text,
        of: left,
        key: text === right,
        distractor: question.distractors.includes(text),
      })),
    );
  },
  lint(question) {
    const rights = [...new Set(question.pairs.map(({ right }) => right)), ...question.distractors];
    return {
      groups: [rights.map((text, index) => ({ id: placeOf(index), text }))],
      keyed: false,
      feedbacks: question.pairs,
      stem: "other",
    };
  },
  form: {
    purpose: [
      "Ghép mỗi vế trái với vế phải của nó. Hợp để phân biệt các khái niệm, hành vi, thẩm quyền gần nhau.",
      "Each left side gets its right side: for terms, acts or powers that are easily mixed up.",
    ],
    fields: [
      {
        kind: "rows",
        at: "pairs",
        label: ["Cặp ghép", "Pairs"],
        item: ["Cặp", "Pair"],
        most: 10,
        begin: 3,
        ids: "p",
        fields: [
          { kind: "text", at: "left", label: ["Vế trái", "Left side"] },
          { kind: "text", at: "right", label: ["Vế phải", "Right side"] },
          { kind: "text", at: "feedback", label: FEEDBACK, optional: true },
        ],
      },
      {
        kind: "rows",
        at: "distractors",
        label: ["Vế phải thừa", "Right sides that fit nothing"],
        hint: ["Không thuộc vế trái nào, để khó đoán hơn.", "They belong to no left side and make guessing harder."],
        item: ["Vế thừa", "Extra side"],
        most: 6,
        begin: 0,
        plain: true,
        optional: true,
        fields: [{ kind: "text", at: "text", label: ["Nội dung", "Text"] }],
      },
    ],
  },
};

import { z } from "zod";
import { questionBase, questionIdSchema, questionTextSchema } from "../question";
import { FEEDBACK } from "../question-form/form-shape";
import type { Random } from "../random";
import { atPlace, placeOf } from "./options";
import type { QuestionType } from "./question-type";

const gapSchema = z.strictObject({
  id: questionIdSchema,
  options: z
    .array(
      z.strictObject({
        text: questionTextSchema,
        correct: z.boolean().optional(),
        feedback: questionTextSchema.optional(),
      }),
    )
    .min(2, "needs at least two options")
    .max(10, "has more than ten options")
    .refine((options) => options.filter(({ correct }) => correct).length === 1, {
      message: "needs exactly one correct option",
    })
    .refine((options) => new Set(options.map(({ text }) => text.toLowerCase())).size === options.length, {
      message: "an option stands twice",
    }),
});

/** A text with gaps: "Công chức phải [[thai-do]] người dân." */
const GAP = /\[\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\]/;
const piecesOf = (text: string) => text.split(new RegExp(GAP, "g"));
const gapIds = (text: string) => piecesOf(text).filter((_, index) => index % 2 === 1);

const schema = questionBase
  .extend({
    type: z.literal("inline-choice"),
    text: questionTextSchema,
    gaps: z.array(gapSchema).min(1, "needs at least one gap").max(10, "has more than ten gaps"),
  })
  .superRefine(({ text, gaps }, context) => {
    const inText = gapIds(text);
    gaps.forEach(({ id }, index) => {
      const times = inText.filter((each) => each === id).length;
      if (times !== 1 || gaps.findIndex((gap) => gap.id === id) !== index) {
        context.addIssue({
          code: "custom",
          path: ["gaps", index, "id"],
          message: "must stand in the text exactly once",
        });
      }
    });
    for (const id of inText) {
      if (gaps.some((gap) => gap.id === id)) continue;
      context.addIssue({ code: "custom", path: ["text"], message: "names a gap that is not in the list" });
    }
  });
export type InlineChoice = z.infer<typeof schema>;

/** Gap id → the text that was chosen there. */
const response = z.strictObject({ chosen: z.record(z.string(), z.string()) });
export type InlineChoiceResponse = z.infer<typeof response>;

type Gap = InlineChoice["gaps"][number];
type Arranged = ({ text: string } | { gap: Gap; options: Gap["options"] })[];

function arrange(question: InlineChoice, random: Random, shuffle: boolean): Arranged {
  // Shuffled in the order of the list, so that moving a gap in the text changes no other.
  const orders = new Map(
    question.gaps.map((gap) => [gap.id, { gap, options: shuffle ? random.shuffle(gap.options) : gap.options }]),
  );
  return piecesOf(question.text).flatMap((piece, index): Arranged =>
    index % 2 === 1 ? [orders.get(piece)!] : piece === "" ? [] : [{ text: piece }],
  );
}

const gapsIn = (arranged: Arranged) => arranged.flatMap((piece) => ("gap" in piece ? [piece] : []));
const keyOf = (gap: Gap) => gap.options.find(({ correct }) => correct)!.text;

export const inlineChoice: QuestionType<InlineChoice, InlineChoiceResponse> = {
  type: "inline-choice",
  schema,
  response,
  paper(question, random, shuffle) {
    let gaps = 0;
    return {
      form: "inline-choice",
      pieces: arrange(question, random, shuffle).map((piece) =>
        "gap" in piece
          ? {
              kind: "gap",
              value: placeOf(gaps++),
              choices: piece.options.map(({ text }, index) => ({ value: placeOf(index), text })),
            }
          : { kind: "text", text: piece.text },
      ),
    };
  },
  decode(question, random, shuffle, { parts }) {
    const gaps = gapsIn(arrange(question, random, shuffle));
    const chosen: Record<string, string> = {};
    for (const [place, value] of Object.entries(parts)) {
      if (value === "") continue;
      const piece = atPlace(gaps, place);
      const option = piece && atPlace(piece.options, value);
      if (!piece || !option) return undefined;
      chosen[piece.gap.id] = option.text;
    }
    return Object.keys(chosen).length === 0 ? null : { chosen };
  },
  encode(question, random, shuffle, { chosen }) {
    const parts: Record<string, string> = {};
    gapsIn(arrange(question, random, shuffle)).forEach(({ gap, options }, index) => {
      const place = options.findIndex(({ text }) => text === chosen[gap.id]);
      if (place >= 0) parts[placeOf(index)] = placeOf(place);
    });
    return { own: [], parts };
  },
  grade: (question, { chosen }) =>
    question.gaps.filter((gap) => chosen[gap.id] === keyOf(gap)).length / question.gaps.length,
  review: ({ question, response: given, random, shuffle, allowed }) => ({
    form: "inline",
    pieces: arrange(question, random, shuffle).map((piece) => {
      if (!("gap" in piece)) return { kind: "text", text: piece.text };
      const right = keyOf(piece.gap);
      const chosen = (allowed.response && given?.chosen[piece.gap.id]) || null;
      const feedback = piece.gap.options.find(({ text }) => text === chosen)?.feedback ?? null;
      return {
        kind: "gap",
        chosen,
        right: allowed.rightAnswer ? right : null,
        correct: allowed.rightAnswer || (chosen && allowed.correctness) ? chosen === right : null,
        feedback: allowed.feedback ? feedback : null,
      };
    }),
  }),
  texts: (question) => [
    question.stem,
    question.text,
    ...question.gaps.flatMap(({ options }) => options.map(({ text }) => text)),
  ],
  choices: (question) =>
    question.gaps.flatMap(({ id, options }, index) =>
      options.map(({ text, correct = false }) => ({
        part: `chosen.${id}`,
        value: text,
        label: text,
        of: `(${index + 1})`,
        key: correct,
        distractor: !correct,
      })),
    ),
  lint: ({ gaps }) => ({
    groups: gaps.map(({ options }) => options.map((option, index) => ({ id: String(index + 1), ...option }))),
    keyed: true,
    feedbacks: [],
    stem: "other",
  }),
  form: {
    purpose: [
      "Chọn từ điền vào chỗ trống trong đoạn văn. Hợp để hỏi từ ngữ chính xác của quy định.",
      "Words to be chosen for the gaps of a text: for the exact words of a rule.",
    ],
    fields: [
      {
        kind: "text",
        at: "text",
        label: ["Đoạn văn có chỗ trống", "Text with gaps"],
        hint: [
          "Viết mã của chỗ trống giữa hai dấu ngoặc vuông, ví dụ: Cán bộ phải [[1]] trước khi [[2]].",
          "Write the code of a gap between double brackets: Officials [[1]] before they [[2]].",
        ],
      },
      {
        kind: "rows",
        at: "gaps",
        label: ["Chỗ trống", "Gaps"],
        item: ["Chỗ trống", "Gap"],
        most: 10,
        begin: 1,
        ids: "numbers",
        fields: [
          {
            kind: "line",
            at: "id",
            label: ["Mã trong đoạn văn", "Code in the text"],
            hint: ["Chữ thường không dấu, chữ số, gạch nối.", "Lower-case letters, digits, hyphens."],
          },
          {
            kind: "rows",
            at: "options",
            label: ["Từ để chọn", "Words to choose from"],
            item: ["Từ", "Word"],
            most: 10,
            begin: 2,
            fields: [
              { kind: "line", at: "text", label: ["Nội dung", "Text"] },
              { kind: "key", at: "correct", label: ["Đáp án đúng", "Right"] },
              { kind: "text", at: "feedback", label: FEEDBACK, optional: true },
            ],
          },
        ],
      },
    ],
  },
};

import { z } from "zod";
import { questionBase, questionTextSchema } from "../question";
import { FEEDBACK } from "../question-form/form-shape";
import { isRight } from "./text-match";
import type { QuestionType } from "./question-type";

const NUMBER_LIMIT = 40;

const schema = questionBase.extend({
  type: z.literal("numeric"),
  answers: z
    .array(
      z
        .strictObject({
          /** Both ends belong to it; the same number twice asks for exactly that. */
          from: z.number(),
          to: z.number(),
          percent: z.number().min(0).max(100).default(100),
          feedback: questionTextSchema.optional(),
        })
        .refine(({ from, to }) => from <= to, { message: "must not begin above its end" }),
    )
    .min(1, "needs at least one answer")
    .max(10, "has more than ten answers")
    .refine((answers) => answers.some(({ percent }) => percent === 100), {
      message: "needs an answer worth 100 percent",
    }),
  unit: questionTextSchema.max(20).optional(),
  wrongFeedback: questionTextSchema.optional(),
});
export type Numeric = z.infer<typeof schema>;

const response = z.strictObject({ text: z.string().max(NUMBER_LIMIT) });
export type NumericResponse = z.infer<typeof response>;

/**
 * What somebody may have meant: "1.500" is one and a half thousand in Vietnam and one and a half on many a keyboard, so that
 * both readings count; "3,5" can only be three and a half. Empty when it is no number.
 */
export function readNumbers(text: string): number[] {
  const bare = text.replace(/[\s\u00a0\u202f']/g, "");
  const readings = [readAs(bare, ",", "."), readAs(bare, ".", ",")].filter((each) => each !== null);
  return [...new Set(readings)];
}

/** Thousands stand in groups of three, before the decimal sign. */
function readAs(bare: string, decimal: "," | ".", thousands: "," | "."): number | null {
  const [whole = "", fraction = "", ...more] = bare.replace(/^[+-]/, "").split(decimal);
  const groups = whole.split(thousands);
  const grouped =
    groups.length === 1 || (/^\d{1,3}$/.test(groups[0]!) && groups.slice(1).every((each) => each.length === 3));
  const digits = `${groups.join("")}.${fraction}`;
  if (more.length > 0 || !grouped || !/^(\d+\.\d*|\.\d+)$/.test(digits)) return null;
  return Number(digits) * (bare.startsWith("-") ? -1 : 1);
}

function bestMatch(question: Numeric, text: string) {
  const numbers = readNumbers(text);
  return question.answers
    .filter(({ from, to }) => numbers.some((number) => number >= from && number <= to))
    .reduce<Numeric["answers"][number] | null>(
      (best, each) => (best && best.percent >= each.percent ? best : each),
      null,
    );
}

const written = (value: number) => String(value).replace(".", ",");

export const numeric: QuestionType<Numeric, NumericResponse> = {
  type: "numeric",
  schema,
  response,
  paper: (question) => ({ form: "short-text", numeric: true, unit: question.unit ?? null, maxLength: NUMBER_LIMIT }),
  decode(_question, _random, _shuffle, { own }) {
    if (own.length > 1) return undefined;
    const text = (own[0] ?? "").trim();
    if (text.length > NUMBER_LIMIT) return undefined;
    return text === "" ? null : { text };
  },
  encode: (_question, _random, _shuffle, { text }) => ({ own: [text], parts: {} }),
  grade: (question, { text }) => (bestMatch(question, text)?.percent ?? 0) / 100,
  review({ question, response: given, allowed }) {
    const match = given && bestMatch(question, given.text);
    const shown = allowed.response && given !== null;
    return {
      form: "text",
      given: shown ? given.text : null,
      correct: shown && allowed.correctness ? isRight(match?.percent) : null,
      accepted: allowed.rightAnswer
        ? question.answers
            .filter(({ percent }) => percent === 100)
            .map(({ from, to }) => (from === to ? written(from) : `${written(from)} – ${written(to)}`))
            .map((number) => (question.unit ? `${number} ${question.unit}` : number))
        : null,
      feedback: shown && allowed.feedback ? ((match ? match.feedback : question.wrongFeedback) ?? null) : null,
    };
  },
  texts: (question) => [question.stem],
  choices: () => [],
  lint: () => ({ groups: [], keyed: false, feedbacks: [], stem: "question" }),
  form: {
    purpose: [
      "Người học viết một con số. Hợp để hỏi thời hạn, mức tiền, số lượng.",
      "Learners write a number: for time limits, amounts, counts.",
    ],
    fields: [
      {
        kind: "rows",
        at: "answers",
        label: ["Khoảng số được chấp nhận", "Accepted numbers"],
        hint: [
          "Hai đầu bằng nhau khi chỉ nhận đúng một số. Phần thập phân viết sau dấu phẩy; không viết dấu chấm hàng nghìn.",
          "Both ends the same accept one number only. Write no sign between thousands.",
        ],
        item: ["Khoảng", "Range"],
        most: 10,
        begin: 1,
        fields: [
          { kind: "number", at: "from", label: ["Từ", "From"] },
          { kind: "number", at: "to", label: ["Đến", "To"] },
          {
            kind: "number",
            at: "percent",
            label: ["Phần trăm điểm", "Percent of the marks"],
            hint: ["100 là được trọn điểm.", "100 earns full marks."],
            usual: 100,
          },
          { kind: "text", at: "feedback", label: FEEDBACK, optional: true },
        ],
      },
      {
        kind: "line",
        at: "unit",
        label: ["Đơn vị", "Unit"],
        hint: ["Ví dụ: ngày, đồng, %.", "Like days, dong, %."],
        optional: true,
      },
      {
        kind: "text",
        at: "wrongFeedback",
        label: ["Nhận xét cho câu trả lời khác", "Feedback to any other answer"],
        optional: true,
      },
    ],
  },
};

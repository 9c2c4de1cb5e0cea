import { z } from "zod";
import { questionBase, questionTextSchema } from "../question";
import { FEEDBACK } from "../question-form/form-shape";
import { isRight, matchesPattern, type TextTolerance } from "./text-match";
import type { QuestionType } from "./question-type";

export const SHORT_ANSWER_LIMIT = 200;

const schema = questionBase.extend({
  type: z.literal("short-answer"),
  answers: z
    .array(
      z.strictObject({
        /** "*" stands for any words. */
        text: questionTextSchema.max(SHORT_ANSWER_LIMIT, "is longer than 200 characters"),
        percent: z.number().min(0).max(100).default(100),
        feedback: questionTextSchema.optional(),
      }),
    )
    .min(1, "needs at least one answer")
    .max(30, "has more than thirty answers")
    .refine((answers) => answers.some(({ percent }) => percent === 100), {
      message: "needs an answer worth 100 percent",
    }),
  /** Unless these say so, "Điều 14" and "dieu 14" are the same. */
  caseMatters: z.boolean().default(false),
  accentsMatter: z.boolean().default(false),
  /** To who wrote anything else. */
  wrongFeedback: questionTextSchema.optional(),
});
export type ShortAnswer = z.infer<typeof schema>;

const response = z.strictObject({ text: z.string().max(SHORT_ANSWER_LIMIT) });
export type ShortAnswerResponse = z.infer<typeof response>;

/** The answer worth most among those that fit; null when none does. */
function bestMatch(question: ShortAnswer, text: string) {
  const tolerance: TextTolerance = { caseMatters: question.caseMatters, accentsMatter: question.accentsMatter };
  return question.answers
    .filter((answer) => matchesPattern(text, answer.text, tolerance))
    .reduce<ShortAnswer["answers"][number] | null>(
      (best, each) => (best && best.percent >= each.percent ? best : each),
      null,
    );
}

/** "*" as a reader understands it. */
const inWords = (pattern: string) => pattern.replace(/(?<!\\)\*/g, "…").replaceAll("\\*", "*");

export const shortAnswer: QuestionType<ShortAnswer, ShortAnswerResponse> = {
  type: "short-answer",
  schema,
  response,
  paper: () => ({ form: "short-text", numeric: false, unit: null, maxLength: SHORT_ANSWER_LIMIT }),
  decode(_question, _random, _shuffle, { own }) {
    if (own.length > 1) return undefined;
    const text = (own[0] ?? "").normalize("NFC").trim();
    if (text.length > SHORT_ANSWER_LIMIT) return undefined;
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
        ? question.answers.filter(({ percent }) => percent === 100).map(({ text }) => inWords(text))
        : null,
      feedback: shown && allowed.feedback ? ((match ? match.feedback : question.wrongFeedback) ?? null) : null,
    };
  },
  texts: (question) => [question.stem],
  choices: () => [],
  lint: () => ({ groups: [], keyed: false, feedbacks: [], stem: "question" }),
  form: {
    purpose: [
      "Người học tự viết vài từ, máy chấm. Hợp để hỏi tên gọi, số hiệu, cụm từ của quy định.",
      "Learners write a few words, the machine marks them: for names, numbers, terms of a rule.",
    ],
    fields: [
      {
        kind: "rows",
        at: "answers",
        label: ["Câu trả lời được chấp nhận", "Accepted answers"],
        hint: [
          "Viết mỗi cách trả lời trên một dòng. Dấu * thay cho từ ngữ bất kỳ.",
          "Each way to answer is a row of its own. * stands for any words.",
        ],
        item: ["Câu trả lời", "Answer"],
        most: 30,
        begin: 2,
        fields: [
          { kind: "line", at: "text", label: ["Nội dung", "Text"] },
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
        kind: "text",
        at: "wrongFeedback",
        label: ["Nhận xét cho câu trả lời khác", "Feedback to any other answer"],
        optional: true,
      },
      {
        kind: "tick",
        at: "caseMatters",
        label: ["Phân biệt chữ hoa, chữ thường", "Capitals matter"],
      },
      {
        kind: "tick",
        at: "accentsMatter",
        label: ["Phân biệt dấu tiếng Việt", "Vietnamese accents matter"],
      },
    ],
  },
};

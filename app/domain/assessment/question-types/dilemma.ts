import { z } from "zod";
import { citationSchema, questionBase, questionIdSchema, questionTextSchema } from "../question";
import { citationFields, type Pair } from "../question-form/form-shape";
import { ANCHORED, idsAtPlaces, optionsOnPaper, orderOptions, placesOfIds } from "./options";
import { DILEMMA_GRADES, type DilemmaGrade, type QuestionType } from "./question-type";

/** The part of the marks that a way to act earns. */
const SHARE: Record<DilemmaGrade, number> = { best: 1, acceptable: 0.5, risky: 0, violation: 0 };

const schema = questionBase
  .extend({
    type: z.literal("dilemma"),
    options: z
      .array(
        z.strictObject({
          id: questionIdSchema,
          text: questionTextSchema,
          grade: z.enum(DILEMMA_GRADES),
          /** What comes of acting so. */
          consequence: questionTextSchema,
          /** What it is judged by, where that is not the citation of the whole question. */
          citation: citationSchema.optional(),
          anchored: z.boolean().optional(),
        }),
      )
      .min(2, "needs at least two options")
      .max(6, "has more than six options")
      .refine((options) => options.some(({ grade }) => grade === "best"), { message: "needs a best option" })
      .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, {
        message: "an option id stands twice",
      })
      .refine((options) => new Set(options.map(({ text }) => text.toLowerCase())).size === options.length, {
        message: "an option stands twice",
      }),
    /** What becomes due for who chose a violation; the lesson of the question when nothing is said. */
    remedial: z.strictObject({ lesson: questionIdSchema, section: questionIdSchema.optional() }).optional(),
  })
  .refine(
    ({ options, remedial, lesson }) => remedial || lesson || !options.some(({ grade }) => grade === "violation"),
    {
      path: ["remedial"],
      message: "must name a lesson, because an option is a violation",
    },
  );
export type Dilemma = z.infer<typeof schema>;

/** How each way to act is judged, as who writes chooses it. */
const GRADE_LABELS: Record<DilemmaGrade, Pair> = {
  best: ["Tốt nhất – được trọn điểm", "Best: full marks"],
  acceptable: ["Chấp nhận được – nửa điểm", "Acceptable: half the marks"],
  risky: ["Có rủi ro – không có điểm", "Risky: no marks"],
  violation: ["Vi phạm – không có điểm, phải đọc lại bài", "Violation: no marks, and a lesson to read again"],
};

const response = z.strictObject({ option: questionIdSchema });
export type DilemmaResponse = z.infer<typeof response>;

const chosenOf = (question: Dilemma, given: DilemmaResponse) => question.options.find(({ id }) => id === given.option);

export const dilemma: QuestionType<Dilemma, DilemmaResponse> = {
  type: "dilemma",
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
  grade(question, given) {
    const chosen = chosenOf(question, given);
    return chosen ? SHARE[chosen.grade] : 0;
  },
  suffices: (question, given) => ["best", "acceptable"].includes(chosenOf(question, given)?.grade ?? ""),
  remedial(question, given) {
    const chosen = chosenOf(question, given);
    const remedial = question.remedial ?? (question.lesson ? { lesson: question.lesson } : null);
    return chosen?.grade === "violation" && remedial ? { option: chosen.id, remedial } : null;
  },
  review: ({ question, response: given, random, shuffle, allowed }) => ({
    form: "dilemma",
    options: orderOptions(question.options, random, shuffle).map((option) => {
      const chosen = allowed.response && given?.option === option.id;
      return {
        text: option.text,
        chosen,
        grade: allowed.rightAnswer || (chosen && allowed.correctness) ? option.grade : null,
        consequence: allowed.feedback && (chosen || allowed.rightAnswer) ? option.consequence : null,
        citation: allowed.feedback && (chosen || allowed.rightAnswer) ? (option.citation ?? null) : null,
      };
    }),
  }),
  texts: (question) => [question.stem, ...question.options.map(({ text }) => text)],
  choices: (question) =>
    question.options.map(({ id, text, grade }) => ({
      part: "option",
      value: id,
      label: text,
      of: null,
      key: grade === "best",
      // A violation that nobody chooses is what everybody hopes for: it stands there to say where the line is.
      distractor: grade === "risky",
      grade,
    })),
  lint: ({ options }) => ({
    groups: [options.map((option) => ({ ...option, correct: option.grade === "best" }))],
    keyed: options.filter(({ grade }) => grade === "best").length === 1,
    feedbacks: options.map(({ id, consequence }) => ({ id, feedback: consequence })),
    stem: "question",
  }),
  form: {
    purpose: [
      "Tình huống khó xử với các cách xử lý được xếp mức. Hợp để rèn cách cân nhắc và thấy hệ quả.",
      "A case with ways to act, each graded: for weighing them and seeing what follows.",
    ],
    fields: [
      {
        kind: "rows",
        at: "options",
        label: ["Các cách xử lý", "Ways to act"],
        hint: ["Cần ít nhất một cách tốt nhất.", "At least one has to be the best."],
        item: ["Cách xử lý", "Way to act"],
        most: 6,
        begin: 3,
        ids: "letters",
        fields: [
          { kind: "text", at: "text", label: ["Nội dung", "Text"] },
          {
            kind: "pick",
            at: "grade",
            label: ["Mức", "Grade"],
            options: DILEMMA_GRADES.map((value) => ({ value, label: GRADE_LABELS[value] })),
          },
          {
            kind: "text",
            at: "consequence",
            label: ["Hệ quả", "What comes of it"],
            hint: ["Điều xảy ra sau khi xử lý như vậy.", "What happens after acting so."],
          },
          citationFields({
            label: ["Căn cứ riêng của cách xử lý này", "Legal basis of this way to act"],
            optional: true,
          }),
          ANCHORED,
        ],
      },
      {
        kind: "group",
        at: "remedial",
        label: ["Phải đọc lại khi chọn cách vi phạm", "To be read again by who chose a violation"],
        hint: [
          "Không chọn thì dùng bài học liên quan của câu hỏi.",
          "When nothing is chosen it is the lesson of the question.",
        ],
        optional: true,
        fields: [
          { kind: "lesson", at: "lesson", label: ["Bài học", "Lesson"], optional: true },
          { kind: "section", at: "section", label: ["Mục của bài", "Section of it"], optional: true },
        ],
      },
    ],
  },
};

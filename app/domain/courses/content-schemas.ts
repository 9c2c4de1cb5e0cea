/** The shapes of the YAML in a course folder and in the register of documents. */
import { z } from "zod";
import type { ReviewItem } from "../assessment/policy";
import { DOCUMENT_STATUSES } from "../documents/document";
import { parseDay } from "../time";
import { phraseCode } from "./content-words/phrases";

const text = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, phraseCode("slug"));
const day = z.string().refine((value) => /^\d{4}-/.test(value) && parseDay(value) !== null, phraseCode("day"));
const count = z.number().int();

const review = { reviewedOn: day, reviewedBy: text, reviewAgainBy: day };

/** `expired: true` says that a document which is no longer in force is cited on purpose. */
export const citationSchema = z.strictObject({
  document: text,
  article: text.optional(),
  clause: text.optional(),
  expired: z.literal(true).optional(),
});

export const courseSchema = z
  .strictObject({
    slug,
    title: text,
    summary: text,
    audience: text,
    language: z.enum(["vi", "en"]),
    studyForm: text,
    ...review,
    criteria: z.array(text),
    certificate: z.strictObject({ courseName: text }),
    lessons: z
      .array(
        z.strictObject({
          file: z.string().regex(/^\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/, phraseCode("lessonFile")),
          required: z.boolean(),
        }),
      )
      .max(60),
    /** The package in `scorm/`: whether its items must be finished, and how long they take together. */
    scorm: z.strictObject({ required: z.boolean(), minutes: count.min(1).max(600) }).optional(),
  })
  .refine(({ lessons, scorm }) => lessons.length > 0 || scorm !== undefined, { path: ["lessons"], message: "≥ 1" });
export type CourseFile = z.infer<typeof courseSchema>;

export const lessonFrontMatterSchema = z.strictObject({
  id: slug,
  title: text,
  summary: text,
  objectives: z.array(text).min(1),
  legalBasis: z.array(citationSchema).min(1),
  ...review,
});
export type LessonFrontMatter = z.infer<typeof lessonFrontMatterSchema>;

// The list itself belongs to assessment, which stands above; the type keeps this copy complete.
const REVIEW_ITEMS: Record<ReviewItem, true> = {
  response: true,
  correctness: true,
  marks: true,
  feedback: true,
  rightAnswer: true,
  explanation: true,
  citation: true,
  overall: true,
};
const reviewItems = z.array(z.enum(Object.keys(REVIEW_ITEMS) as [ReviewItem, ...ReviewItem[]]));

const drawRule = z
  .strictObject({
    topic: slug.optional(),
    document: text.optional(),
    article: text.optional(),
    clause: text.optional(),
    difficulty: z.enum(["easy", "medium", "hard"]).optional(),
    count: count.min(1).max(200),
  })
  .refine(({ topic, document }) => topic !== undefined || document !== undefined, {
    path: ["topic"],
    message: phraseCode("topicOrDocument"),
  });

/**
 * The rules of a test. Versions that were published before a rule was known are read with its default, which is what the
 * platform did then.
 */
export const testSchema = z
  .strictObject({
    title: text,
    draw: z.array(drawRule).min(1),
    shuffleQuestions: z.boolean(),
    shuffleOptions: z.boolean(),
    timeLimitMinutes: count.min(1).max(300),
    graceSeconds: count.min(0).max(600),
    passPercent: z.number().min(1).max(100),
    attempts: count.min(1).max(20),
    attemptThatCounts: z.enum(["highest", "first", "last", "average"]),
    delayMinutes: count.min(0).max(10_080),
    opensOn: day.optional(),
    closesOn: day.optional(),
    whenTimeExpires: z.enum(["submit", "grace", "void"]),
    handInGraceMinutes: count.min(1).max(1_440).default(10),
    feedback: z.enum(["at-end", "at-once", "with-hints"]).default("at-end"),
    hintPenaltyPercent: z.number().min(0).max(100).default(25),
    buildOnLast: z.boolean().default(false),
    paceCheck: z.boolean().default(true),
    honourStatement: text.optional(),
    review: z.strictObject({
      during: reviewItems.default(["response", "correctness", "feedback", "explanation", "citation"]),
      rightAfter: reviewItems.optional(),
      whileAttemptsRemain: reviewItems,
      whenFinished: reviewItems,
      afterClose: reviewItems.optional(),
    }),
    overallFeedback: z
      .array(z.strictObject({ from: z.number().min(0).max(100), text }))
      .max(10)
      .default([]),
  })
  .refine(({ opensOn, closesOn }) => !opensOn || !closesOn || opensOn <= closesOn, {
    path: ["closesOn"],
    message: phraseCode("notBeforeOpening"),
  })
  .refine(({ buildOnLast, feedback }) => !buildOnLast || feedback !== "at-end", {
    path: ["buildOnLast"],
    message: phraseCode("onlyForPractice"),
  });

/** The frame of a bank file; each question is read by the kind of question that it names. */
export const bankSchema = z.strictObject({
  topic: slug,
  title: text,
  /** Texts that several questions are about; a question names one by `case: <id>`. */
  cases: z.array(z.strictObject({ id: slug, title: text, text })).optional(),
  questions: z.array(z.looseObject({ id: slug })).min(1),
});

export const documentSchema = z.strictObject({
  number: text,
  title: text,
  issuer: text,
  kind: text,
  issuedOn: day.optional(),
  effectiveOn: day.optional(),
  expiredOn: day.optional(),
  status: z.enum(DOCUMENT_STATUSES),
  replacedBy: text.optional(),
  note: text.optional(),
  source: z
    .string()
    .regex(/^https:\/\/\S+$/, "https://…")
    .optional(),
  places: z
    .array(z.strictObject({ article: text.optional(), clause: text.optional() }))
    .max(500)
    .optional(),
});

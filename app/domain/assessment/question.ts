import { z } from "zod";

export const QUESTION_STATUSES = ["draft", "ready", "retired"] as const;
export const DIFFICULTIES = ["easy", "medium", "hard"] as const;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
const text = z.string().trim().min(1, "must not be empty");

/** `expired: true` says that a document which is no longer in force is cited on purpose. */
export const citationSchema = z.strictObject({
  document: text,
  article: text.optional(),
  clause: text.optional(),
  expired: z.literal(true).optional(),
});

/** A situation that several questions ask about. Each question carries it whole, so that its paper can be rebuilt for ever. */
export const caseTextSchema = z.strictObject({ id, title: text, text });
export type CaseText = z.infer<typeof caseTextSchema>;

/** What every question carries, whatever its type. */
export const questionBase = z.strictObject({
  /** Stable: the same id in the next version is the same question. */
  id,
  topic: id,
  status: z.enum(QUESTION_STATUSES),
  difficulty: z.enum(DIFFICULTIES),
  stem: text,
  citation: citationSchema,
  /** The lesson that teaches it. */
  lesson: id.optional(),
  explanation: text,
  /** What a right answer is worth in the paper. */
  marks: z.number().min(0.25, "must be from 0.25 to 20").max(20, "must be from 0.25 to 20").default(1),
  /** Who misses it does not pass, whatever the total. */
  critical: z.boolean().default(false),
  case: caseTextSchema.optional(),
  /** Shown one after the other, when the test gives hints. */
  hints: z.array(text).max(4, "has more than four hints").optional(),
});

export type QuestionBase = z.infer<typeof questionBase>;

export { id as questionIdSchema, text as questionTextSchema };

import { z } from "zod";

export const QUESTION_STATUSES = ["draft", "ready", "retired"] as const;
export const DIFFICULTIES = ["easy", "medium", "hard"] as const;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
const text = z.string().trim().min(1, "must not be empty");

/** What every question carries, whatever its type. */
export const questionBase = z.strictObject({
  /** Stable: the same id in the next version is the same question. */
  id,
  topic: id,
  status: z.enum(QUESTION_STATUSES),
  difficulty: z.enum(DIFFICULTIES),
  stem: text,
  citation: z.strictObject({ document: text, article: text.optional(), clause: text.optional() }),
  /** The lesson that teaches it. */
  lesson: id.optional(),
  explanation: text,
});

export type QuestionBase = z.infer<typeof questionBase>;

export { id as questionIdSchema, text as questionTextSchema };

import { z } from "zod";
import { parseDay } from "../time";

export const LONGEST_NOTE = 500;

/** What is typed to assign a course; a day is taken as dd/mm/yyyy or yyyy-mm-dd. Messages are word keys. */
export const assignmentForm = z.object({
  unit: z.string({ error: "assign.needsUnit" }),
  course: z.string({ error: "assign.needsCourse" }),
  dueOn: z.string({ error: "assign.needsDay" }).transform((text, context) => {
    const day = parseDay(text);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "assign.needsDay" });
    return z.NEVER;
  }),
  note: z
    .string()
    .max(LONGEST_NOTE, { error: "assign.noteTooLong" })
    .transform((text) => text.normalize("NFC").trim())
    .optional(),
  /** First to see whom it reaches, then to do it. */
  intent: z.enum(["check", "confirm"]),
});

export type AssignmentFields = z.input<typeof assignmentForm>;

export interface AssignmentChoices {
  units: { code: string; label: string }[];
  courses: { slug: string; title: string }[];
  /** Chosen by the address that led here. */
  unit: string | null;
}

import { z } from "zod";
import { dayField, tidyText } from "../typed-fields";

export const LONGEST_NOTE = 500;

/** What is typed to assign a course; a day is taken as dd/mm/yyyy or yyyy-mm-dd. Messages are word keys. */
export const assignmentForm = z.object({
  unit: z.string({ error: "assign.needsUnit" }),
  course: z.string({ error: "assign.needsCourse" }),
  dueOn: dayField("assign.needsDay"),
  note: z.string().max(LONGEST_NOTE, { error: "assign.noteTooLong" }).transform(tidyText).optional(),
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

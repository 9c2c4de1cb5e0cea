import { z } from "zod";
import { parseDay } from "../time";
import { dayProblems, PERIOD_KINDS } from "./period";

const day = z.string({ error: "evaluation.needsDay" }).transform((text, context) => {
  const found = parseDay(text);
  if (found !== null) return found;
  context.addIssue({ code: "custom", message: "evaluation.needsDay" });
  return z.NEVER;
});

/** What is typed to open a period or to change it; days as dd/mm/yyyy. Messages are word keys. */
export const periodForm = z
  .object({
    unit: z.string({ error: "evaluation.needsUnit" }),
    kind: z.enum(PERIOD_KINDS),
    title: z
      .string({ error: "evaluation.needsTitle" })
      .max(200, { error: "evaluation.titleTooLong" })
      .transform((text) => text.normalize("NFC").trim()),
    fromOn: day,
    toOn: day,
    cutOffOn: day,
    objectUntil: day,
  })
  .superRefine((days, context) => {
    for (const [field, message] of Object.entries(dayProblems(days)))
      context.addIssue({ code: "custom", path: [field], message });
  });
export type PeriodFields = z.input<typeof periodForm>;

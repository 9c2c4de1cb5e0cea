import { z } from "zod";
import { parseDay } from "../../time";

const text = (needs: string, longest: number) =>
  z
    .string({ error: needs })
    .max(longest, { error: "errors.fieldTooLong" })
    .transform((value) => value.normalize("NFC").replaceAll("\0", "").trim())
    .refine((value) => value.length >= 3, { error: needs });

/** What is entered to publish a supplement. Messages are word keys. */
export const supplementForm = z.object({
  course: z.string(),
  from: z.coerce.number().int(),
  /** Number of the version that the form was filled in for. */
  over: z.coerce.number().int(),
  title: text("supplement.needsTitle", 200),
  reason: text("supplement.needsReason", 1000),
  dueOn: z.string({ error: "supplement.needsDue" }).transform((value, context) => {
    const day = parseDay(value);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "supplement.needsDue" });
    return z.NEVER;
  }),
  block: z.array(z.string().max(300)).max(500).default([]),
  question: z.array(z.string().max(100)).max(200).default([]),
});
export type SupplementValues = z.output<typeof supplementForm>;

import { z } from "zod";

const text = (needs: string, longest: number) =>
  z
    .string({ error: needs })
    .max(longest, { error: "errors.fieldTooLong" })
    .transform((value) => value.normalize("NFC").replaceAll("\0", "").trim())
    .refine((value) => value.length >= 3, { error: needs });

/** What a reader says. Messages are word keys. */
export const reportForm = z.object({
  block: z.string().max(200).optional(),
  text: text("reports.needsText", 2000),
});
export type ReportValues = z.output<typeof reportForm>;

/** What an officer says to it. `mendedIn`: number of the version in which it was mended. */
export const answerForm = z
  .object({
    intent: z.enum(["answer", "close"]),
    answer: z
      .string()
      .max(2000, { error: "errors.fieldTooLong" })
      .optional()
      .transform((value) => (value ?? "").normalize("NFC").replaceAll("\0", "").trim()),
    mendedIn: z
      .string()
      .optional()
      .transform((value) => (value === undefined || value === "" ? null : Number(value))),
  })
  .superRefine(({ intent, answer }, context) => {
    if (intent === "answer" && answer.length < 3)
      context.addIssue({ code: "custom", path: ["answer"], message: "reports.needsAnswer" });
  });
export type AnswerValues = z.output<typeof answerForm>;

import { z } from "zod";
import { optionalTextField, textField } from "../../typed-fields";

/** What a reader says. Messages are word keys. */
export const reportForm = z.object({
  block: z.string().max(200).optional(),
  text: textField({ least: 3, most: 2000, needs: "reports.needsText" }),
});
export type ReportValues = z.output<typeof reportForm>;

/** What an officer says to it. `mendedIn`: number of the version in which it was mended. */
export const answerForm = z
  .object({
    intent: z.enum(["answer", "close"]),
    answer: optionalTextField({ most: 2000 }),
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

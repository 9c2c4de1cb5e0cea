/** What an officer hands up and confirms. Messages are word keys. */
import { z } from "zod";
import type { PackageFacts } from "./intake-plan";

export const uploadForm = z.object({ file: z.instanceof(File, { error: "intake.needsFile" }) });

const line = z.string({ error: "errors.fieldRequired" }).trim().min(1).max(300);

export const packageFactsForm = z.object({
  slug: z
    .string({ error: "errors.fieldRequired" })
    .trim()
    .max(100)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "intake.badSlug" }),
  title: line,
  summary: line,
  audience: line,
  reviewedBy: line,
  minutes: z.number({ error: "intake.badMinutes" }).int().min(1).max(600),
  required: z.literal("on").optional(),
});

const seen = { seen: z.string(), over: z.literal("on").optional() };

export const intakeForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("discard") }),
  z.object({ intent: z.literal("apply"), ...seen }),
  z.object({ intent: z.literal("apply-package"), ...seen, ...packageFactsForm.shape }),
]);

export function factsOf(typed: z.infer<typeof packageFactsForm>): PackageFacts {
  const { slug, title, summary, audience, reviewedBy, minutes, required } = typed;
  return { slug, title, summary, audience, reviewedBy, minutes, required: required === "on" };
}

import { z } from "zod";
import { dayField, lineField, tidyLine } from "../../typed-fields";
import type { CorrectionWish } from "./correction";

/** What is typed to correct a completion or to have learning elsewhere recognised. Messages are word keys. */
const LONGEST = 1000;

const reason = lineField({ least: 10, most: LONGEST, needs: "record.needsReason" });

const percent = z
  .string()
  .transform((text) => text.trim())
  .transform((text, context) => {
    const value = Number(text.replace(",", "."));
    if (/^\d+([.,]\d{1,2})?$/.test(text) && value <= 100) return value;
    context.addIssue({ code: "custom", message: "record.badScore" });
    return z.NEVER;
  })
  .optional();

/** "show": the change is shown before it is made ("make"), or typed again ("edit"). */
const step = { step: z.enum(["show", "make", "edit"]), seen: z.coerce.number().int().min(0) };

export const correctionForm = z.discriminatedUnion("kind", [
  z.object({
    ...step,
    kind: z.literal("facts"),
    completedOn: dayField("record.needsCompletedOn"),
    scorePercent: percent,
    onTime: z.enum(["by-date", "yes", "no"]).default("by-date"),
    reason,
  }),
  z.object({ ...step, kind: z.literal("void"), reason }),
  z.object({ ...step, kind: z.literal("restore"), reason }),
]);

export type CorrectionValues = z.output<typeof correctionForm>;

export function wishOf(values: CorrectionValues): CorrectionWish {
  if (values.kind !== "facts") return { kind: values.kind, reason: values.reason };
  const { completedOn, scorePercent = null, onTime } = values;
  return { kind: "facts", completedOn, scorePercent, onTime, reason: values.reason };
}

export const recognitionForm = z.object({
  step: z.enum(["show", "make", "edit"]),
  course: z.string({ error: "record.needsCourse" }).regex(/^[a-z0-9-]+$/, { error: "record.needsCourse" }),
  cycle: z
    .string({ error: "record.needsCycle" })
    .transform(tidyLine)
    .pipe(z.string().regex(/^[0-9A-Za-z-]{1,20}$/, { error: "record.needsCycle" })),
  decisionNumber: lineField({ most: 100, needs: "record.needsNumber" }),
  decidedOn: dayField("record.needsDecidedOn"),
  issuer: lineField({ least: 3, most: 200, needs: "record.needsIssuer" }),
  learned: lineField({ least: 10, most: LONGEST, needs: "record.needsLearned" }),
});

export type RecognitionValues = z.output<typeof recognitionForm>;

import { z } from "zod";
import { parseDay } from "../../time";
import type { CorrectionWish } from "./correction";

/** What is typed to correct a completion or to have learning elsewhere recognised. Messages are word keys. */
const LONGEST = 1000;

const tidy = (text: string) => text.normalize("NFC").replaceAll("\0", "").replace(/\s+/g, " ").trim();

const textField = (least: number, most: number, message: string, tooLong: string) =>
  z
    .string({ error: message })
    .transform(tidy)
    .refine((text) => text.length >= least, { error: message })
    .refine((text) => text.length <= most, { error: tooLong });

const reason = textField(10, LONGEST, "record.needsReason", "record.tooLong");

const day = z.string({ error: "record.needsDay" }).transform((text, context) => {
  const found = parseDay(text);
  if (found !== null) return found;
  context.addIssue({ code: "custom", message: "record.needsDay" });
  return z.NEVER;
});

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
    completedOn: day,
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
    .transform(tidy)
    .pipe(z.string().regex(/^[0-9A-Za-z-]{1,20}$/, { error: "record.needsCycle" })),
  decisionNumber: textField(1, 100, "record.needsNumber", "record.tooLong"),
  decidedOn: day,
  issuer: textField(3, 200, "record.needsIssuer", "record.tooLong"),
  learned: textField(10, LONGEST, "record.needsLearned", "record.tooLong"),
});

export type RecognitionValues = z.output<typeof recognitionForm>;

import { z } from "zod";
import { parseDay } from "../time";
import { STAFF_CATEGORIES } from "./staff-category";
import { END_REASONS } from "./staff-change";

/** What is typed to change the staff list. Messages are word keys. */
const tidy = (text: string) => text.normalize("NFC").replaceAll("\0", "").replace(/\s+/g, " ").trim();

const textField = (least: number, most: number, message: string) =>
  z
    .string({ error: message })
    .transform(tidy)
    .refine((text) => text.length >= least, { error: message })
    .refine((text) => text.length <= most, { error: "staffChange.tooLong" });

const readDay = (text: string, context: z.RefinementCtx) => {
  const found = parseDay(text);
  if (found !== null) return found;
  context.addIssue({ code: "custom", message: "staffChange.badDay" });
  return z.NEVER;
};
const day = z.string({ error: "staffChange.badDay" }).transform(readDay);

const decision = { decisionNumber: textField(1, 100, "staffChange.needsNumber"), decidedOn: day };

/** "show": what follows is shown before it is made ("make"), or typed again ("edit"). */
const intent = z.enum(["show", "make", "edit"]);
const unitText = z.string().max(100).optional();
const findUnit = z.object({ intent: z.literal("find-unit"), unitText });

/** A post in a unit, for a transfer and for coming back. */
export const postForm = z.discriminatedUnion("intent", [
  findUnit,
  z.object({
    intent,
    unit: z.string({ error: "staffChange.needsUnit" }).max(60),
    positionTitle: textField(2, 150, "staffChange.needsPosition"),
    from: day,
    staffCategory: z.enum(STAFF_CATEGORIES, { error: "staffChange.needsCategory" }),
    ...decision,
    unitText,
  }),
]);
export type PostValues = Exclude<z.output<typeof postForm>, { intent: "find-unit" }>;

export const leavingForm = z.object({
  intent,
  lastDay: day,
  reason: z.enum(END_REASONS, { error: "staffChange.needsEndReason" }),
  ...decision,
});
export type LeavingValues = z.output<typeof leavingForm>;

/** Goes into the audit trail, where no personal ID belongs. */
const withoutId = (field: ReturnType<typeof textField>, message = "staffChange.evidenceHasId") =>
  field.refine((text) => !/\d{3}(?:[ .-]?\d{3}){3}/.test(text), { error: message });

export const detailsForm = z.object({
  intent,
  fullName: textField(2, 120, "staffChange.needsName"),
  staffNumber: z
    .string({ error: "accountForm.badStaffNumber" })
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{1,29}$/, "accountForm.badStaffNumber")
    .transform((text) => text.toUpperCase()),
  email: z.email("accountForm.badEmail").max(200).optional(),
  recruitedOn: z.string().transform(readDay).optional(),
  reason: withoutId(textField(5, 500, "staffChange.needsReason")),
  /** What was looked at: a decision, an identity card. */
  evidence: withoutId(textField(5, 500, "staffChange.needsEvidence")),
});
export type DetailsValues = z.output<typeof detailsForm>;

/** The latest entry is taken back; "again": and then entered anew. */
export const undoForm = z.object({
  intent: z.enum(["make", "again"]),
  /** Which entry the page showed: `revision` of `LatestChange`. */
  entry: z.string().max(200).default(""),
  reason: withoutId(textField(5, 500, "staffChange.needsUndoReason"), "staffChange.undoReasonHasId"),
});
export type UndoValues = z.output<typeof undoForm>;

import { z } from "zod";
import { dayField, lineField } from "../typed-fields";
import { STAFF_CATEGORIES } from "./staff-category";
import { END_REASONS } from "./staff-change";

/** What is typed to change the staff list. Messages are word keys. */
const decision = {
  decisionNumber: lineField({ most: 100, needs: "staffChange.needsNumber" }),
  decidedOn: dayField("staffChange.needsDecidedOn"),
};

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
    positionTitle: lineField({ least: 2, most: 150, needs: "staffChange.needsPosition" }),
    from: dayField("staffChange.needsFrom"),
    staffCategory: z.enum(STAFF_CATEGORIES, { error: "staffChange.needsCategory" }),
    ...decision,
    unitText,
  }),
]);
export type PostValues = Exclude<z.output<typeof postForm>, { intent: "find-unit" }>;

export const leavingForm = z.object({
  intent,
  lastDay: dayField("staffChange.needsLastDay"),
  reason: z.enum(END_REASONS, { error: "staffChange.needsEndReason" }),
  ...decision,
});
export type LeavingValues = z.output<typeof leavingForm>;

/** Goes into the audit trail, where no personal ID belongs. */
const withoutId = (field: ReturnType<typeof lineField>, message = "staffChange.evidenceHasId") =>
  field.refine((text) => !/\d{3}(?:[ .-]?\d{3}){3}/.test(text), { error: message });

export const detailsForm = z.object({
  intent,
  fullName: lineField({ least: 2, most: 120, needs: "staffChange.needsName" }),
  staffNumber: z
    .string({ error: "accountForm.badStaffNumber" })
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{1,29}$/, "accountForm.badStaffNumber")
    .transform((text) => text.toUpperCase()),
  email: z.email("accountForm.badEmail").max(200).optional(),
  recruitedOn: dayField("staffChange.badRecruitedOn").optional(),
  reason: withoutId(lineField({ least: 5, most: 500, needs: "staffChange.needsReason" })),
  /** What was looked at: a decision, an identity card. */
  evidence: withoutId(lineField({ least: 5, most: 500, needs: "staffChange.needsEvidence" })),
});
export type DetailsValues = z.output<typeof detailsForm>;

/** The latest entry is taken back; "again": and then entered anew. */
export const undoForm = z.object({
  intent: z.enum(["make", "again"]),
  /** Which entry the page showed: `revision` of `LatestChange`. */
  entry: z.string().max(200).default(""),
  reason: withoutId(
    lineField({ least: 5, most: 500, needs: "staffChange.needsUndoReason" }),
    "staffChange.undoReasonHasId",
  ),
});
export type UndoValues = z.output<typeof undoForm>;

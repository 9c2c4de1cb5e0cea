import { z } from "zod";
import { UNIT_KINDS } from "./unit";
import { findUnitForm, unitText } from "./unit-choice";

/** What the form for a new unit sends. */
export const unitForm = z.discriminatedUnion("intent", [
  findUnitForm,
  z.object({
    intent: z.literal("create"),
    unit: z.string().max(60),
    name: z.string().trim().min(2).max(200),
    kind: z.enum(UNIT_KINDS, "errors.fieldRequired"),
    code: z.string().trim().max(60).optional(),
    unitText,
  }),
]);

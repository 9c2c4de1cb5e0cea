import { z } from "zod";
import { readPersonalId } from "../organization/personal-id";
import { STAFF_CATEGORIES } from "../organization/staff-category";
import { findUnitForm, unitText } from "../organization/unit-choice";
import { dayField, lineField, optionalTextField } from "../typed-fields";
import { ROLE_NAMES } from "./permissions";

/** What the administrator's forms send; a message is a key of the word catalogue. */
export const accountForm = z.discriminatedUnion("intent", [
  findUnitForm,
  z.object({
    intent: z.literal("create"),
    fullName: lineField({ least: 2, most: 120, needs: "accountForm.needsName" }),
    staffNumber: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{1,29}$/, "accountForm.badStaffNumber"),
    unit: z.string().max(60),
    positionTitle: lineField({ least: 2, most: 150, needs: "accountForm.needsPosition" }),
    staffCategory: z.enum(STAFF_CATEGORIES, "errors.fieldRequired"),
    recruitedOn: dayField("accountForm.badDate").optional(),
    email: z.email("accountForm.badEmail").max(200).optional(),
    personalId: z
      .string()
      .max(30)
      .refine((text) => readPersonalId(text) !== null, "accountForm.personalIdInvalid")
      .optional(),
    identifier: z.string().max(64).optional(),
    unitText,
  }),
  z.object({ intent: z.literal("create-listed"), officialId: z.uuid() }),
]);

/** Everything that is done to one account. */
export const accountChangeForm = z.discriminatedUnion("intent", [
  findUnitForm,
  z.object({
    intent: z.literal("grant"),
    role: z.enum(ROLE_NAMES, "errors.fieldRequired"),
    unit: z.string().max(60),
    unitText,
  }),
  z.object({ intent: z.literal("revoke"), grantId: z.uuid() }),
  z.object({ intent: z.literal("disable"), reason: optionalTextField({ most: 300 }) }),
  z.object({ intent: z.literal("enable") }),
  z.object({ intent: z.literal("reset-password") }),
]);

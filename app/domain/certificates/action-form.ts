import { z } from "zod";
import { dayField } from "../typed-fields";
import { type CertificateAction, EXPIRY_CLASSES, REISSUE_CLASSES, REVOCATION_CLASSES } from "./history";

const reason = z.string().trim().min(5).max(500);
/** "look": what would follow is shown; "apply": it is done. */
const intent = z.enum(["look", "apply"]);
const printed = (most: number) => z.string().trim().min(2).max(most);

export const ACTION_FORMS = {
  revoke: z.object({ intent, reasonClass: z.enum(REVOCATION_CLASSES), reason }),
  reissue: z.object({
    intent,
    reasonClass: z.enum(REISSUE_CLASSES),
    reason,
    fullName: printed(120),
    positionTitle: z
      .string()
      .trim()
      .max(160)
      .optional()
      .transform((text) => text ?? ""),
    unitName: printed(300),
  }),
  expire: z.object({
    intent,
    reasonClass: z.enum(EXPIRY_CLASSES),
    reason,
    lastDay: dayField("book.dayWrong"),
  }),
} as const;

export const REASON_CLASSES: Record<CertificateAction, readonly string[]> = {
  revoke: REVOCATION_CLASSES,
  reissue: REISSUE_CLASSES,
  expire: EXPIRY_CLASSES,
};

export type ActionFields = Record<
  "reasonClass" | "reason" | "fullName" | "positionTitle" | "unitName" | "lastDay",
  string
>;

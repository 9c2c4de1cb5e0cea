import { z } from "zod";

const line = z.string().trim().max(200);
const optionalLine = line.optional().transform((text) => text ?? "");

/** What the administrator enters of the agency and of who issues certificates. */
export const settingsForm = z.object({
  name: line.min(2),
  parentName: optionalLine,
  address: optionalLine,
  phone: z
    .string()
    .trim()
    .max(40)
    .optional()
    .transform((text) => text ?? ""),
  supportEmail: z
    .union([z.literal(""), z.email()])
    .optional()
    .transform((text) => text ?? ""),
  issuerCode: z
    .string()
    .trim()
    .regex(/^[\p{Lu}\d]+([-.&][\p{Lu}\d]+)*$/u, "settings.issuerCodeWrong"),
  issuerName: line.min(2),
  issuerParentName: line.min(2),
  place: line.min(2),
  signerTitle: line.min(2),
  signerName: optionalLine,
  legalBasis: optionalLine,
});
export type SettingsValues = z.infer<typeof settingsForm>;

export const AGENCY_FIELDS = ["name", "parentName", "address", "phone", "supportEmail"] as const;
export const ISSUER_FIELDS = [
  "issuerCode",
  "issuerName",
  "issuerParentName",
  "place",
  "signerTitle",
  "signerName",
  "legalBasis",
] as const;

import { z } from "zod";
import {
  isRegulatedName,
  type Logo,
  MOST_MONTHS,
  STANDARD_WORDING,
  type TemplateContent,
  WORDING_LIMITS,
} from "./template";

const line = z.string().trim().max(200);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .optional()
    .transform((text) => text ?? "");
/** Left empty it is the standard; letters, digits and the signs of a sentence. */
const words = (name: keyof typeof WORDING_LIMITS) =>
  optional(WORDING_LIMITS[name]).refine((text) => /^[\p{L}\p{M}\p{N} ,.()“”"'–-]*$/u.test(text), "template.wordsWrong");

/** What an officer enters of a template. */
export const templateForm = z
  .object({
    intent: z.enum(["save", "preview"]),
    basedOn: z.coerce.number().int().min(0),
    issuerCode: z
      .string()
      .trim()
      .max(20)
      .regex(/^[\p{Lu}\d]+([-.&][\p{Lu}\d]+)*$/u, "settings.issuerCodeWrong"),
    issuerName: line.min(2),
    issuerParentName: line.min(2),
    place: line.min(2).max(60),
    signerTitle: line.min(2).max(120),
    signerName: optional(80),
    legalBasis: optional(300),
    title: words("title"),
    lead: words("lead"),
    achievement: words("achievement"),
    languages: z.enum(["vi", "vi-en"]),
    issuerNameEnglish: optional(120),
    signerTitleEnglish: optional(80),
    validMonths: z
      .union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(MOST_MONTHS)])
      .optional()
      .transform((months) => months ?? null),
    schoolAuthorisation: optional(200),
    /** The sign that is kept: `<hash>:<width>:<height>`. */
    logo: optional(100),
    removeLogo: z
      .literal("yes")
      .optional()
      .transform((value) => value === "yes"),
  })
  .superRefine((form, context) => {
    if (isRegulatedName(form.title) && form.schoolAuthorisation === "") {
      context.addIssue({ code: "custom", path: ["title"], message: "template.regulatedName" });
    }
  });
export type TemplateForm = z.infer<typeof templateForm>;
export type TemplateFields = Record<Exclude<keyof TemplateForm, "intent">, string>;

/** What is printed by what was entered. */
export function contentOf(form: TemplateForm, logo: Logo | null): TemplateContent {
  const { issuerCode, issuerName, issuerParentName, place, signerTitle, signerName } = form;
  return {
    issuerCode,
    issuerName,
    issuerParentName,
    place,
    signerTitle,
    signerName,
    legalBasis: form.legalBasis || null,
    wording: {
      title: form.title || STANDARD_WORDING.title,
      lead: form.lead || STANDARD_WORDING.lead,
      achievement: form.achievement || STANDARD_WORDING.achievement,
    },
    english:
      form.languages === "vi-en" ? { issuerName: form.issuerNameEnglish, signerTitle: form.signerTitleEnglish } : null,
    logo,
    validMonths: form.validMonths,
    schoolAuthorisation: form.schoolAuthorisation || null,
  };
}

/** A template as the fields of its form. */
export function fieldsOf(template: { version: number; configured: boolean; content: TemplateContent }): TemplateFields {
  const { version, configured, content } = template;
  // Words that stand in for what nobody has entered are not offered as if somebody had.
  const entered = (text: string) => (configured ? text : "");
  return {
    basedOn: String(version),
    issuerCode: entered(content.issuerCode),
    issuerName: entered(content.issuerName),
    issuerParentName: entered(content.issuerParentName),
    place: entered(content.place),
    signerTitle: entered(content.signerTitle),
    signerName: entered(content.signerName),
    legalBasis: content.legalBasis ?? "",
    ...content.wording,
    languages: content.english ? "vi-en" : "vi",
    issuerNameEnglish: content.english?.issuerName ?? "",
    signerTitleEnglish: content.english?.signerTitle ?? "",
    validMonths: content.validMonths === null ? "" : String(content.validMonths),
    schoolAuthorisation: content.schoolAuthorisation ?? "",
    logo: content.logo ? spellLogo(content.logo) : "",
    removeLogo: "",
  };
}

export const spellLogo = ({ sha256, width, height }: Logo) => `${sha256}:${width}:${height}`;

export function readLogoField(text: string): Logo | null {
  const found = /^([0-9a-f]{64}):(\d{1,4}):(\d{1,4})$/.exec(text);
  return found ? { sha256: found[1]!, width: Number(found[2]), height: Number(found[3]) } : null;
}

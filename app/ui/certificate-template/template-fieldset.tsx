import { type FieldMetadata, getInputProps } from "@conform-to/react";
import { WORDING_LIMITS } from "~/domain/certificates/template";
import type { TemplateFields } from "~/domain/certificates/template-form";
import { Checkbox } from "~/ui/kit/checkbox";
import { RadioGroup } from "~/ui/kit/option-group";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextField } from "~/ui/kit/text-field";
import type { WordKey } from "~/ui/words/catalogue.server";
import { useWords } from "~/ui/words/use-words";

type Named = TemplateFields & { logoFile: string };

export interface TemplateFieldsetProps {
  fields: { [Name in keyof Named]: FieldMetadata<string, Named, string[]> };
  /** The sign as it stands in the form. */
  logo: string | null;
}

/** What an officer enters of a template, part by part. */
export function TemplateFieldset({ fields, logo }: TemplateFieldsetProps) {
  const t = useWords();
  const line = (
    name: keyof Named,
    label: WordKey,
    more: { hint?: WordKey; optional?: boolean; size?: "short" | "medium"; maxLength?: number } = {},
  ) => {
    const { key, ...input } = getInputProps(fields[name], { type: "text" });
    const { hint, ...rest } = more;
    return (
      <TextField
        key={key ?? name}
        {...input}
        {...rest}
        label={t(label)}
        hint={hint && t(hint)}
        errors={fields[name].errors}
      />
    );
  };
  return (
    <>
      <input type="hidden" name="basedOn" value={fields.basedOn.initialValue} />
      <input type="hidden" name="logo" value={fields.logo.initialValue ?? ""} />
      <SectionHeading>{t("template.agencyPart")}</SectionHeading>
      {line("issuerParentName", "settings.issuerParentName", { hint: "settings.issuerParentNameHint" })}
      {line("issuerName", "settings.issuerName", { hint: "settings.issuerNameHint" })}
      {line("issuerCode", "settings.issuerCode", { hint: "settings.issuerCodeHint", size: "short" })}
      {line("place", "settings.place", { hint: "settings.placeHint", size: "medium" })}
      {line("signerTitle", "settings.signerTitle", { hint: "settings.signerTitleHint", size: "medium" })}
      {line("signerName", "settings.signerName", { hint: "settings.signerNameHint", size: "medium", optional: true })}
      {line("legalBasis", "settings.legalBasis", { hint: "settings.legalBasisHint", optional: true })}
      <SectionHeading>{t("template.wordsPart")}</SectionHeading>
      {line("title", "template.titleField", {
        hint: "template.titleHint",
        optional: true,
        maxLength: WORDING_LIMITS.title,
      })}
      {line("schoolAuthorisation", "template.schoolAuthorisation", {
        hint: "template.schoolAuthorisationHint",
        optional: true,
      })}
      {line("lead", "template.leadField", { optional: true, size: "medium", maxLength: WORDING_LIMITS.lead })}
      {line("achievement", "template.achievementField", {
        optional: true,
        size: "medium",
        maxLength: WORDING_LIMITS.achievement,
      })}
      <SectionHeading>{t("template.lookPart")}</SectionHeading>
      <RadioGroup
        id={fields.languages.id}
        name="languages"
        label={t("template.languages")}
        defaultValue={fields.languages.initialValue ?? "vi"}
        errors={fields.languages.errors}
        options={[
          { value: "vi", label: t("template.languageVi") },
          { value: "vi-en", label: t("template.languageBoth") },
        ]}
      />
      {line("issuerNameEnglish", "template.issuerNameEnglish", { optional: true })}
      {line("signerTitleEnglish", "template.signerTitleEnglish", { optional: true, size: "medium" })}
      <TextField
        id={fields.logoFile.id}
        name="logoFile"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        label={t("template.logoFile")}
        hint={t("template.logoHint")}
        optional
        errors={fields.logoFile.errors}
      />
      {logo ? (
        <p>
          <img src={logo} alt={t("template.logoNow")} className="max-h-16 max-w-32" />
        </p>
      ) : null}
      {fields.logo.initialValue ? (
        <Checkbox id="removeLogo" name="removeLogo" value="yes" label={t("template.removeLogo")} />
      ) : null}
      <SectionHeading>{t("template.validityPart")}</SectionHeading>
      {line("validMonths", "template.validMonths", { hint: "template.validMonthsHint", optional: true, size: "short" })}
    </>
  );
}

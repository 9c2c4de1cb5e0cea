import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { AGENCY_FIELDS, ISSUER_FIELDS, type SettingsValues } from "~/domain/organization/settings-form";
import { retentionPath, settingsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

const OPTIONAL: readonly (keyof SettingsValues)[] = [
  "parentName",
  "address",
  "phone",
  "supportEmail",
  "signerName",
  "legalBasis",
];
const SHORT: readonly (keyof SettingsValues)[] = ["issuerCode", "phone"];

export interface SettingsPageProps {
  values: SettingsValues;
  configured: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** The agency in the head and foot of every page, and what certificates say of who issues them. */
export function SettingsPage({ values, configured, lastResult }: SettingsPageProps) {
  const t = useWords();
  const [form, fields] = useForm<Record<keyof SettingsValues, string>>({
    id: "settings",
    lastResult,
    defaultValue: values,
  });
  const field = (name: keyof SettingsValues) => {
    const { key, ...input } = getInputProps(fields[name], { type: name === "supportEmail" ? "email" : "text" });
    return (
      <TextField
        key={key ?? name}
        {...input}
        label={t(`settings.${name}`)}
        hint={t(`settings.${name}Hint`)}
        optional={OPTIONAL.includes(name)}
        errors={fields[name].errors}
        size={SHORT.includes(name) ? "short" : "full"}
      />
    );
  };
  const errors = [...AGENCY_FIELDS, ...ISSUER_FIELDS].flatMap((name) =>
    (fields[name].errors ?? []).map((message) => ({ fieldId: fields[name].id, message })),
  );
  return (
    <Page title={t("settings.title")} lead={t("settings.lead")} width="reading">
      {configured ? null : <Notice kind="warning">{t("settings.notConfigured")}</Notice>}
      <ErrorSummary errors={errors} />
      <form {...getFormProps(form)} method="post" action={settingsPath()} noValidate className="form">
        <SectionHeading>{t("settings.agency")}</SectionHeading>
        {AGENCY_FIELDS.map(field)}
        <SectionHeading lead={t("settings.issuerLead")}>{t("settings.issuer")}</SectionHeading>
        {ISSUER_FIELDS.map(field)}
        <Button type="submit">{t("settings.save")}</Button>
      </form>
      <p>
        <a href={retentionPath()}>{t("retention.link")}</a>
      </p>
    </Page>
  );
}

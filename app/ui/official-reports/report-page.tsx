import { getFormProps, getInputProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { evaluationPath, officialReportPath, periodPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface ReportPageProps {
  period: EvaluationPeriod;
  units: { code: string; name: string }[];
  proposed: { place: string; symbol: string; signerTitle: string; signerName: string };
  lastResult: SubmissionResult<string[]> | undefined;
}

interface Fields extends Record<string, unknown> {
  unit: string;
  place: string;
  symbol: string;
  signedOn: string;
  signerTitle: string;
  signerName: string;
  recipients: string;
}

/** What an officer adds to the figures before the report is made. */
export function ReportPage({ period, units, proposed, lastResult }: ReportPageProps) {
  const t = useWords();
  const defaultValue = { ...proposed, unit: units[0]?.code, recipients: t("officialReport.recipientsUsual") };
  const [form, fields] = useForm<Fields>({ id: "report", lastResult, defaultValue });
  const closed = period.state === "closed";
  const text = (
    name: "place" | "symbol" | "signedOn" | "signerTitle" | "signerName",
    hint?: string,
    optional = false,
  ) => (
    <TextField
      {...getInputProps(fields[name], { type: "text" })}
      label={t(`officialReport.${name}`)}
      hint={hint}
      errors={fields[name].errors}
      optional={optional}
      size={name === "symbol" || name === "signedOn" ? "short" : "full"}
    />
  );
  return (
    <Page
      title={t("officialReport.reportTitle")}
      kicker={`${period.title} – ${period.unit.name}`}
      lead={t("officialReport.reportLead")}
      crumbs={[
        { label: t("evaluation.title"), href: evaluationPath() },
        { label: period.title, href: periodPath(period.id) },
      ]}
      width="reading"
    >
      <Notice
        kind={closed ? "info" : "warning"}
        title={t(closed ? "officialReport.closedTitle" : "officialReport.openTitle")}
      >
        {closed
          ? t("officialReport.closedText", { snapshot: (period.snapshotId ?? "").slice(0, 8) })
          : t("officialReport.openText")}
      </Notice>
      <div className="mt-6">
        <ErrorSummary errors={errorsOf(form, fields as never)} />
      </div>
      <form {...getFormProps(form)} method="post" action={officialReportPath(period.id)} noValidate className="form">
        <Select
          id={fields.unit.id}
          name={fields.unit.name}
          label={t("officialReport.unit")}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={false}
          defaultValue={fields.unit.initialValue}
          errors={fields.unit.errors}
          size="full"
        />
        {text("place", t("officialReport.placeHint"))}
        {text("symbol", t("officialReport.symbolHint"))}
        {text("signedOn", t("officialReport.signedOnHint"), true)}
        {text("signerTitle")}
        {text("signerName", undefined, true)}
        <TextArea
          {...getTextareaProps(fields.recipients)}
          label={t("officialReport.recipients")}
          hint={t("officialReport.recipientsHint")}
          errors={fields.recipients.errors}
          rows={4}
        />
        <div className="buttons">
          <Button name="intent" value="report">
            {t(closed ? "officialReport.makeReport" : "officialReport.makeDraft")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

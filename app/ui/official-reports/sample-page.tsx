import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { MOST_IN_SAMPLE } from "~/domain/official-reports/sample/sample";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { samplePath } from "~/paths";
import { EnterButton, UnitSelect } from "~/ui/admin/unit-select";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { EmptyState } from "~/ui/kit/empty-state";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface SampleAnswer {
  lastResult?: SubmissionResult<string[]>;
  choice?: UnitChoice;
}

export interface SamplePageProps {
  periods: { id: string; title: string; state: string }[];
  seed: string;
  choice: UnitChoice;
  answer: SampleAnswer | undefined;
}

interface Fields extends Record<string, unknown> {
  period: string;
  unit: string;
  size: string;
  seed: string;
  reason: string;
}

/** What an auditor says before a sample is drawn. */
export function SamplePage({ periods, seed, choice, answer }: SamplePageProps) {
  const t = useWords();
  const defaultValue = { period: periods[0]?.id, size: "20", seed };
  const [form, fields] = useForm<Fields>({ id: "sample", lastResult: answer?.lastResult, defaultValue });
  const title = t("officialReport.sampleTitle");
  if (periods.length === 0) {
    return (
      <Page title={title} lead={t("officialReport.sampleLead")}>
        <EmptyState icon="calendar" title={t("officialReport.noPeriods")}>
          {t("officialReport.noPeriodsText")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={title} lead={t("officialReport.sampleLead")} width="reading">
      <Notice>{t("officialReport.sampleLogged")}</Notice>
      <div className="mt-6">
        <ErrorSummary errors={errorsOf(form, fields as never)} />
      </div>
      <form {...getFormProps(form)} method="post" action={samplePath()} noValidate className="form">
        <EnterButton intent="draw" />
        <Select
          id={fields.period.id}
          name={fields.period.name}
          label={t("officialReport.period")}
          options={periods.map((period) => ({
            value: period.id,
            label: period.state === "closed" ? period.title : t("officialReport.periodOpen", { title: period.title }),
          }))}
          placeholder={false}
          defaultValue={fields.period.initialValue}
          errors={fields.period.errors}
          size="full"
        />
        <UnitSelect
          id={fields.unit.id}
          name={fields.unit.name}
          label={t("officialReport.sampleUnit")}
          choice={answer?.choice ?? choice}
          defaultValue={fields.unit.initialValue}
          errors={fields.unit.errors}
        />
        <TextField
          {...getInputProps(fields.size, { type: "text" })}
          label={t("officialReport.size")}
          hint={t("officialReport.sizeHint", { most: MOST_IN_SAMPLE })}
          errors={fields.size.errors}
          inputMode="numeric"
          size="short"
        />
        <TextField
          {...getInputProps(fields.seed, { type: "text" })}
          label={t("officialReport.seed")}
          hint={t("officialReport.seedHint")}
          errors={fields.seed.errors}
          spellCheck={false}
          size="medium"
        />
        <TextField
          {...getInputProps(fields.reason, { type: "text" })}
          label={t("officialReport.reason")}
          hint={t("officialReport.reasonHint")}
          errors={fields.reason.errors}
        />
        <div className="buttons">
          <Button name="intent" value="draw">
            {t("officialReport.draw")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

import type { SubmissionResult } from "@conform-to/react";
import { PERIOD_KINDS, type PeriodKind } from "~/domain/evaluation/period";
import { evaluationPath, newPeriodPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { Select } from "~/ui/kit/select";
import { Tabs } from "~/ui/kit/tabs";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";

export interface PeriodFormPageProps {
  kind: PeriodKind;
  /** As they are typed: days as dd/mm/yyyy. */
  values: Record<"unit" | "title" | "fromOn" | "toOn" | "cutOffOn" | "objectUntil", string>;
  /** To choose from; null: the unit stands fast. */
  units: { code: string; label: string }[] | null;
  unitName: string;
  result: SubmissionResult<string[]> | undefined;
  /** Where one came from. */
  back: { label: string; href: string };
}

/** A period is opened, or its days are changed. */
export function PeriodFormPage({ kind, values, units, unitName, result, back }: PeriodFormPageProps) {
  const t = useWords();
  const form = formState({ id: "period", values, result });
  const isNew = units !== null;
  const day = (name: string) => ({ ...form.field(name), size: "short" as const, inputMode: "numeric" as const });
  return (
    <Page
      width="reading"
      title={t(isNew ? "evaluation.newTitle" : "evaluation.editTitle")}
      lead={isNew ? t("evaluation.newLead") : unitName}
      crumbs={[{ label: t("evaluation.title"), href: evaluationPath() }, ...(isNew ? [] : [back])]}
    >
      {isNew ? (
        <Tabs
          label={t("evaluation.kind")}
          tabs={PERIOD_KINDS.map((each) => ({
            label: t(`evaluation.kind_${each}`),
            href: newPeriodPath(each),
            current: each === kind,
          }))}
        />
      ) : null}
      <ErrorSummary errors={form.summary()} />
      <PostForm noValidate className="form">
        <input type="hidden" name="kind" value={kind} />
        {isNew ? (
          <Select
            {...form.field("unit")}
            label={t("evaluation.unit")}
            hint={t("evaluation.unitHint")}
            placeholder={false}
            options={units.map(({ code, label }) => ({ value: code, label }))}
          />
        ) : (
          <input type="hidden" name="unit" value={values.unit} />
        )}
        <TextField {...form.field("title")} label={t("evaluation.periodTitle")} size="medium" />
        <TextField {...day("fromOn")} label={t("evaluation.fromOn")} hint={t("evaluation.dayHint")} />
        <TextField {...day("toOn")} label={t("evaluation.toOn")} hint={t("evaluation.dayHint")} />
        <TextField {...day("objectUntil")} label={t("evaluation.objectUntil")} hint={t("evaluation.objectHint")} />
        <TextField {...day("cutOffOn")} label={t("evaluation.cutOff")} hint={t("evaluation.cutOffHint")} />
        <div className="buttons">
          <Button>{t(isNew ? "evaluation.open" : "evaluation.save")}</Button>
          <a href={back.href}>{t("kit.cancel")}</a>
        </div>
      </PostForm>
    </Page>
  );
}

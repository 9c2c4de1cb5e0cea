import type { SubmissionResult } from "@conform-to/react";
import { LONGEST_RULE, RECORD_CLASSES, type RetentionPage, TIMED_CLASSES } from "~/domain/privacy/retention";
import { formatDateTime } from "~/domain/time";
import { retentionPath, settingsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextField } from "~/ui/kit/text-field";
import { formState } from "~/ui/library/form-state";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { periodWords } from "./period-words";

type Result = SubmissionResult<string[]> | undefined;

/** The plan with its dates: what is kept how long, what is due, what was done; and the form that changes it. */
export function RetentionPlanPage({ page, result }: { page: RetentionPage; result: Result }) {
  const t = useWords();
  const { plan, due, lastRun } = page;
  const number = (count: number) => formatNumber(count, { language: t.language });
  return (
    <Page
      title={t("retention.title")}
      lead={t("retention.lead")}
      crumbs={[{ label: t("retention.back"), href: settingsPath() }]}
    >
      <section className="flex flex-col gap-4">
        <SectionHeading lead={t("retention.timedLead")}>{t("retention.timedTitle")}</SectionHeading>
        <p>
          {t("retention.nextRun", { at: formatDateTime(new Date(page.nextRunAt)) })} <LastRun run={lastRun} />
        </p>
        <DataTable
          caption={t("retention.timedTitle")}
          hideCaption
          rows={TIMED_CLASSES}
          rowKey={({ name }) => name}
          columns={[
            {
              key: "class",
              header: t("retention.columnClass"),
              cell: ({ name }) => t(`retention.class_${name}`),
              rowHeader: true,
            },
            {
              key: "period",
              header: t("retention.columnPeriod"),
              cell: ({ name }) => periodWords(t, name, plan.days[name]),
            },
            { key: "then", header: t("retention.columnThen"), cell: ({ name }) => t(`retention.then_${name}`) },
            { key: "due", header: t("retention.columnDue"), numeric: true, cell: ({ name }) => number(due[name]) },
            {
              key: "last",
              header: t("retention.columnLast"),
              numeric: true,
              cell: ({ name }) => (lastRun?.finishedAt ? number(lastRun.done[name] ?? 0) : "–"),
            },
          ]}
        />
      </section>
      <section className="flex flex-col gap-4">
        <SectionHeading lead={t("retention.recordLead")}>{t("retention.recordTitle")}</SectionHeading>
        <DataTable
          caption={t("retention.recordTitle")}
          hideCaption
          rows={RECORD_CLASSES}
          rowKey={(name) => name}
          columns={[
            {
              key: "class",
              header: t("retention.columnClass"),
              cell: (name) => t(`retention.class_${name}`),
              rowHeader: true,
            },
            {
              key: "period",
              header: t("retention.columnPeriod"),
              cell: (name) =>
                plan.rules[name] === ""
                  ? t("retention.keptUnruled")
                  : t("retention.keptAsRuled", { rule: plan.rules[name] }),
            },
          ]}
        />
      </section>
      <Disclosure summary={t("retention.editTitle")} open={result !== undefined}>
        <PlanForm page={page} result={result} />
      </Disclosure>
    </Page>
  );
}

function LastRun({ run }: { run: RetentionPage["lastRun"] }) {
  const t = useWords();
  if (!run) return <>{t("retention.neverRun")}</>;
  const at = formatDateTime(new Date(run.finishedAt ?? run.startedAt));
  if (!run.finishedAt) return <>{t("retention.lastRunning", { at })}</>;
  const nothing = Object.keys(run.done).length === 0 ? ` ${t("retention.lastNothing")}` : "";
  return <>{t("retention.lastRun", { at }) + nothing}</>;
}

function PlanForm({ page: { plan }, result }: { page: RetentionPage; result: Result }) {
  const t = useWords();
  const days = Object.fromEntries(TIMED_CLASSES.map(({ name }) => [name, String(plan.days[name])]));
  const form = formState({ id: "retention", values: { days, rules: plan.rules }, result });
  return (
    <>
      <ErrorSummary errors={form.summary()} />
      <form method="post" action={retentionPath()} noValidate className="form">
        {TIMED_CLASSES.filter(({ least, most }) => least < most).map(({ name, least, most, days: usual }) => (
          <TextField
            key={name}
            {...form.field(`days.${name}`)}
            inputMode="numeric"
            size="short"
            label={t("retention.period", { class: t(`retention.class_${name}`) })}
            hint={t("retention.periodHint", { least, most, days: usual })}
          />
        ))}
        {RECORD_CLASSES.map((name) => (
          <TextField
            key={name}
            {...form.field(`rules.${name}`)}
            optional
            size="full"
            maxLength={LONGEST_RULE}
            label={t("retention.rule", { class: t(`retention.class_${name}`) })}
            hint={t("retention.ruleHint")}
          />
        ))}
        <div className="buttons">
          <Button>{t("retention.save")}</Button>
        </div>
      </form>
    </>
  );
}

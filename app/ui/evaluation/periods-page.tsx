import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { formatDay } from "~/domain/time";
import { newPeriodPath, periodPath, evaluationTemplatesPath, samplePath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { OnPaper } from "~/ui/staff/on-paper";
import { useWords } from "~/ui/words/use-words";
import { PeriodStateTag } from "./period-state";

/** The periods that concern the viewer, the latest first. */
export function PeriodsPage({ periods, manages }: { periods: readonly EvaluationPeriod[]; manages: boolean }) {
  const t = useWords();
  const open = (
    <Button icon="plus" href={newPeriodPath()}>
      {t("evaluation.newPeriod")}
    </Button>
  );
  const columns: Column<EvaluationPeriod>[] = [
    {
      key: "period",
      header: t("evaluation.period"),
      rowHeader: true,
      cell: ({ id, title, kind }) => (
        <>
          <a href={periodPath(id)}>{title}</a>
          <span className="muted block text-sm font-normal">{t(`evaluation.kind_${kind}`)}</span>
        </>
      ),
    },
    { key: "agency", header: t("evaluation.agency"), cell: ({ unit }) => unit.name },
    {
      key: "days",
      header: t("evaluation.days"),
      cell: ({ fromOn, toOn }) => (
        <span className="tabular">{t("evaluation.fromTo", { from: formatDay(fromOn), to: formatDay(toOn) })}</span>
      ),
    },
    {
      key: "objectUntil",
      header: t("evaluation.objectUntil"),
      cell: ({ objectUntil }) => <span className="tabular">{formatDay(objectUntil)}</span>,
    },
    {
      key: "cutOff",
      header: t("evaluation.cutOff"),
      cell: ({ cutOffOn }) => <span className="tabular">{formatDay(cutOffOn)}</span>,
    },
    { key: "state", header: t("evaluation.state"), cell: ({ state }) => <PeriodStateTag state={state} /> },
  ];
  return (
    <Page
      title={t("evaluation.title")}
      lead={t("evaluation.lead")}
      actions={
        manages ? (
          <>
            {periods.length > 0 ? open : null}
            <Button kind="secondary" href={evaluationTemplatesPath()}>
              {t("evaluation.templates")}
            </Button>
            <Button kind="quiet" href={samplePath()}>
              {t("officialReport.sampleTitle")}
            </Button>
          </>
        ) : undefined
      }
    >
      <OnPaper>
        <DataTable
          hideCaption
          caption={t("evaluation.table")}
          columns={columns}
          rows={periods}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon="calendar" title={t("evaluation.emptyTitle")} actions={manages ? open : undefined}>
              {t(manages ? "evaluation.emptyText" : "evaluation.emptyTextView")}
            </EmptyState>
          }
        />
      </OnPaper>
    </Page>
  );
}

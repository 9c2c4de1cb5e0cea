import type { Objection } from "~/domain/evaluation/objection";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { formatDateTime } from "~/domain/time";
import { evaluationPath, objectionPath, objectionsPath, periodPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { Tabs } from "~/ui/kit/tabs";
import { OnPaper } from "~/ui/staff/on-paper";
import { useWords } from "~/ui/words/use-words";

export interface ObjectionsPageProps {
  period: EvaluationPeriod;
  objections: readonly Objection[];
  next: string | null;
  after: string | null;
  answered: boolean;
}

export function ObjectionsPage({ period, objections, next, after, answered }: ObjectionsPageProps) {
  const t = useWords();
  const view = answered ? ("answered" as const) : undefined;
  const columns: Column<Objection>[] = [
    {
      key: "person",
      header: t("evaluation.person"),
      rowHeader: true,
      cell: ({ id, official }) => (
        <>
          <a href={objectionPath(period.id, id)}>{official.fullName}</a>
          <span className="muted block text-sm font-normal">{official.unitName}</span>
        </>
      ),
    },
    {
      key: "about",
      header: t("evaluation.about"),
      cell: ({ rowKey, rowLabel }) => (rowKey === null ? t("evaluation.whole") : rowLabel),
    },
    {
      key: "reason",
      header: t("evaluation.reason"),
      cell: ({ reason }) => <span className="line-clamp-2">{reason}</span>,
    },
    {
      key: "madeAt",
      header: t("evaluation.madeAt"),
      cell: ({ madeAt }) => <span className="tabular">{formatDateTime(madeAt)}</span>,
    },
  ];
  if (answered)
    columns.push({
      key: "verdict",
      header: t("evaluation.verdict"),
      cell: ({ answer }) => answer && t(`evaluation.verdict_${answer.verdict}`),
    });
  return (
    <Page
      title={t("evaluation.objectionsTitle", { title: period.title })}
      lead={t("evaluation.objectionsLead")}
      kicker={period.unit.name}
      crumbs={[
        { label: t("evaluation.title"), href: evaluationPath() },
        { label: period.title, href: periodPath(period.id) },
      ]}
    >
      <Tabs
        label={t("evaluation.state")}
        tabs={[
          { label: t("evaluation.waiting"), href: objectionsPath(period.id), current: !answered },
          { label: t("evaluation.answered"), href: objectionsPath(period.id, { view: "answered" }), current: answered },
        ]}
      />
      <OnPaper>
        <DataTable
          hideCaption
          caption={t("evaluation.objectionsTable")}
          columns={columns}
          rows={objections}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon="flag" title={t("evaluation.objectionsNoneTitle")}>
              {t("evaluation.objectionsNone")}
            </EmptyState>
          }
        />
      </OnPaper>
      <Pagination
        previousIsStart
        previousHref={after ? objectionsPath(period.id, { view }) : null}
        nextHref={next ? objectionsPath(period.id, { view, after: next }) : null}
      />
    </Page>
  );
}

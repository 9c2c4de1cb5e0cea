import type { Amendment } from "~/domain/evaluation/amendment";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { formatDate } from "~/domain/time";
import { amendmentsPath, evaluationPath, evidenceFilePath, periodPath, personPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { OnPaper } from "~/ui/staff/on-paper";
import { useWords } from "~/ui/words/use-words";
import { changeWords } from "~/ui/words/evaluation-words";

export interface AmendmentsPageProps {
  period: EvaluationPeriod;
  snapshot: { id: string; root: string };
  amendments: readonly Amendment[];
  next: string | null;
  after: string | null;
}

/** Where the present differs from the frozen figures, and why. */
export function AmendmentsPage({ period, snapshot, amendments, next, after }: AmendmentsPageProps) {
  const t = useWords();
  const columns: Column<Amendment>[] = [
    {
      key: "person",
      header: t("evaluation.person"),
      rowHeader: true,
      cell: ({ officialId, fullName, staffNumber, unitName }) => (
        <>
          <a href={personPath(officialId)}>{fullName}</a>
          <span className="muted block text-sm font-normal">
            {staffNumber} · {unitName}
          </span>
        </>
      ),
    },
    {
      key: "about",
      header: t("evaluation.about"),
      cell: ({ courseTitle, cycle }) => (courseTitle ? `${courseTitle} (${cycle})` : t("evaluation.wholePerson")),
    },
    {
      key: "change",
      header: t("evaluation.change"),
      cell: ({ kind, changes }) => (
        <>
          <span className="font-semibold">{t(`evaluation.kind_${kind}`)}</span>
          {kind === "changed" || changes.length === 1 ? (
            <ul>
              {changes.map((change) => (
                <li key={change.field}>{changeWords(t, change)}</li>
              ))}
            </ul>
          ) : null}
        </>
      ),
    },
    {
      key: "cause",
      header: t("evaluation.cause"),
      cell: ({ cause, note }) => (
        <>
          {t(`evaluation.cause_${cause}`)}
          {note ? <span className="block text-sm">{note}</span> : null}
        </>
      ),
    },
    {
      key: "when",
      header: t("evaluation.when"),
      cell: ({ at }) => <span className="tabular">{at ? formatDate(new Date(at)) : t("kit.noValue")}</span>,
    },
  ];
  return (
    <Page
      title={t("evaluation.amendmentsTitle", { title: period.title })}
      lead={t("evaluation.amendmentsLead")}
      kicker={period.unit.name}
      crumbs={[
        { label: t("evaluation.title"), href: evaluationPath() },
        { label: period.title, href: periodPath(period.id) },
      ]}
      actions={(["xlsx", "csv", "json"] as const).map((format) => (
        <Button
          key={format}
          kind={format === "xlsx" ? "secondary" : "quiet"}
          href={evidenceFilePath(period.id, format, "amendments")}
          download
        >
          {t(`evaluation.export_${format}`)}
        </Button>
      ))}
    >
      <p className="muted tabular text-sm wrap-anywhere">
        {t("evaluation.frozen", { id: snapshot.id })} · {t("evaluation.frozenHash", { hash: snapshot.root })}
      </p>
      <OnPaper>
        <DataTable
          hideCaption
          caption={t("evaluation.amendmentsTable")}
          columns={columns}
          rows={amendments}
          rowKey={({ officialId, unitName, rowKey }) => `${officialId}.${unitName}.${rowKey ?? ""}`}
          empty={
            <EmptyState
              icon="check-circle"
              title={t("evaluation.amendmentsNoneTitle")}
              actions={
                next ? <Button href={amendmentsPath(period.id, next)}>{t("evaluation.lookFurther")}</Button> : undefined
              }
            >
              {t("evaluation.amendmentsNone")}
            </EmptyState>
          }
        />
      </OnPaper>
      <Pagination
        previousIsStart
        previousHref={after ? amendmentsPath(period.id) : null}
        nextHref={next ? amendmentsPath(period.id, next) : null}
      />
    </Page>
  );
}

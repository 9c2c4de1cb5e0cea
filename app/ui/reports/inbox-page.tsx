import { type ReaderReport, REPORT_STATES, type ReportState } from "~/domain/courses/reports/report";
import { formatDateTime } from "~/domain/time";
import { readerReportPath, readerReportsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Tabs } from "~/ui/kit/tabs";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { REPORT_STATE_WORDS } from "./report-state";

/** What readers found wrong, by state. */
export function InboxPage({
  reports,
  counts,
  state,
}: {
  reports: readonly ReaderReport[];
  counts: Record<ReportState, number>;
  state: ReportState;
}) {
  const t = useWords();
  return (
    <Page title={t("reports.inboxTitle")} lead={t("reports.inboxLead")}>
      <Tabs
        label={t("reports.tabs")}
        tabs={REPORT_STATES.map((each) => ({
          label: t(REPORT_STATE_WORDS[each].word),
          href: readerReportsPath(each),
          current: each === state,
          count: formatNumber(counts[each]),
        }))}
      />
      <DataTable
        caption={t("reports.inboxTitle")}
        hideCaption
        rows={reports}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="flag" title={t("reports.inboxEmpty")}>
            {t("reports.inboxEmptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "text",
            header: t("reports.report"),
            rowHeader: true,
            cell: ({ id, text }) => (
              <a href={readerReportPath(id)}>{text.length > 140 ? `${text.slice(0, 140)}…` : text}</a>
            ),
          },
          {
            key: "lesson",
            header: t("reports.lesson"),
            cell: ({ course, lessonTitle }) => (
              <>
                {lessonTitle}
                <span className="hint">{course.title}</span>
              </>
            ),
          },
          { key: "version", header: t("reports.version"), numeric: true, cell: ({ version }) => String(version) },
          { key: "when", header: t("reports.when"), cell: ({ reportedAt }) => formatDateTime(reportedAt) },
        ]}
      />
    </Page>
  );
}

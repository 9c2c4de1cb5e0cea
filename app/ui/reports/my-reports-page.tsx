import type { ReaderReport } from "~/domain/courses/reports/report";
import { formatDate } from "~/domain/time";
import { lessonPath, recordPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Card } from "~/ui/kit/card";
import { EmptyState } from "~/ui/kit/empty-state";
import { useWords } from "~/ui/words/use-words";
import { ReportStateTag } from "./report-state";

/** What the reader has reported, with the answers. */
export function MyReportsPage({ reports }: { reports: readonly ReaderReport[] }) {
  const t = useWords();
  return (
    <Page
      width="reading"
      title={t("reports.mine")}
      lead={t("reports.mineLead")}
      crumbs={[{ label: t("frame.record"), href: recordPath() }]}
    >
      {reports.length === 0 ? (
        <EmptyState icon="flag" title={t("reports.mineEmptyTitle")}>
          {t("reports.mineEmptyText")}
        </EmptyState>
      ) : null}
      <div className="card-list">
        {reports.map((report) => (
          <Card
            key={report.id}
            level={2}
            title={report.lessonTitle}
            kicker={report.course.title}
            href={lessonPath(report.course.slug, report.lessonId)}
          >
            <p className="course-card-facts">
              <ReportStateTag state={report.state} />
              <span>
                {t("reports.sentOn", { date: formatDate(report.reportedAt), version: String(report.version) })}
              </span>
              {report.mendedIn === null ? null : (
                <span>{t("reports.mended", { version: String(report.mendedIn) })}</span>
              )}
            </p>
            {report.quote ? <blockquote className="muted">{report.quote}</blockquote> : null}
            <p>{report.text}</p>
            {report.answer && report.answeredAt ? (
              <p>
                <strong>
                  {t("reports.answeredOn", {
                    date: formatDate(report.answeredAt),
                    name: report.answeredByName ?? "",
                  })}
                  :
                </strong>{" "}
                {report.answer}
              </p>
            ) : null}
          </Card>
        ))}
      </div>
    </Page>
  );
}

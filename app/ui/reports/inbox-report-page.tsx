import type { SubmissionResult } from "@conform-to/react";
import type { ReportInInbox } from "~/domain/courses/reports/report";
import { formatDate, formatDateTime } from "~/domain/time";
import { lessonPreviewPath, readerReportPath, readerReportsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";
import { ReportStateTag } from "./report-state";

/** A report with its passage, and the answer to it. */
export function InboxReportPage({
  view: { report, currentVersion, stillThere },
  result,
}: {
  view: ReportInInbox;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const mendedIn = report.mendedIn === null ? "" : String(report.mendedIn);
  const form = formState({ id: "answer", values: { answer: report.answer ?? "", mendedIn }, result });
  const later = Array.from({ length: currentVersion - report.version }, (_, index) =>
    String(report.version + 1 + index),
  );
  const version = String(currentVersion);
  return (
    <Page
      width="reading"
      title={t("reports.report")}
      kicker={report.course.title}
      crumbs={[{ label: t("reports.inboxTitle"), href: readerReportsPath(report.state) }]}
      actions={
        <Button href={lessonPreviewPath(report.course.slug, report.lessonId)} kind="secondary">
          {t("reports.openLesson")}
        </Button>
      }
    >
      <div className="stack-lg">
        <p className="text-lg">{report.text}</p>
        <DescriptionList
          facts={[
            { term: t("reports.tabs"), detail: <ReportStateTag state={report.state} /> },
            { term: t("reports.lesson"), detail: report.lessonTitle },
            { term: t("reports.version"), detail: String(report.version) },
            { term: t("reports.when"), detail: formatDateTime(report.reportedAt) },
            { term: t("reports.quote"), detail: report.quote || t("reports.whole") },
            {
              term: t("reports.answer"),
              detail:
                report.answeredAt &&
                t("reports.answeredOn", { date: formatDate(report.answeredAt), name: report.answeredByName ?? "" }),
            },
          ]}
        />
        {report.blockId === null ? null : (
          <p className="hint">{t(stillThere ? "reports.stillThere" : "reports.gone", { version })}</p>
        )}
        <div>
          <ErrorSummary errors={form.summary()} />
          <form method="post" action={readerReportPath(report.id)} noValidate className="form">
            <TextArea {...form.field("answer")} rows={4} label={t("reports.answer")} hint={t("reports.answerHint")} />
            <Select
              {...form.field("mendedIn")}
              label={t("reports.mendedIn")}
              hint={t("reports.mendedHint")}
              size="medium"
              placeholder={t("reports.notMended")}
              options={later.map((number) => ({ value: number, label: number }))}
            />
            <div className="buttons">
              <Button type="submit" name="intent" value="answer" icon="check">
                {t("reports.sendAnswer")}
              </Button>
              <Button type="submit" name="intent" value="close" kind="secondary">
                {t("reports.close")}
              </Button>
            </div>
          </form>
        </div>
      </div>
    </Page>
  );
}

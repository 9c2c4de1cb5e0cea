import { getFormProps, getInputProps, getTextareaProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { OpenPapers } from "~/domain/assessment/attempt-care/attempt-care";
import type { OutageFields } from "~/domain/assessment/attempt-care/care-forms";
import { formatDateTime } from "~/domain/time";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { TextField } from "~/ui/kit/text-field";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

export interface OutagePageProps {
  courses: readonly OpenPapers[];
  /** When this page was made. */
  madeAt: Date;
  result: SubmissionResult<string[]> | undefined;
}

/** How many papers are open in which course; then minutes for all of one course. */
export function OutagePage({ courses, madeAt, result }: OutagePageProps) {
  const t = useWords();
  if (courses.length === 0) {
    return (
      <Page title={t("accommodation.outageTitle")} lead={t("accommodation.outageLead")} width="reading">
        <EmptyState icon="clock" title={t("accommodation.outageNoneTitle")}>
          {t("accommodation.outageNoneText")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t("accommodation.outageTitle")} lead={t("accommodation.outageLead")} width="reading">
      <DataTable
        caption={t("accommodation.outageOpen")}
        rows={courses}
        rowKey={({ courseSlug }) => courseSlug}
        columns={[
          {
            key: "course",
            header: t("staff.course"),
            rowHeader: true,
            cell: ({ courseTitle }) => courseTitle,
          },
          {
            key: "open",
            header: t("accommodation.outageCount"),
            numeric: true,
            cell: ({ open }) => formatNumber(open, { language: t.language }),
          },
          {
            key: "first",
            header: t("accommodation.outageFirst"),
            cell: ({ firstDeadlineAt }) => <span className="tabular">{formatDateTime(firstDeadlineAt)}</span>,
          },
        ]}
      />
      <section className="no-print flex flex-col gap-4">
        <SectionHeading>{t("accommodation.outageFormTitle")}</SectionHeading>
        <OutageForm courses={courses} madeAt={madeAt} result={result} />
      </section>
      <Notice kind="info">{t("accommodation.outageAfter")}</Notice>
    </Page>
  );
}

function OutageForm({ courses, madeAt, result }: OutagePageProps) {
  const t = useWords();
  const [form, fields] = useForm<OutageFields, string[]>({
    id: "outage",
    lastResult: result,
    defaultValue: { course: courses.length === 1 ? courses[0]!.courseSlug : "" },
  });
  const { key: minutesKey, ...minutes } = getInputProps(fields.minutes, { type: "text" });
  const { key: reasonKey, ...reason } = getTextareaProps(fields.reason);
  return (
    <>
      <ErrorSummary
        errors={errorsOf(form, { course: fields.course, minutes: fields.minutes, reason: fields.reason })}
      />
      <PostForm {...getFormProps(form)} noValidate className="form">
        <input type="hidden" name="seen" value={madeAt.toISOString()} />
        <Select
          id={fields.course.id}
          name={fields.course.name}
          label={t("staff.course")}
          errors={fields.course.errors}
          defaultValue={fields.course.initialValue}
          options={courses.map(({ courseSlug, courseTitle }) => ({ value: courseSlug, label: courseTitle }))}
        />
        <TextField
          key={minutesKey}
          {...minutes}
          size="short"
          inputMode="numeric"
          label={t("accommodation.minutes")}
          hint={t("accommodation.minutesHint")}
          errors={fields.minutes.errors}
        />
        <TextArea
          key={reasonKey}
          {...reason}
          rows={3}
          label={t("accommodation.careReason")}
          hint={t("accommodation.careReasonHint")}
          errors={fields.reason.errors}
        />
        <div className="buttons">
          <Button>{t("accommodation.outageAdd")}</Button>
        </div>
      </PostForm>
    </>
  );
}

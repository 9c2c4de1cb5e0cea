import type { SubmissionResult } from "@conform-to/react";
import type { ReportPage } from "~/domain/courses/reports/report";
import { coursePath, learningPath, lessonPath, reportLessonPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Select } from "~/ui/kit/select";
import { TextArea } from "~/ui/kit/text-area";
import { formState } from "~/ui/library/form-state";
import { useWords } from "~/ui/words/use-words";

/** The block, and what is wrong with it. */
export function ReportFormPage({
  page,
  block,
  result,
}: {
  page: ReportPage;
  block: string;
  result: SubmissionResult<string[]> | undefined;
}) {
  const t = useWords();
  const { course, lesson, blocks } = page;
  const form = formState({ id: "report", values: { block }, result });
  return (
    <Page
      width="reading"
      title={t("reports.formTitle")}
      kicker={lesson.title}
      lead={t("reports.formLead")}
      crumbs={[
        { label: t("frame.learning"), href: learningPath() },
        { label: course.title, href: coursePath(course.slug) },
        { label: lesson.title, href: lessonPath(course.slug, lesson.id) },
      ]}
    >
      <ErrorSummary errors={form.summary()} />
      <form method="post" action={reportLessonPath(course.slug, lesson.id)} noValidate className="form">
        <Select
          {...form.field("block")}
          label={t("reports.block")}
          hint={t("reports.blockHint")}
          size="full"
          placeholder={t("reports.whole")}
          options={blocks.map(({ id, quote }) => ({ value: id, label: quote }))}
        />
        <TextArea {...form.field("text")} rows={5} label={t("reports.text")} hint={t("reports.textHint")} />
        <div className="buttons">
          <Button type="submit" icon="check">
            {t("reports.send")}
          </Button>
          <Button href={lessonPath(course.slug, lesson.id)} kind="quiet">
            {t("reports.backToLesson")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

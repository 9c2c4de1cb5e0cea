import type { SubmissionResult } from "@conform-to/react";
import { useState } from "react";
import { slugOf } from "~/domain/courses/clean-text";
import { formatDay, type LocalDay } from "~/domain/time";
import { libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { PostForm } from "~/ui/kit/post-form";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { formState } from "../form-state";
import { DocumentSelect } from "./add-lesson-form";
import { CourseFields, ReviewFields } from "./settings-page";

export interface NewCoursePageProps {
  documents: { number: string; title: string }[];
  today: LocalDay;
  /** A year from today, as is usual. */
  reviewAgainBy: LocalDay;
  result: SubmissionResult<string[]> | undefined;
}

/** What is needed to begin a course; the address follows the title until one is typed. */
export function NewCoursePage({ documents, today, reviewAgainBy, result }: NewCoursePageProps) {
  const t = useWords();
  const values = {
    studyForm: "trực tuyến",
    reviewedOn: formatDay(today),
    reviewAgainBy: formatDay(reviewAgainBy),
    document: documents[0]?.number,
  };
  const form = formState({ id: "new", values, result });
  const title = form.field("title");
  const [suggested, setSuggested] = useState(slugOf(title.defaultValue));
  return (
    <Page
      title={t("draft.newTitle")}
      lead={t("draft.newLead")}
      width="reading"
      crumbs={[{ label: t("library.title"), href: libraryPath() }]}
    >
      <ErrorSummary errors={form.summary()} />
      <PostForm className="form" noValidate>
        <section>
          <h2>{t("draft.newPartCourse")}</h2>
          <TextField
            {...title}
            label={t("draft.title")}
            onChange={(event) => setSuggested(slugOf(event.currentTarget.value))}
          />
          <TextField
            {...form.field("slug")}
            label={t("draft.slug")}
            hint={
              suggested === ""
                ? t("draft.slugHint")
                : `${t("draft.slugHint")} ${t("draft.slugSuggested", { slug: suggested })}`
            }
            optional
            placeholder={suggested}
            size="medium"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <CourseFields form={form} />
          <ReviewFields form={form} />
        </section>
        <section>
          <h2>{t("draft.newPartLesson")}</h2>
          <TextField {...form.field("lessonTitle")} label={t("draft.addName")} />
          <TextField {...form.field("objective")} label={t("draft.addObjective")} hint={t("draft.addObjectiveHint")} />
          <DocumentSelect form={form} documents={documents} />
        </section>
        <div className="buttons">
          <Button>{t("draft.newCreate")}</Button>
          <a href={libraryPath()}>{t("kit.cancel")}</a>
        </div>
      </PostForm>
    </Page>
  );
}

import type { SubmissionResult } from "@conform-to/react";
import type { MarkingPage as PageData } from "~/domain/assessment/marking/marking";
import { levelField } from "~/domain/assessment/marking/marking-form";
import { formatDateTime } from "~/domain/time";
import { libraryCoursePath, libraryPath, markingPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextArea } from "~/ui/kit/text-area";
import { Paragraphs } from "~/ui/paper/paragraphs";
import { CaseText } from "~/ui/questions/case-text";
import { formatMarks } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

export interface MarkingPageProps {
  page: PageData;
  result: SubmissionResult<string[]> | undefined;
}

/** One written answer: the question, what was written, as plain text, and the rubric to mark it by. */
export function MarkingPage({ page, result }: MarkingPageProps) {
  const t = useWords();
  const { course } = page;
  return (
    <Page
      title={t("marking.answerTitle", { code: page.code, number: page.number })}
      kicker={t("marking.title")}
      lead={`${t("marking.submitted")} ${formatDateTime(page.submittedAt)}`}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
        { label: t("marking.title"), href: markingPath(course.slug) },
      ]}
      width="reading"
    >
      <section>
        <SectionHeading>{t("marking.theQuestion")}</SectionHeading>
        {page.case ? <CaseText {...page.case} /> : null}
        <p className="review-stem">
          <Paragraphs text={page.stem} />
        </p>
        <p>
          <strong>{t("marking.guidance")}:</strong> {page.explanation}
        </p>
      </section>
      <section>
        <SectionHeading lead={t("marking.writtenWords", { count: page.words })}>{t("marking.written")}</SectionHeading>
        <p className="review-written" lang="vi">
          {page.written}
        </p>
      </section>
      <section className="flex flex-col gap-4">
        <SectionHeading lead={t("marking.rubricLead", { marks: formatMarks(page.marks, t.language) })}>
          {t("marking.rubric")}
        </SectionHeading>
        {page.history.length > 0 && Object.keys(page.chosen).length > 0 ? (
          <Notice kind="info">{t("marking.correctionLead")}</Notice>
        ) : null}
        <MarkingForm page={page} result={result} />
      </section>
      {page.history.length > 0 ? (
        <section>
          <SectionHeading>{t("marking.history")}</SectionHeading>
          <ul>
            {page.history.map(({ at, points, actorName: name, comment }) => (
              <li key={at.toISOString()}>
                {t("marking.historyLine", { points: formatMarks(points, t.language), name, time: formatDateTime(at) })}
                {comment ? <span className="hint block">{comment}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}

function MarkingForm({ page, result }: MarkingPageProps) {
  const t = useWords();
  const typed = (name: string) => {
    const value = result?.initialValue?.[name];
    return typeof value === "string" ? value : undefined;
  };
  const errors = result?.error ?? {};
  const listed = Object.entries(errors).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ fieldId: name === "" ? null : name, message })),
  );
  return (
    <>
      <ErrorSummary errors={listed} />
      <PostForm noValidate className="form">
        {page.rubric.map(({ id, criterion, levels }) => {
          const name = levelField(id);
          const chosen = result ? typed(name) : page.chosen[id]?.toString();
          return (
            <RadioGroup
              key={id}
              id={name}
              name={name}
              label={criterion}
              errors={errors[name] ?? undefined}
              defaultValue={chosen}
              options={levels.map(({ text, points }, place) => ({
                value: String(place),
                label: text,
                hint: t("marking.levelPoints", { points: formatMarks(points, t.language) }),
              }))}
            />
          );
        })}
        <TextArea
          id="comment"
          name="comment"
          rows={4}
          optional
          label={t("marking.comment")}
          hint={t("marking.commentHint")}
          defaultValue={result ? (typed("comment") ?? "") : (page.comment ?? "")}
          errors={errors["comment"] ?? undefined}
        />
        <div className="buttons">
          <Button>{t(Object.keys(page.chosen).length > 0 ? "marking.correct" : "marking.save")}</Button>
          <a href={markingPath(page.course.slug)}>{t("kit.cancel")}</a>
        </div>
      </PostForm>
    </>
  );
}

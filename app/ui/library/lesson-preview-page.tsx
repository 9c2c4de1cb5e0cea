import type { LessonPreview } from "~/domain/courses/library";
import { lessonPreviewPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { LessonView } from "~/ui/learning/lesson-view";
import { PackageFrame } from "~/ui/learning/package-frame";
import { durationInWords } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** The learner's view of a lesson, with a banner that says that it is a preview. */
export function LessonPreviewPage({
  preview,
  checkAnswers,
}: {
  preview: LessonPreview;
  checkAnswers: Record<string, string>;
}) {
  const t = useWords();
  const { course, lesson, previous, next } = preview;
  return (
    <Page
      width={preview.playedAt ? "wide" : "reading"}
      kicker={`${t("library.lessonOf", { number: preview.number, total: preview.lessonsInAll })}, ${durationInWords(t, preview.minutes)}`}
      title={lesson.title}
      lead={lesson.summary || undefined}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
      ]}
    >
      <div className="mb-8">
        <Notice title={t("library.previewBanner")}>{t("library.previewLesson")}</Notice>
      </div>
      {preview.playedAt ? (
        <PackageFrame title={lesson.title} address={preview.playedAt} />
      ) : (
        <LessonView
          lesson={lesson}
          checkAnswers={checkAnswers}
          checkAction={lessonPreviewPath(course.slug, lesson.id)}
          checkMethod="get"
        />
      )}
      <nav className="buttons no-print" aria-label={t("library.previewNavigation")}>
        {previous ? (
          <Button kind="secondary" icon="left" href={lessonPreviewPath(course.slug, previous.id)}>
            {t("library.previewPrevious", { title: previous.title })}
          </Button>
        ) : null}
        {next ? (
          <Button kind="secondary" icon="right" iconAt="end" href={lessonPreviewPath(course.slug, next.id)}>
            {t("library.previewNext", { title: next.title })}
          </Button>
        ) : null}
      </nav>
    </Page>
  );
}

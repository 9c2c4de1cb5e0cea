import type { LessonPage } from "~/domain/enrolment/lesson-page";
import { formatDate } from "~/domain/time";
import { coursePath, learningPath, lessonPath, reportLessonPath, testPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { useAnswerFacts } from "~/ui/frame/answer-context";
import { Button } from "~/ui/kit/button";
import { Icon } from "~/ui/kit/icon";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { durationInWords } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import readingScript from "./lesson-reading.js?url";
import { LessonView } from "./lesson-view";
import { PlayedItemView } from "./package-frame";

/** A lesson with the way around it: how far, the text, done, previous and next by name. */
export function LessonPageView({ page }: { page: LessonPage }) {
  const t = useWords();
  const { nonce } = useAnswerFacts();
  const { course, lesson, previous, next } = page;
  const here = lessonPath(course.slug, lesson.id);
  return (
    <Page
      width={page.played ? "wide" : "reading"}
      title={lesson.title}
      kicker={t("learning.lessonOf", { number: page.number, total: page.lessonsInAll })}
      lead={lesson.summary || undefined}
      crumbs={[
        { label: t("frame.learning"), href: learningPath() },
        { label: course.title, href: coursePath(course.slug) },
      ]}
    >
      <div
        data-lesson={here}
        data-report={t("reports.link")}
        data-resume={page.finishedAt ? undefined : (page.resumeAt ?? undefined)}
      >
        <p className="lesson-facts">
          <span>
            <Icon name="clock" /> {t("learning.minutes", { count: lesson.minutes })}
          </span>
          {page.finishedAt ? (
            <span>
              <Icon name="check-circle" /> {t("learning.finishedOn", { date: formatDate(page.finishedAt) })}
            </span>
          ) : null}
        </p>
        <ProgressBar
          label={t("learning.progressLabel")}
          value={page.lessonsDone}
          max={page.lessonsInAll}
          text={
            <>
              {t("learning.lessonsDone", { done: page.lessonsDone, total: page.lessonsInAll })}
              {page.minutesLeft > 0
                ? `, ${t("learning.timeLeftInCourse", { time: durationInWords(t, page.minutesLeft) }).toLowerCase()}`
                : ""}
            </>
          }
          hideLabel
        />
        {page.resumeAt && !page.finishedAt ? (
          <p className="no-print">
            <Button href={`#${page.resumeAt}`} kind="secondary" icon="down">
              {t("learning.resume")}
            </Button>
          </p>
        ) : null}
        {page.played ? (
          <PlayedItemView title={lesson.title} played={page.played} here={here} finished={page.finishedAt !== null} />
        ) : (
          <LessonView lesson={lesson} checkAnswers={page.checkAnswers} checkAction={here} overlaid={page.overlaid} />
        )}
        <p className="hint no-print">
          <a href={reportLessonPath(course.slug, lesson.id)}>{t("reports.link")}</a>
        </p>
        {page.played?.kind === "sco" ? null : (
          <form method="post" action={here} className="lesson-finish no-print">
            <Button type="submit" name="intent" value="finish" icon="check">
              {t(next ? "learning.finish" : "learning.finishLast")}
            </Button>
          </form>
        )}
        <nav className="lesson-steps no-print" aria-label={t("learning.lessonNavigation")}>
          {previous ? (
            <a href={lessonPath(course.slug, previous.id)} rel="prev">
              <Icon name="left" />
              <span>{t("learning.previousLesson", { title: previous.title })}</span>
            </a>
          ) : (
            <a href={coursePath(course.slug)}>
              <Icon name="left" />
              <span>{t("learning.backToCourse")}</span>
            </a>
          )}
          {next ? (
            <a href={lessonPath(course.slug, next.id)} rel="next">
              <span>{t("learning.nextLesson", { title: next.title })}</span>
              <Icon name="right" />
            </a>
          ) : course.hasTest ? (
            <a href={testPath(course.slug)}>
              <span>{t("learning.finalTest")}</span>
              <Icon name="right" />
            </a>
          ) : null}
        </nav>
        {page.played ? null : <script type="module" src={readingScript} nonce={nonce} />}
      </div>
    </Page>
  );
}

import type { RemedialPage } from "~/domain/completion/remedial-page";
import { citationInWords } from "~/domain/courses/citation";
import { formatDate } from "~/domain/time";
import { coursePath, learningPath, lessonPath, readAgainPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

/** A part of a lesson to be read again, with the choice that made it due; one button confirms it. */
export function RemedialPageView({ page }: { page: RemedialPage }) {
  const t = useWords();
  const { course, lesson, chosen } = page;
  return (
    <Page
      width="reading"
      title={t("learning.remedialTitle")}
      kicker={course.title}
      lead={t("learning.remedialLead")}
      crumbs={[
        { label: t("frame.learning"), href: learningPath() },
        { label: course.title, href: coursePath(course.slug) },
      ]}
    >
      <DescriptionList
        facts={[
          {
            term: t("learning.remedialSituation"),
            detail: page.case ? `${page.case.text}\n\n${page.stem}` : page.stem,
          },
          { term: t("learning.remedialChosen"), detail: chosen?.text },
          { term: t("learning.remedialConsequence"), detail: chosen?.consequence },
          { term: t("learning.remedialBasis"), detail: chosen && citationInWords(chosen.citation) },
        ]}
      />
      <SectionHeading actions={<a href={lessonPath(course.slug, lesson.id)}>{t("learning.remedialWholeLesson")}</a>}>
        {t("learning.remedialFromLesson", { title: lesson.title })}
      </SectionHeading>
      <div className="lesson">
        {page.html.map((html, index) => (
          <div className="lesson-prose" key={index} dangerouslySetInnerHTML={{ __html: html }} />
        ))}
      </div>
      {page.doneAt ? (
        <Notice kind="success">{t("learning.remedialAlready", { date: formatDate(page.doneAt) })}</Notice>
      ) : (
        <form method="post" action={readAgainPath(course.slug, page.questionId)} className="lesson-finish no-print">
          <Button type="submit" icon="check">
            {t("learning.remedialConfirm")}
          </Button>
        </form>
      )}
    </Page>
  );
}

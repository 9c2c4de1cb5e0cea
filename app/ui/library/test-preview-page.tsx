import type { LearnerPaper } from "~/domain/assessment/paper";
import type { TestPolicy } from "~/domain/courses/course";
import { libraryCoursePath, libraryPath, testPreviewPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { QuestionForm } from "~/ui/paper/question-form";
import { formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

export interface TestPreviewPageProps {
  course: { slug: string; title: string };
  policy: TestPolicy;
  paper: LearnerPaper;
  seed: string;
}

/** A drawn paper with the learner's own question forms; nothing is handed in and no key is sent. */
export function TestPreviewPage({ course, policy, paper, seed }: TestPreviewPageProps) {
  const t = useWords();
  const total = paper.questions.length;
  return (
    <Page
      width="reading"
      kicker={course.title}
      title={policy.title}
      lead={t("library.paperFacts", {
        questions: total,
        minutes: policy.timeLimitMinutes,
        percent: formatPercent(policy.passPercent / 100, { language: t.language }),
      })}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
      ]}
      actions={
        <Button kind="secondary" href={testPreviewPath(course.slug)}>
          {t("library.redraw")}
        </Button>
      }
    >
      <div className="mb-8">
        <Notice title={t("library.previewBanner")}>
          <p>{t("library.previewTestText")}</p>
          <p>
            {t("library.seed")}: <code>{seed}</code>.{" "}
            <a href={testPreviewPath(course.slug, seed)}>{t("library.sameSeed")}</a>
          </p>
        </Notice>
      </div>
      <div className="paper">
        {paper.questions.map((question) => (
          <QuestionForm key={question.id} question={question} total={total} check={null} hidden={false} status={null} />
        ))}
      </div>
      <div className="buttons">
        <Button href={testPreviewPath(course.slug)}>{t("library.redraw")}</Button>
      </div>
    </Page>
  );
}

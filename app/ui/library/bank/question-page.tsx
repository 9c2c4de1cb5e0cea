import type { QuestionPageView, QuestionShown } from "~/domain/assessment/bank/question-page";
import { bankPath, libraryPath, newQuestionPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";
import { courseCrumb, DraftNote } from "../draft/draft-note";
import { QuestionWriter } from "../writing/question-writer";
import { LineProblems, Refused } from "../writing/refused";

export interface QuestionPageProps {
  view: QuestionPageView;
  shown: QuestionShown;
}

/** One question being written: as a form with fields, or as the text of its bank. */
export function QuestionPage({ view, shown }: QuestionPageProps) {
  const t = useWords();
  const { course, id } = view;
  const { refusal, told } = shown;
  return (
    <Page
      width="wide"
      kicker={course.title}
      title={id === null ? t("question.createTitle") : `${t("question.editTitle")}: ${id}`}
      lead={t("question.lead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        courseCrumb(view),
        { label: t("bank.title"), href: bankPath(course.slug) },
        ...(id === null ? [{ label: t("question.kind"), href: newQuestionPath(course.slug) }] : []),
      ]}
    >
      <Refused refusal={refusal} course={course.slug} />
      <LineProblems told={told} />
      {told.asked && told.valid && refusal === null ? (
        <Notice kind="success" live>
          {t("question.noProblems")}
        </Notice>
      ) : null}
      <DraftNote draft={view.draft} course={course.slug} />
      <QuestionWriter view={view} shown={shown} />
    </Page>
  );
}

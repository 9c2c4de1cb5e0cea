import type { AnswerState, SupplementAnswered, SupplementPage } from "~/domain/completion/supplements/supplement";
import { formatDate, formatDay } from "~/domain/time";
import { coursePath, learningPath, lessonPath, mySupplementPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { Paragraphs } from "~/ui/paper/paragraphs";
import { CaseText } from "~/ui/questions/case-text";
import { hintOf, QuestionFields } from "~/ui/questions";
import { dueInWords } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

const STATES = {
  right: { word: "supplement.stateRight", tone: "success" },
  wrong: { word: "supplement.stateWrong", tone: "warning" },
  open: { word: "supplement.stateOpen", tone: "neutral" },
} as const satisfies Record<AnswerState, { word: string; tone: string }>;

/** The changed parts of a finished course, and the questions on them; all of it works without script. */
export function MySupplementPage({
  page,
  answered,
}: {
  page: SupplementPage;
  answered: SupplementAnswered | undefined;
}) {
  const t = useWords();
  const { supplement, course, doneAt } = page;
  return (
    <Page
      width="reading"
      title={supplement.title}
      kicker={t("supplement.kicker", { course: course.title })}
      lead={t("supplement.mineLead")}
      crumbs={[
        { label: t("frame.learning"), href: learningPath() },
        { label: course.title, href: coursePath(course.slug) },
      ]}
    >
      {answered ? (
        <Notice kind="warning" title={t("supplement.notYet")} live>
          {t("supplement.notYetText")}
        </Notice>
      ) : null}
      <DescriptionList
        facts={[
          { term: t("supplement.why"), detail: supplement.reason },
          { term: t("supplement.document"), detail: supplement.document },
          {
            term: t("supplement.due"),
            detail: doneAt
              ? t("supplement.already", { date: formatDate(doneAt) })
              : `${t("supplement.by", { date: formatDay(supplement.dueOn) })} (${dueInWords(t, page.daysLeft)})`,
          },
        ]}
      />
      {page.parts.map(({ lessonId, title, html }) => (
        <section key={lessonId}>
          <SectionHeading actions={<a href={lessonPath(course.slug, lessonId)}>{t("supplement.wholeLesson")}</a>}>
            {t("supplement.fromLesson", { title })}
          </SectionHeading>
          <div className="lesson">
            <div className="lesson-prose" dangerouslySetInnerHTML={{ __html: html }} />
          </div>
        </section>
      ))}
      {doneAt ? (
        <Notice kind="success">{t("supplement.already", { date: formatDate(doneAt) })}</Notice>
      ) : (
        <Questions page={page} answered={answered} />
      )}
    </Page>
  );
}

function Questions({ page, answered }: { page: SupplementPage; answered: SupplementAnswered | undefined }) {
  const t = useWords();
  const { questions } = (answered ?? page).paper;
  return (
    <form method="post" action={mySupplementPath(page.supplement.id)} className="stack-lg">
      {questions.length > 0 ? <SectionHeading>{t("supplement.questionsOn")}</SectionHeading> : null}
      {questions.map((question) => {
        const state = answered?.states[question.id];
        const explanation = answered?.explanations[question.id];
        return (
          <section className="paper-question" key={question.id}>
            {question.case ? <CaseText {...question.case} /> : null}
            <fieldset className="field">
              <legend>
                <span className="paper-question-head">
                  <span className="kicker">
                    {t("supplement.questionOf", { number: question.number, total: questions.length })}
                  </span>
                  {state ? <StatusTag tone={STATES[state].tone}>{t(STATES[state].word)}</StatusTag> : null}
                </span>
                <Paragraphs text={question.stem} />
                <span className="hint">{t(hintOf(question.body))}</span>
              </legend>
              <QuestionFields question={question} />
            </fieldset>
            {explanation ? <p>{explanation}</p> : null}
          </section>
        );
      })}
      <div className="buttons no-print">
        <Button type="submit" icon="check">
          {t(questions.length > 0 ? "supplement.answer" : "supplement.confirm")}
        </Button>
      </div>
    </form>
  );
}

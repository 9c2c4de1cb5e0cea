import type { ResultPage } from "~/domain/completion/result-page";
import type { ReviewedQuestion } from "~/domain/assessment/result-view";
import { formatDateTime } from "~/domain/time";
import { certificatePath, coursePath, lessonPath, readAgainPath, testPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { QuestionReview } from "./question-review";
import { RegradeNotes, ResultHistory } from "./regrade-note";

export const percentInWords = (value: number) => `${formatNumber(value, { decimals: value % 1 ? 2 : 0 })}%`;

/** Passed or not yet, in a sentence; what to do now; then each question, as the policy allows. */
export function ResultViewPage({ page }: { page: ResultPage }) {
  const t = useWords();
  const { result, course } = page;
  if (!result) return <Notice kind="warning">{t("result.voided")}</Notice>;
  if (result.percent === null) return <AwaitingView page={page} result={result} />;
  const values = {
    percent: percentInWords(result.percent),
    pass: percentInWords(result.passPercent),
    count: result.attemptsLeft,
  };
  const lead = result.passed
    ? "result.passedLead"
    : result.attemptsLeft > 0
      ? "result.notPassedLead"
      : "result.usedUpLead";
  return (
    <div className="stack-lg">
      <Notice kind={result.passed ? "success" : "info"} title={t(result.passed ? "result.passed" : "result.notPassed")}>
        <p>{t(lead, values)}</p>
        <p>
          {t(result.byTimer ? "result.byTimer" : "result.submittedAt", { time: formatDateTime(result.submittedAt) })}
        </p>
        {page.courseCompleted && result.passed ? <p>{t("result.certificateReady")}</p> : null}
        {result.passed && page.next?.kind === "lesson" ? <p>{t("result.lessonsLeft")}</p> : null}
        {result.passed && page.next?.kind === "remedial" ? <p>{t("result.remedialLeft")}</p> : null}
        {!result.passed && result.criticalMissed > 0 ? (
          <p>{t("result.criticalMissed", { count: result.criticalMissed })}</p>
        ) : null}
        {result.overall ? <p>{result.overall}</p> : null}
        <ResultHistory changes={page.regrade.changes} />
      </Notice>
      <div className="buttons">
        {page.certificateSerial && result.passed ? (
          <Button href={certificatePath(page.certificateSerial)} icon="certificate">
            {t("result.viewCertificate")}
          </Button>
        ) : null}
        {page.next?.kind === "lesson" ? (
          <Button href={lessonPath(course.slug, page.next.lessonId)}>{t("result.continueLessons")}</Button>
        ) : null}
        {page.next?.kind === "remedial" ? (
          <Button href={readAgainPath(course.slug, page.next.questionId)}>{t("result.toRemedial")}</Button>
        ) : null}
        {!result.passed && result.attemptsLeft > 0 ? (
          <Button href={testPath(course.slug)}>{t("result.retry")}</Button>
        ) : null}
        <Button href={coursePath(course.slug)} kind="quiet">
          {t("result.backToCourse")}
        </Button>
      </div>
      {result.passed ? null : <ReadAgain page={page} questions={result.questions} />}
      <ReviewList page={page} result={result} />
    </div>
  );
}

const isSameCase = (question: ReviewedQuestion, before: ReviewedQuestion | undefined) =>
  question.case !== null && before?.case?.title === question.case.title && before.case.text === question.case.text;

function ReviewList({ page, result }: { page: ResultPage; result: NonNullable<ResultPage["result"]> }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={result.moreLater ? t("result.moreLater") : undefined}>{t("result.review")}</SectionHeading>
      <ol className="review-list">
        {result.questions.map((question, index) => (
          <QuestionReview
            key={question.id}
            question={question}
            withCase={!isSameCase(question, result.questions[index - 1])}
            course={page.course.slug}
            marking={page.markings[question.id]}
            lessonTitle={page.lessonTitles[question.lesson ?? ""]}
          >
            <RegradeNotes notes={page.regrade.notes.filter(({ questionId }) => questionId === question.id)} />
          </QuestionReview>
        ))}
      </ol>
    </section>
  );
}

/** Handed in, and an officer has still to mark an answer: no verdict yet. */
function AwaitingView({ page, result }: { page: ResultPage; result: NonNullable<ResultPage["result"]> }) {
  const t = useWords();
  return (
    <div className="stack-lg">
      <Notice kind="info" title={t("result.awaitingTitle")}>
        <p>{t("result.awaitingText")}</p>
        <p>{t("result.submittedAt", { time: formatDateTime(result.submittedAt) })}</p>
      </Notice>
      <ReviewList page={page} result={result} />
      <div className="buttons">
        <Button href={coursePath(page.course.slug)} kind="quiet">
          {t("result.backToCourse")}
        </Button>
      </div>
    </div>
  );
}

/** The lessons behind what was not right: the way to the next attempt. */
function ReadAgain({ page, questions }: { page: ResultPage; questions: ReviewedQuestion[] }) {
  const t = useWords();
  const lessons = new Set(
    questions
      .filter(({ outcome }) => outcome !== null && outcome !== "right")
      .flatMap(({ lesson }) => (lesson ? [lesson] : [])),
  );
  const known = Object.entries(page.lessonTitles).filter(([id]) => lessons.has(id));
  if (known.length === 0) return null;
  return (
    <section className="prose">
      <h2>{t("result.readAgain")}</h2>
      <p>{t("result.readAgainLead")}</p>
      <ul>
        {known.map(([id, title]) => (
          <li key={id}>
            <a href={lessonPath(page.course.slug, id)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { TestView } from "~/domain/assessment/test-view";
import { formatDateTime } from "~/domain/time";
import { attemptPath, attemptResultPath, lessonPath, testPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { Checkbox } from "~/ui/kit/checkbox";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { TestRules } from "./test-rules";

const clock = (at: Date) => formatDateTime(at).slice(-5);

/** Before the test: its rules in a few lines and one button. */
export function TestIntro({ test, honourMissing = false }: { test: TestView; honourMissing?: boolean }) {
  const t = useWords();
  const { verdict, lessonPace } = test;
  return (
    <div className="stack-lg">
      <TestRules test={test} />
      {verdict.kind === "refused" ? <Refusal test={test} /> : null}
      {verdict.kind === "may-start" && lessonPace ? (
        <Notice kind="info">
          {t("paper.lessonPace", { took: lessonPace.tookSeconds, least: lessonPace.leastSeconds })}
        </Notice>
      ) : null}
      {verdict.kind === "may-start" ? <Begin test={test} honourMissing={honourMissing} /> : null}
      {verdict.kind === "resume" && test.openAttemptId ? (
        <p>
          <Button href={attemptPath(test.openAttemptId)} icon="next" iconAt="end">
            {t("paper.resume")}
          </Button>
        </p>
      ) : null}
      {test.attempts.length > 0 ? <Attempts test={test} /> : null}
    </div>
  );
}

function Begin({ test, honourMissing }: { test: TestView; honourMissing: boolean }) {
  const t = useWords();
  const { honourStatement } = test.policy;
  return (
    <form method="post" action={testPath(test.course.slug)} className="form">
      {honourStatement ? (
        <>
          <p className="reading">{honourStatement}</p>
          <Checkbox
            id="honour"
            name="honour"
            label={t("paper.honourLabel")}
            errors={honourMissing ? [t("paper.honourMissing")] : []}
            required
          />
        </>
      ) : null}
      <Button type="submit" icon="next" iconAt="end">
        {t("paper.begin")}
      </Button>
    </form>
  );
}

function Refusal({ test }: { test: TestView }) {
  const t = useWords();
  if (test.verdict.kind !== "refused") return null;
  const { reason, notBefore } = test.verdict;
  if (reason === "already-passed") return <Notice kind="success">{t("paper.alreadyPassed")}</Notice>;
  if (reason === "no-attempts-left") return <Notice kind="warning">{t("paper.noAttemptsLeft")}</Notice>;
  if (reason === "awaiting-marking") return <Notice kind="info">{t("paper.awaitingMarking")}</Notice>;
  if (reason === "closed") return <Notice kind="warning">{t("paper.windowClosed")}</Notice>;
  if (reason === "not-open-yet")
    return <Notice kind="info">{t("paper.notOpenYet", { time: notBefore ? formatDateTime(notBefore) : "" })}</Notice>;
  if (reason === "too-soon")
    return <Notice kind="info">{t("paper.tooSoon", { time: notBefore ? formatDateTime(notBefore) : "" })}</Notice>;
  return (
    <Notice kind="info" title={t("paper.lessonsFirst")}>
      <ul>
        {test.lessonsMissing.map((lesson) => (
          <li key={lesson.id}>
            <a href={lessonPath(test.course.slug, lesson.id)}>{lesson.title}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Attempts({ test }: { test: TestView }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading>{t("paper.attemptsSoFar")}</SectionHeading>
      <ul className="attempt-list">
        {test.attempts.map((attempt) => (
          <li key={attempt.id}>
            <strong>{t("paper.attemptNumber", { number: attempt.number })}</strong>
            {attempt.awaitsMarking ? (
              <>
                <StatusTag tone="info" icon="clock">
                  {t("paper.attemptAwaiting")}
                </StatusTag>
                <a href={attemptResultPath(attempt.id)}>{t("paper.viewResult")}</a>
              </>
            ) : attempt.status === "submitted" ? (
              <>
                <StatusTag
                  tone={attempt.passed ? "success" : "neutral"}
                  icon={attempt.passed ? "check-circle" : "circle"}
                >
                  {t(attempt.passed ? "paper.passed" : "paper.notPassed")}
                </StatusTag>
                <span>
                  {attempt.percent === null
                    ? ""
                    : `${formatNumber(attempt.percent, { decimals: attempt.percent % 1 ? 1 : 0 })}%`}
                </span>
                <span>{attempt.submittedAt ? formatDateTime(attempt.submittedAt) : ""}</span>
                <a href={attemptResultPath(attempt.id)}>{t("paper.viewResult")}</a>
              </>
            ) : (
              <span>
                {attempt.status === "open"
                  ? t("paper.attemptOpen", { time: clock(attempt.deadlineAt) })
                  : t("paper.attemptVoided")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

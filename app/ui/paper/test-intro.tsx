import type { TestView } from "~/domain/assessment/test-view";
import { formatDateTime } from "~/domain/time";
import { attemptPath, attemptResultPath, lessonPath, testPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

const clock = (at: Date) => formatDateTime(at).slice(-5);
const WHICH = { highest: "paper.whichHighest", first: "paper.whichFirst", last: "paper.whichLast" } as const;

/** Before the test: its rules in a few lines and one button. */
export function TestIntro({ test }: { test: TestView }) {
  const t = useWords();
  const { policy, verdict } = test;
  const counted = test.attempts.filter((attempt) => attempt.status !== "voided").length;
  return (
    <div className="stack-lg">
      <section>
        <SectionHeading>{t("paper.rules")}</SectionHeading>
        <DescriptionList
          facts={[
            { term: t("paper.ruleQuestions"), detail: t("paper.ruleQuestionsValue", { count: test.questionCount }) },
            {
              term: t("paper.ruleTime"),
              detail: t("paper.ruleTimeValue", {
                minutes: policy.timeLimitMinutes,
                time: clock(test.deadlineIfStartedNow),
              }),
            },
            { term: t("paper.rulePass"), detail: t("paper.rulePassValue", { percent: `${policy.passPercent}%` }) },
            {
              term: t("paper.ruleAttempts"),
              detail: t("paper.ruleAttemptsValue", {
                left: Math.max(0, policy.attempts - counted),
                total: policy.attempts,
                which: t(WHICH[policy.attemptThatCounts]),
              }),
            },
            {
              term: t("paper.ruleEnd"),
              detail: t(policy.whenTimeExpires === "submit" ? "paper.ruleEndSubmit" : "paper.ruleEndVoid"),
            },
          ]}
        />
        <p className="reading">{t("paper.ruleSaved")}</p>
      </section>
      {verdict.kind === "refused" ? <Refusal test={test} /> : null}
      {verdict.kind === "may-start" ? (
        <form method="post" action={testPath(test.course.slug)}>
          <Button type="submit" icon="next" iconAt="end">
            {t("paper.begin")}
          </Button>
        </form>
      ) : null}
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

function Refusal({ test }: { test: TestView }) {
  const t = useWords();
  if (test.verdict.kind !== "refused") return null;
  const { reason, notBefore } = test.verdict;
  if (reason === "already-passed") return <Notice kind="success">{t("paper.alreadyPassed")}</Notice>;
  if (reason === "no-attempts-left") return <Notice kind="warning">{t("paper.noAttemptsLeft")}</Notice>;
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
            {attempt.status === "submitted" ? (
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

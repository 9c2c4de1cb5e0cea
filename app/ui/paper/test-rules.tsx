import type { TestView } from "~/domain/assessment/test-view";
import { formatDate, formatDateTime } from "~/domain/time";
import { DescriptionList } from "~/ui/kit/description-list";
import { SectionHeading } from "~/ui/kit/section-heading";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

const clock = (at: Date) => formatDateTime(at).slice(-5);
const WHICH = {
  highest: "paper.whichHighest",
  first: "paper.whichFirst",
  last: "paper.whichLast",
  average: "paper.whichAverage",
} as const;

/** The rules of a test as they hold for this person, the deadline among them. */
export function TestRules({ test }: { test: TestView }) {
  const t = useWords();
  const { policy, allowance } = test;
  const counted = test.attempts.filter((attempt) => attempt.status !== "voided").length;
  return (
    <section>
      <SectionHeading>{t("paper.rules")}</SectionHeading>
      <DescriptionList
        facts={[
          { term: t("paper.ruleQuestions"), detail: t("paper.ruleQuestionsValue", { count: test.questionCount }) },
          { term: t("paper.ruleTime"), detail: <TimeRule test={test} /> },
          {
            term: t("paper.ruleWindow"),
            // The window ends with the first moment after its last day.
            detail:
              test.closesAt && t("paper.ruleWindowValue", { date: formatDate(new Date(test.closesAt.getTime() - 1)) }),
          },
          { term: t("paper.rulePass"), detail: t("paper.rulePassValue", { percent: `${policy.passPercent}%` }) },
          { term: t("paper.ruleCritical"), detail: test.hasCritical ? t("paper.ruleCriticalValue") : null },
          {
            term: t("paper.ruleAttempts"),
            detail: t("paper.ruleAttemptsValue", {
              left: Math.max(0, test.attemptsAllowed - counted),
              total: test.attemptsAllowed,
              which: t(WHICH[policy.attemptThatCounts]),
            }),
          },
          { term: t("paper.ruleEnd"), detail: allowance.untimed ? null : <EndRule test={test} /> },
          { term: t("paper.ruleFeedback"), detail: <FeedbackRule test={test} /> },
        ].filter(({ detail }) => detail !== null)}
      />
      <p className="reading mt-4">{t("paper.ruleSaved")}</p>
    </section>
  );
}

function TimeRule({ test }: { test: TestView }) {
  const t = useWords();
  const { policy, allowance, deadlineIfStartedNow, limitedBy } = test;
  const time = clock(deadlineIfStartedNow);
  if (allowance.untimed) return <>{t("paper.ruleUntimed", { time: formatDateTime(deadlineIfStartedNow) })}</>;
  const limit = Math.floor(policy.timeLimitMinutes * allowance.timeFactor);
  return (
    <>
      {t("paper.ruleTimeValue", { minutes: limit, time })}
      {allowance.timeFactor > 1
        ? `. ${t("paper.ruleTimeFactor", { factor: formatNumber(allowance.timeFactor, { decimals: allowance.timeFactor % 1 ? 2 : 0 }) })}`
        : null}
      {limitedBy === "window" ? `. ${t("paper.ruleWindowCuts", { time })}` : null}
    </>
  );
}

function EndRule({ test: { policy } }: { test: TestView }) {
  const t = useWords();
  if (policy.whenTimeExpires === "grace") return <>{t("paper.ruleEndGrace", { minutes: policy.handInGraceMinutes })}</>;
  return <>{t(policy.whenTimeExpires === "submit" ? "paper.ruleEndSubmit" : "paper.ruleEndVoid")}</>;
}

function FeedbackRule({ test: { policy } }: { test: TestView }) {
  const t = useWords();
  const sentences = [
    policy.feedback === "at-once" ? t("paper.ruleFeedbackOnce") : "",
    policy.feedback === "with-hints" ? t("paper.ruleFeedbackHints", { percent: `${policy.hintPenaltyPercent}%` }) : "",
    policy.buildOnLast ? t("paper.ruleBuildOn") : "",
  ].filter(Boolean);
  return <>{sentences.length > 0 ? sentences.join(". ") : t("paper.ruleFeedbackEnd")}</>;
}

import type { TurnExplanation } from "~/domain/completion/explanation";
import { formatDate, formatDay } from "~/domain/time";
import { verifyPath } from "~/paths";
import { DescriptionList } from "~/ui/kit/description-list";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { SealLine } from "~/ui/seals/seal-line";
import { STATUS_TONES } from "~/ui/staff/status-tone";
import { asOfWords, statusWord } from "~/ui/words/staff-words";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { AskedSteps } from "./asked-steps";
import { RevisionHistory } from "./revision-history";
import { becauseWords, percentWords } from "./turn-section";

/** Why a course turn is complete or not: the answer, the reasons, each step with its rule and what comes next, and what is on record. */
export function TurnExplanationView({
  explanation,
  links,
  decisionHref,
}: {
  explanation: TurnExplanation;
  /** The steps lead on, for the learner. */
  links: boolean;
  decisionHref: (recognitionId: string) => string;
}) {
  const t = useWords();
  const { standing } = explanation;
  const status = standing.overdue ? "overdue" : standing.status;
  return (
    <div className="flex flex-col gap-8">
      <section className="flex flex-col gap-3">
        <p className="flex flex-wrap gap-3">
          <StatusTag tone={STATUS_TONES[status]}>{statusWord(t, status)}</StatusTag>
          {explanation.recognised ? <StatusTag tone="info">{t("record.recognisedTag")}</StatusTag> : null}
        </p>
        <p className="lead">{answerOf(t, explanation).join(" ")}</p>
        {voidedOf(t, explanation).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {standing.status === "completed" ? (
          <>
            <h2 className="text-lg font-semibold">{t("record.reasons")}</h2>
            <ul className="list-disc pl-6">
              {standing.because.map((each, index) => (
                <li key={index}>{becauseWords(t, each)}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      <section className="flex flex-col gap-4">
        <SectionHeading lead={t("record.stepsLead")}>{t("record.steps")}</SectionHeading>
        <AskedSteps explanation={explanation} links={links} />
      </section>
      <section className="flex flex-col gap-4 break-inside-avoid">
        <SectionHeading>{t("record.rule")}</SectionHeading>
        <DescriptionList facts={ruleOf(t, explanation)} />
      </section>
      <section className="flex flex-col gap-4">
        <SectionHeading lead={t("record.historyLead")}>{t("record.history")}</SectionHeading>
        <RevisionHistory revisions={explanation.revisions} decisionHref={decisionHref} />
      </section>
      <div>
        <p className="hint">{asOfWords(t, explanation.asOf)}</p>
        <SealLine seal={explanation.seal} />
      </div>
    </div>
  );
}

function answerOf(t: Translate, { standing, dueOn, recognised }: TurnExplanation): string[] {
  const due = dueOn === null ? "" : formatDay(dueOn);
  if (standing.completedAt) {
    const day = formatDate(standing.completedAt);
    const answer =
      standing.onTime === null || dueOn === null
        ? t("record.answerDone", { day })
        : t(standing.onTime ? "record.answerDoneOnTime" : "record.answerDoneLate", { day, due });
    return recognised ? [answer, t("record.answerRecognised")] : [answer];
  }
  const left = t("record.answerOpen", { count: standing.missing.filter(({ kind }) => kind !== "voided").length || 1 });
  if (dueOn === null) return [left, t("record.answerNoDue")];
  return [left, t(standing.overdue ? "record.answerOverdue" : "record.answerDue", { due })];
}

/** That the completion was declared void, why, and what is to be done now. */
function voidedOf(t: Translate, { standing, rule }: TurnExplanation): string[] {
  const voided = standing.missing.find((each) => each.kind === "voided");
  if (!voided) return [];
  const why = t("record.missingVoided", { day: formatDate(voided.at), reason: voided.reason });
  return [why, t(rule.test ? "record.voidedNext" : "record.voidedNoTest")];
}

const COUNTS = {
  highest: "record.countsHighest",
  first: "record.countsFirst",
  last: "record.countsLast",
  average: "record.countsAverage",
} as const;

function ruleOf(t: Translate, explanation: TurnExplanation) {
  const { rule, assignment, required, begun, certificate } = explanation;
  const { test } = rule;
  const published = { number: String(rule.version), day: formatDate(rule.publishedAt) };
  return [
    {
      term: t("record.ruleAsked"),
      detail: assignment
        ? t("record.ruleAskedBy", { unit: assignment.unitName, day: formatDate(assignment.assignedAt) })
        : required
          ? null
          : t("record.ruleChosen"),
    },
    {
      term: t("record.ruleVersion"),
      detail: t(begun ? "record.ruleVersionIs" : "record.ruleVersionFirst", published),
    },
    { term: t("record.ruleLessons"), detail: String(rule.lessons) },
    { term: t("record.rulePass"), detail: test && percentWords(t, test.passPercent) },
    {
      term: t("record.ruleAttempts"),
      detail:
        test &&
        (test.extraAttempts > 0
          ? t("record.ruleAttemptsExtra", { count: test.attempts, extra: test.extraAttempts })
          : String(test.attempts)),
    },
    { term: t("record.ruleCounts"), detail: test && t(COUNTS[test.attemptThatCounts]) },
    {
      term: t("record.certificateTerm"),
      detail: certificate && <a href={verifyPath(certificate.serial)}>{certificate.number}</a>,
    },
  ];
}

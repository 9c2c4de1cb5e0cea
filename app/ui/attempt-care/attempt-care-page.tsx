import type { SubmissionResult } from "@conform-to/react";
import type { AttemptCarePage as PageData, AttemptInCare } from "~/domain/assessment/attempt-care/attempt-care";
import { formatDateTime } from "~/domain/time";
import { conditionsPath, personPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DescriptionList } from "~/ui/kit/description-list";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag, type StatusTone } from "~/ui/kit/status-tag";
import { formatPercent } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { AttemptEventsTable } from "./attempt-events-table";
import { CareForm } from "./care-form";

export interface AttemptCarePageProps {
  page: PageData;
  /** The person's record can be read too. */
  seesRecord: boolean;
  result: SubmissionResult<string[]> | undefined;
}

/** One attempt: where it stands, what can be done about it, and what was done. Never its answers. */
export function AttemptCarePage({ page, seesRecord, result }: AttemptCarePageProps) {
  const t = useWords();
  const { attempt, refusal } = page;
  const { official } = attempt;
  return (
    <Page
      title={t("accommodation.attemptTitle", { number: attempt.number })}
      kicker={t("accommodation.attemptKicker", { name: official.fullName, unit: official.unitName })}
      lead={t("accommodation.attemptLead", { course: attempt.courseTitle, cycle: attempt.cycle })}
      crumbs={seesRecord ? [{ label: official.fullName, href: personPath(official.id) }] : []}
      width="reading"
    >
      <section>
        <SectionHeading>{t("accommodation.attemptFacts")}</SectionHeading>
        <DescriptionList facts={factsOf(t, page)} />
      </section>
      {refusal === "still-open" ? (
        <section className="no-print flex flex-col gap-4">
          <SectionHeading lead={t("accommodation.addTimeLead", { time: formatDateTime(attempt.deadlineAt) })}>
            {t("accommodation.addTimeTitle")}
          </SectionHeading>
          <CareForm intent="add-time" minutes={page.minutesProposed} seen={attempt.deadlineAt} result={result} />
        </section>
      ) : refusal === null ? (
        <section className="no-print flex flex-col gap-4">
          <SectionHeading lead={t("accommodation.reopenLead")}>{t("accommodation.reopenTitle")}</SectionHeading>
          <CareForm intent="reopen" minutes={page.minutesProposed} seen={attempt.deadlineAt} result={result} />
        </section>
      ) : (
        <Notice kind="info" title={t("accommodation.cannotReopen")}>
          {t(`accommodation.refused_${refusal}`)}
        </Notice>
      )}
      <section>
        <SectionHeading>{t("accommodation.events")}</SectionHeading>
        <AttemptEventsTable events={page.events} />
      </section>
      <section className="no-print">
        <a href={conditionsPath(official.id)}>{t("accommodation.toConditions")}</a>
      </section>
    </Page>
  );
}

function statusOf(t: Translate, attempt: AttemptInCare): { tone: StatusTone; word: string } {
  if (attempt.status === "open") return { tone: "info", word: t("accommodation.statusOpen") };
  if (attempt.status === "voided") return { tone: "neutral", word: t("accommodation.statusVoided") };
  if (attempt.awaitsMarking) return { tone: "info", word: t("accommodation.statusAwaiting") };
  return attempt.passed
    ? { tone: "success", word: t("accommodation.statusPassed") }
    : { tone: "neutral", word: t("accommodation.statusNotPassed") };
}

function factsOf(t: Translate, { attempt, answered, questions }: PageData) {
  const { tone, word } = statusOf(t, attempt);
  const submitted = attempt.submittedAt && formatDateTime(attempt.submittedAt);
  return [
    { term: t("accommodation.attemptStatus"), detail: <StatusTag tone={tone}>{word}</StatusTag> },
    { term: t("accommodation.startedAt"), detail: formatDateTime(attempt.startedAt) },
    { term: t("accommodation.deadlineAt"), detail: formatDateTime(attempt.deadlineAt) },
    {
      term: t("accommodation.submittedAt"),
      detail: submitted && (attempt.byTimer ? t("accommodation.byTimerNote", { time: submitted }) : submitted),
    },
    {
      term: t("accommodation.percent"),
      detail:
        attempt.percent === null
          ? null
          : formatPercent(attempt.percent / 100, {
              decimals: Number.isInteger(attempt.percent) ? 0 : 1,
              language: t.language,
            }),
    },
    {
      term: t("accommodation.answered"),
      detail: t("accommodation.answeredOf", { done: answered, total: questions }),
    },
  ];
}

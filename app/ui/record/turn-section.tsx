import type { ReactNode } from "react";
import type { Because, Missing } from "~/domain/completion/evaluate";
import type { AttemptRecord, TurnRecord } from "~/domain/completion/person-record";
import type { StaffStatus } from "~/domain/enrolment/staff-status";
import { formatDate, formatDay } from "~/domain/time";
import { verifyPath } from "~/paths";
import { DescriptionList } from "~/ui/kit/description-list";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { StatusTag } from "~/ui/kit/status-tag";
import { STATUS_TONES } from "~/ui/staff/status-tone";
import { SupplementList } from "~/ui/supplements/supplement-items";
import { dueInWords, formatPercent } from "~/ui/words/format";
import { statusWord } from "~/ui/words/staff-words";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { AttemptsTable } from "./attempts-table";

export function percentWords(t: Translate, percent: number): string {
  return formatPercent(percent / 100, { decimals: Number.isInteger(percent) ? 0 : 1, language: t.language });
}

/** One course in one cycle: where it stands, why, and what is still missing. */
export function TurnSection({
  turn,
  actionFor,
  whyHref,
}: {
  turn: TurnRecord;
  /** Where it is told why the turn is complete or not. */
  whyHref: string;
  actionFor?: (attempt: AttemptRecord) => ReactNode;
}) {
  const t = useWords();
  const { standing } = turn;
  const status: StaffStatus = standing.overdue ? "overdue" : standing.status;
  return (
    <article className="card break-inside-avoid">
      <p className="kicker">
        {t("staff.cycleOf", { cycle: turn.cycle })} · {t(turn.required ? "staff.requiredTurn" : "staff.chosenTurn")}
      </p>
      <h3 className="card-title">{turn.title}</h3>
      <p className="flex flex-wrap items-center gap-3">
        <StatusTag tone={STATUS_TONES[status]}>{statusWord(t, status)}</StatusTag>
        {turn.recognised ? <StatusTag tone="info">{t("record.recognisedTag")}</StatusTag> : null}
        {standing.status !== "completed" && turn.daysLeft !== null ? <span>{dueInWords(t, turn.daysLeft)}</span> : null}
      </p>
      {standing.status === "completed" ? null : (
        <div className="max-w-reading">
          <ProgressBar
            label={t("staff.progress")}
            value={standing.progressPercent}
            max={100}
            text={percentWords(t, standing.progressPercent)}
          />
        </div>
      )}
      <Reasons turn={turn} />
      <p className="no-print">
        <a href={whyHref}>{t(standing.status === "completed" ? "record.why" : "record.whyNot")}</a>
      </p>
      <SupplementList supplements={turn.supplements} links={false} />
      <DescriptionList facts={factsOf(t, turn)} />
      {turn.attempts.length > 0 ? (
        <AttemptsTable course={turn.title} attempts={turn.attempts} actionFor={actionFor} />
      ) : null}
    </article>
  );
}

function Reasons({ turn: { standing } }: { turn: TurnRecord }) {
  const t = useWords();
  const sentences =
    standing.status === "completed"
      ? standing.because.map((each) => becauseWords(t, each))
      : standing.missing.map((each) => missingWords(t, each));
  if (sentences.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">{t(standing.status === "completed" ? "staff.because" : "staff.missing")}</p>
      <ul className="list-disc pl-6">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function missingWords(t: Translate, missing: Missing): string {
  if (missing.kind === "lesson") return t("staff.missingLesson", { title: missing.title });
  if (missing.kind === "attempts-used-up") return t("staff.missingAttempts");
  if (missing.kind === "awaits-marking") return t("staff.missingMarking", { number: missing.attempt });
  if (missing.kind === "remedial") return t("staff.missingRemedial", { title: missing.title });
  if (missing.kind === "voided") {
    return t("record.missingVoided", { day: formatDate(missing.at), reason: missing.reason });
  }
  if (missing.openAttempt !== null) return t("staff.missingOpenAttempt", { number: missing.openAttempt });
  return t("staff.missingTest", { count: missing.attemptsLeft });
}

export function becauseWords(t: Translate, because: Because): string {
  const day = formatDate(because.at);
  if (because.kind === "recorded") return t("staff.becauseRecorded", { day });
  if (because.kind === "lessons-finished") return t("staff.becauseLessons", { count: because.count, day });
  if (because.kind === "remedials-read") return t("staff.becauseRemedials", { count: because.count, day });
  if (because.kind === "recognised") {
    return t("record.becauseRecognised", { number: because.decisionNumber, issuer: because.issuer, day });
  }
  if (because.kind === "corrected")
    return t("record.becauseCorrected", { by: because.by, reason: because.reason, day });
  const { attempt, percent, passPercent } = because;
  return t("staff.becauseTest", {
    attempt,
    percent: percentWords(t, percent),
    pass: percentWords(t, passPercent),
    day,
  });
}

const WORTH = {
  revoked: "staff.certificateRevoked",
  expired: "staff.certificateExpired",
  reissued: "staff.certificateReissued",
} as const;

function factsOf(t: Translate, turn: TurnRecord) {
  const { assignment, standing, certificate } = turn;
  const onTime = standing.onTime === null ? "" : `, ${t(standing.onTime ? "staff.onTime" : "staff.late")}`;
  return [
    {
      term: t("staff.assignedBy"),
      detail:
        assignment && t("staff.assignedByUnit", { unit: assignment.unitName, day: formatDate(assignment.assignedAt) }),
    },
    { term: t("staff.note"), detail: assignment?.note },
    { term: t("staff.due"), detail: turn.dueOn && formatDay(turn.dueOn) },
    { term: t("staff.startedOn"), detail: turn.startedAt && formatDate(turn.startedAt) },
    {
      term: t("staff.lessonsFinished"),
      detail: turn.lessonsFinishedAt
        ? formatDate(turn.lessonsFinishedAt)
        : turn.startedAt && t("staff.lessonsDone", { done: turn.lessonsDone, total: turn.lessonsInAll }),
    },
    { term: t("staff.completedAt"), detail: standing.completedAt && `${formatDate(standing.completedAt)}${onTime}` },
    {
      term: t("staff.score"),
      detail:
        turn.scorePercent === null
          ? null
          : // Without a test of its own, a course has the score that its SCORM package has measured.
            turn.passPercent === null
            ? percentWords(t, turn.scorePercent)
            : t("staff.scoreOf", {
                percent: percentWords(t, turn.scorePercent),
                pass: percentWords(t, turn.passPercent),
              }),
    },
    {
      term: t("staff.certificate"),
      detail: certificate && (
        <>
          {t("staff.certificateNumber", { number: certificate.number, day: formatDate(certificate.issuedAt) })}
          {certificate.status === "valid" ? null : <strong> ({t(WORTH[certificate.status])})</strong>}{" "}
          <a href={verifyPath(certificate.serial)}>{t("staff.verify")}</a>
        </>
      ),
    },
  ];
}

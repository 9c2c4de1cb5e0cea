import type { Because, Missing, Standing } from "~/domain/completion/evaluate";
import { formatDate } from "~/domain/time";
import { formatNumber } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

const percent = (value: number) => `${formatNumber(value, { decimals: value % 1 ? 1 : 0 })}%`;

function missingInWords(t: Translate, missing: Missing): string {
  switch (missing.kind) {
    case "lesson":
      return t("learning.missingLesson", { title: missing.title });
    case "test":
      return t("learning.missingTest", { count: missing.attemptsLeft });
    case "awaits-marking":
      return t("learning.missingMarking", { number: missing.attempt });
    case "remedial":
      return t("learning.missingRemedial", { title: missing.title });
    case "voided":
      return t("record.missingVoided", { day: formatDate(missing.at), reason: missing.reason });
    case "attempts-used-up":
      return t("learning.missingUsedUp");
  }
}

function becauseInWords(t: Translate, reason: Because): string {
  const date = formatDate(reason.at);
  switch (reason.kind) {
    case "lessons-finished":
      return t("learning.becauseLessons", { count: reason.count, date });
    case "test-passed": {
      const { attempt, percent: reached, passPercent } = reason;
      return t("learning.becauseTest", { attempt, percent: percent(reached), pass: percent(passPercent), date });
    }
    case "remedials-read":
      return t("learning.becauseRemedials", { count: reason.count, date });
    case "recorded":
      return t("learning.becauseRecorded", { date });
    case "recognised":
      return t("record.becauseRecognised", { number: reason.decisionNumber, issuer: reason.issuer, day: date });
    case "corrected":
      return t("record.becauseCorrected", { by: reason.by, reason: reason.reason, day: date });
  }
}

/** Why a course is not complete yet, or why it is: the same words for the learner and for HR. */
export function StandingReasons({ standing }: { standing: Standing }) {
  const t = useWords();
  const done = standing.status === "completed";
  return (
    <>
      {standing.missing.length > 0 ? (
        <>
          <h3>{t("learning.whyNot")}</h3>
          <ul className="reasons">
            {standing.missing.map((missing) => (
              <li key={"title" in missing ? `${missing.kind} ${missing.title}` : missing.kind}>
                {missingInWords(t, missing)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {done && standing.because.length > 0 ? (
        <>
          <h3>{t("learning.why")}</h3>
          <ul className="reasons">
            {standing.because.map((reason) => (
              <li key={`${reason.kind} ${reason.at.getTime()}`}>{becauseInWords(t, reason)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

import type { Missing, Standing } from "~/domain/completion/evaluate";
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
    case "attempts-used-up":
      return t("learning.missingUsedUp");
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
              <li key={reason.kind}>
                {reason.kind === "lessons-finished"
                  ? t("learning.becauseLessons", { count: reason.count, date: formatDate(reason.at) })
                  : reason.kind === "test-passed"
                    ? t("learning.becauseTest", {
                        attempt: reason.attempt,
                        percent: percent(reason.percent),
                        pass: percent(reason.passPercent),
                        date: formatDate(reason.at),
                      })
                    : reason.kind === "remedials-read"
                      ? t("learning.becauseRemedials", { count: reason.count, date: formatDate(reason.at) })
                      : t("learning.becauseRecorded", { date: formatDate(reason.at) })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

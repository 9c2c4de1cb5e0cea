import type { DilemmaGrade } from "~/domain/assessment/question-types/question-type";
import { citationInWords } from "~/domain/courses/citation";
import type { IconName } from "~/ui/kit/icon";
import { StatusTag, type StatusTone } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";
import type { ReviewProps } from "./face";

const GRADES = {
  best: { tone: "success", icon: "check-circle", words: "result.gradeBest" },
  acceptable: { tone: "info", icon: "half", words: "result.gradeAcceptable" },
  risky: { tone: "warning", icon: "warning", words: "result.gradeRisky" },
  violation: { tone: "danger", icon: "stop", words: "result.gradeViolation" },
} as const satisfies Record<DilemmaGrade, { tone: StatusTone; icon: IconName; words: string }>;

/** Ways to act, each with what it is worth, what comes of it and what it is judged by. On the paper it is a choice like others. */
export function DilemmaReview({ body }: ReviewProps<"dilemma">) {
  const t = useWords();
  return (
    <ul className="review-options">
      {body.options.map(({ text, chosen, grade, consequence, citation }) => {
        const look = grade && GRADES[grade];
        return (
          <li key={text} className={chosen ? "is-chosen" : undefined}>
            <p>{text}</p>
            {chosen || look ? (
              <p className="review-grade">
                {chosen ? <span className="review-words">{t("result.yourChoice")}</span> : null}
                {look ? (
                  <StatusTag tone={look.tone} icon={look.icon}>
                    {t(look.words)}
                  </StatusTag>
                ) : null}
              </p>
            ) : null}
            {consequence ? <p>{consequence}</p> : null}
            {citation ? (
              <p className="hint">
                {t("result.basis")}: {citationInWords(citation)}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

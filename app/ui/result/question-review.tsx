import type { ReviewedQuestion } from "~/domain/assessment/result-view";
import type { ReviewForm } from "~/domain/assessment/question-types/question-type";
import { citationInWords } from "~/domain/courses/citation";
import { lessonPath } from "~/paths";
import { Icon, type IconName } from "~/ui/kit/icon";
import { StatusTag, type StatusTone } from "~/ui/kit/status-tag";
import { Paragraphs } from "~/ui/paper/paragraphs";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

const OUTCOMES = {
  right: { tone: "success", icon: "check-circle", words: "result.outcomeRight" },
  partly: { tone: "warning", icon: "half", words: "result.outcomePartly" },
  wrong: { tone: "danger", icon: "close", words: "result.outcomeWrong" },
  unanswered: { tone: "neutral", icon: "circle", words: "result.outcomeUnanswered" },
} as const satisfies Record<string, { tone: StatusTone; icon: IconName; words: string }>;

/** One question of a result with what the policy lets be seen of it. */
export function QuestionReview({
  question,
  course,
  lessonTitle,
}: {
  question: ReviewedQuestion;
  course: string;
  lessonTitle?: string;
}) {
  const t = useWords();
  const outcome = question.outcome && OUTCOMES[question.outcome];
  return (
    <li className="review-item">
      <div className="review-head">
        <span className="kicker">{t("paper.question", { number: question.number })}</span>
        {outcome ? (
          <StatusTag tone={outcome.tone} icon={outcome.icon}>
            {t(outcome.words)}
          </StatusTag>
        ) : null}
        {question.points === null ? null : (
          <span className="hint">
            {t("result.questionPoints", {
              points: formatNumber(question.points, { decimals: question.points % 1 ? 2 : 0 }),
            })}
          </span>
        )}
      </div>
      <p className="review-stem">
        <Paragraphs text={question.stem} />
      </p>
      {question.body ? <Body body={question.body} /> : null}
      {question.explanation ? (
        <p>
          <strong>{t("result.explanation")}:</strong> {question.explanation}
        </p>
      ) : null}
      {question.citation ? (
        <p className="hint">
          {t("result.basis")}: {citationInWords(question.citation)}
        </p>
      ) : null}
      {question.lesson && lessonTitle ? (
        <p className="hint">
          <a href={lessonPath(course, question.lesson)}>{t("result.fromLesson", { title: lessonTitle })}</a>
        </p>
      ) : null}
    </li>
  );
}

function Body({ body }: { body: ReviewForm }) {
  const t = useWords();
  if (body.form === "pairs") {
    return (
      <ul className="review-options">
        {body.pairs.map((pair) => (
          <li key={pair.left}>
            <p>{pair.left}</p>
            <p className={pair.correct === false ? "review-wrong" : undefined}>
              {pair.correct === null ? null : <Icon name={pair.correct ? "check" : "close"} />}{" "}
              {pair.chosen === null ? t("result.matchNone") : t("result.matchChosen", { text: pair.chosen })}
            </p>
            {pair.right !== null && pair.right !== pair.chosen ? (
              <p>{t("result.matchRight", { text: pair.right })}</p>
            ) : null}
            {pair.feedback ? <p className="hint">{pair.feedback}</p> : null}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ul className="review-options">
      {body.options.map((option) => (
        <li key={option.text} className={option.chosen ? "is-chosen" : undefined}>
          <p>
            {option.correct === true ? (
              <Icon name="check" />
            ) : option.chosen && option.correct === false ? (
              <Icon name="close" />
            ) : null}{" "}
            {option.text}
          </p>
          <p className="review-words">
            {[
              option.chosen ? t("result.yourChoice") : "",
              option.correct === true ? t("result.rightAnswer") : "",
              option.chosen && option.correct === false ? t("result.wrongChoice") : "",
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {option.feedback ? <p className="hint">{option.feedback}</p> : null}
        </li>
      ))}
    </ul>
  );
}

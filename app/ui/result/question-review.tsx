import type { ReactNode } from "react";
import type { ReviewedQuestion } from "~/domain/assessment/result-view";
import { citationInWords } from "~/domain/courses/citation";
import { lessonPath } from "~/paths";
import type { IconName } from "~/ui/kit/icon";
import { StatusTag, type StatusTone } from "~/ui/kit/status-tag";
import { Paragraphs } from "~/ui/paper/paragraphs";
import { QuestionAnswer } from "~/ui/questions";
import { CaseText } from "~/ui/questions/case-text";
import type { MarkingNote as Note } from "~/domain/assessment/marking/marking";
import { formatMarks } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { MarkingNote } from "./marking-note";

const OUTCOMES = {
  right: { tone: "success", icon: "check-circle", words: "result.outcomeRight" },
  partly: { tone: "warning", icon: "half", words: "result.outcomePartly" },
  wrong: { tone: "danger", icon: "close", words: "result.outcomeWrong" },
  awaiting: { tone: "info", icon: "clock", words: "result.outcomeAwaiting" },
  "not-scored": { tone: "neutral", icon: "circle", words: "result.outcomeNotScored" },
  void: { tone: "neutral", icon: "info", words: "result.outcomeVoid" },
  unanswered: { tone: "neutral", icon: "circle", words: "result.outcomeUnanswered" },
} as const satisfies Record<string, { tone: StatusTone; icon: IconName; words: string }>;

/** One question of a result with what the policy lets be seen of it. */
export function QuestionReview({
  question,
  withCase,
  course,
  lessonTitle,
  children,
  marking,
}: {
  question: ReviewedQuestion;
  /** False when the question before it has shown the same case. */
  withCase: boolean;
  course: string;
  lessonTitle?: string;
  /** What was decided about the question since. */
  children?: ReactNode;
  marking?: Note;
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
            {t("result.questionPoints", { points: formatMarks(question.points, t.language) })}
          </span>
        )}
      </div>
      {question.case && withCase ? <CaseText {...question.case} /> : null}
      <p className="review-stem">
        <Paragraphs text={question.stem} />
      </p>
      {children}
      {question.body ? <QuestionAnswer body={question.body} /> : null}
      {marking ? <MarkingNote note={marking} /> : null}
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

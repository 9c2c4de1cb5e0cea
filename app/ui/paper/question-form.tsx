import type { CheckState } from "~/domain/assessment/answer-check";
import { markName } from "~/domain/assessment/answer-fields";
import type { LearnerQuestion } from "~/domain/assessment/paper";
import { StatusTag } from "~/ui/kit/status-tag";
import { CaseText } from "~/ui/questions/case-text";
import { hintOf, QuestionFields } from "~/ui/questions";
import { formatMarks } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { CheckAnswer, SettledAnswer } from "./checked-answer";
import { Paragraphs } from "./paragraphs";

export interface QuestionFormProps {
  question: LearnerQuestion;
  /** null in a test that tells at the end. */
  check: CheckState | null;
  total: number;
  /** One question at a time: the others are out of sight but stay in the form. */
  hidden: boolean;
  status: string | null;
  statusTone?: "quiet" | "warning";
}

/** One question with its form; each kind of form works by keyboard, touch and screen reader, with and without script. */
export function QuestionForm({ question, check, total, hidden, status, statusTone = "quiet" }: QuestionFormProps) {
  const t = useWords();
  const statusId = `s-${question.id}`;
  return (
    <section
      id={`q-${question.number}`}
      className="paper-question"
      hidden={hidden}
      data-question={question.id}
      tabIndex={-1}
    >
      {question.case ? <CaseText {...question.case} /> : null}
      <fieldset className="field">
        <legend>
          <span className="paper-question-head">
            <span className="kicker">{t("paper.questionOf", { number: question.number, total })}</span>
            {question.marks === 1 ? null : (
              <span className="hint">{t("paper.marks", { marks: formatMarks(question.marks, t.language) })}</span>
            )}
            {question.critical ? (
              <StatusTag tone="warning" icon="info">
                {t("paper.critical")}
              </StatusTag>
            ) : null}
          </span>
          <Paragraphs text={question.stem} />
          {check?.settled ? null : <span className="hint">{t(hintOf(question.body))}</span>}
        </legend>
        {check?.settled ? (
          check.review && <SettledAnswer review={check.review} />
        ) : (
          <QuestionFields question={question} />
        )}
      </fieldset>
      {check && !check.settled ? <CheckAnswer question={question} check={check} /> : null}
      <div className="paper-question-foot">
        <label className="option paper-mark">
          <input type="checkbox" name={markName(question.id)} defaultChecked={question.marked} />
          <span className="option-text">{t("paper.mark")}</span>
        </label>
        <p id={statusId} className={`paper-status paper-status-${statusTone}`} role="status">
          {status}
        </p>
      </div>
    </section>
  );
}

import { fieldName, markName } from "~/domain/assessment/answer-fields";
import type { LearnerQuestion } from "~/domain/assessment/paper";
import type { PaperForm, PaperSelection } from "~/domain/assessment/question-types/question-type";
import { useWords } from "~/ui/words/use-words";
import { Paragraphs } from "./paragraphs";

export interface QuestionFormProps {
  question: LearnerQuestion;
  total: number;
  /** One question at a time: the others are out of sight but stay in the form. */
  hidden: boolean;
  status: string | null;
  statusTone?: "quiet" | "warning";
}

/** One question with its form; each kind of form works by keyboard, touch and screen reader, with and without script. */
export function QuestionForm({ question, total, hidden, status, statusTone = "quiet" }: QuestionFormProps) {
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
      <fieldset className="field">
        <legend>
          <span className="kicker">{t("paper.questionOf", { number: question.number, total })}</span>
          <Paragraphs text={question.stem} />
          <span className="hint">{t(hintOf(question.body))}</span>
        </legend>
        <Body question={question} />
      </fieldset>
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

function hintOf(body: PaperForm) {
  if (body.form === "matching") return "paper.chooseMatch";
  if (body.form === "true-false") return "paper.chooseTrueFalse";
  return body.multiple ? "paper.chooseSome" : "paper.chooseOne";
}

function Body({ question }: { question: LearnerQuestion }) {
  const { body, selection } = question;
  if (body.form === "matching") return <Matching question={question} body={body} selection={selection} />;
  return (
    <div className="options">
      {body.options.map((option) => (
        <label className="option" key={option.value}>
          <input
            type={body.form === "choice" && body.multiple ? "checkbox" : "radio"}
            name={fieldName(question.id)}
            value={option.value}
            defaultChecked={selection?.own.includes(option.value) ?? false}
          />
          <span className="option-text">{option.text}</span>
        </label>
      ))}
    </div>
  );
}

interface MatchingProps {
  question: LearnerQuestion;
  body: Extract<PaperForm, { form: "matching" }>;
  selection: PaperSelection | null;
}

function Matching({ question, body, selection }: MatchingProps) {
  const t = useWords();
  return (
    <ol className="paper-matching">
      {body.rows.map((row) => {
        const id = `${question.id}-${row.value}`;
        return (
          <li key={row.value}>
            <label htmlFor={id}>{row.text}</label>
            <select
              id={id}
              className="input select"
              name={fieldName(question.id, row.value)}
              defaultValue={selection?.parts[row.value] ?? ""}
            >
              <option value="">{t("paper.matchEmpty")}</option>
              {body.choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.text}
                </option>
              ))}
            </select>
          </li>
        );
      })}
    </ol>
  );
}

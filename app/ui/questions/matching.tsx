import { fieldName } from "~/domain/assessment/answer-fields";
import { useWords } from "~/ui/words/use-words";
import type { FormProps, ReviewProps } from "./face";
import { Verdict } from "./verdict";

export function MatchingForm({ questionId, body, selection }: FormProps<"matching">) {
  const t = useWords();
  return (
    <ol className="matching">
      {body.rows.map((row) => {
        const id = `${questionId}-${row.value}`;
        return (
          <li key={row.value}>
            <label htmlFor={id}>{row.text}</label>
            <select
              id={id}
              className="input select"
              name={fieldName(questionId, row.value)}
              defaultValue={selection?.parts[row.value] ?? ""}
            >
              <option value="">{t("paper.matchEmpty")}</option>
              {body.choices.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </li>
        );
      })}
    </ol>
  );
}

export function PairsReview({ body }: ReviewProps<"pairs">) {
  const t = useWords();
  return (
    <ul className="review-options">
      {body.pairs.map(({ left, chosen, right, correct, feedback }) => (
        <li key={left}>
          <p>{left}</p>
          <p>
            <Verdict correct={correct} />
            {chosen === null ? t("result.matchNone") : t("result.matchChosen", { text: chosen })}
          </p>
          {right !== null && right !== chosen ? <p>{t("result.matchRight", { text: right })}</p> : null}
          {feedback ? <p className="hint">{feedback}</p> : null}
        </li>
      ))}
    </ul>
  );
}

import { fieldName } from "~/domain/assessment/answer-fields";
import { Icon } from "~/ui/kit/icon";
import { useWords } from "~/ui/words/use-words";
import type { FormProps, ReviewProps } from "./face";

/** One of several, some of several, true or false. */
export function ChoiceForm({ questionId, body, selection }: FormProps<"choice"> | FormProps<"true-false">) {
  return (
    <div className="options">
      {body.options.map(({ value, text }) => (
        <label className="option" key={value}>
          <input
            type={body.form === "choice" && body.multiple ? "checkbox" : "radio"}
            name={fieldName(questionId)}
            value={value}
            defaultChecked={selection?.own.includes(value) ?? false}
          />
          <span className="option-text">{text}</span>
        </label>
      ))}
    </div>
  );
}

export function OptionsReview({ body }: ReviewProps<"options">) {
  const t = useWords();
  return (
    <ul className="review-options">
      {body.options.map(({ text, chosen, correct, feedback }) => {
        const words = [
          chosen ? t("result.yourChoice") : "",
          correct === true ? t("result.rightAnswer") : "",
          chosen && correct === false ? t("result.wrongChoice") : "",
        ];
        return (
          <li key={text} className={chosen ? "is-chosen" : undefined}>
            <p>
              {correct === true ? <Icon name="check" /> : chosen && correct === false ? <Icon name="close" /> : null}{" "}
              {text}
            </p>
            <p className="review-words">{words.filter(Boolean).join(" · ")}</p>
            {feedback ? <p className="hint">{feedback}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

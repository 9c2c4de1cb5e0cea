import type { KeyboardEvent } from "react";
import { fieldName } from "~/domain/assessment/answer-fields";
import { useWords } from "~/ui/words/use-words";
import type { FormProps, ReviewProps } from "./face";
import { Verdict } from "./verdict";

/** A word, a few words or a number. */
export function ShortTextForm({ questionId, body, selection }: FormProps<"short-text">) {
  const t = useWords();
  const id = `${questionId}-text`;
  return (
    <div className="short-text">
      <label htmlFor={id}>{t("paper.yourAnswer")}</label>
      <span className="short-text-line">
        <input
          id={id}
          className={body.numeric ? "input input-short" : "input input-full"}
          type="text"
          name={fieldName(questionId)}
          defaultValue={selection?.own[0] ?? ""}
          inputMode={body.numeric ? "decimal" : undefined}
          maxLength={body.maxLength}
          lang="vi"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={body.unit ? `${id}-unit` : undefined}
          onKeyDown={stayOnPaper}
        />
        {body.unit ? <span id={`${id}-unit`}>{body.unit}</span> : null}
      </span>
    </div>
  );
}

/** Enter after a word would hand in the whole paper. */
function stayOnPaper(event: KeyboardEvent) {
  if (event.key === "Enter") event.preventDefault();
}

export function TextReview({ body }: ReviewProps<"text">) {
  const t = useWords();
  const { given, correct, accepted, feedback } = body;
  return (
    <div className="review-answer">
      <p>
        <Verdict correct={correct} />
        {given === null ? t("result.givenNone") : t("result.given", { text: given })}
      </p>
      {accepted === null || accepted.length === 0 ? null : <p>{t("result.accepted", { text: accepted.join("; ") })}</p>}
      {feedback ? <p className="hint">{feedback}</p> : null}
    </div>
  );
}

import { fieldName } from "~/domain/assessment/answer-fields";
import { useWords } from "~/ui/words/use-words";
import type { FormProps, ReviewProps } from "./face";
import { Verdict } from "./verdict";

/** A text with choices in its sentences. */
export function InlineChoiceForm({ questionId, body, selection }: FormProps<"inline-choice">) {
  const t = useWords();
  return (
    <div className="inline-choice">
      {body.pieces.map((piece, index) =>
        piece.kind === "text" ? (
          <span key={index}>{piece.text}</span>
        ) : (
          <select
            key={index}
            className="input select"
            name={fieldName(questionId, piece.value)}
            aria-label={t("paper.gap", { number: piece.value })}
            defaultValue={selection?.parts[piece.value] ?? ""}
          >
            <option value="">{t("paper.gapEmpty")}</option>
            {piece.choices.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        ),
      )}
    </div>
  );
}

type Piece = ReviewProps<"inline">["body"]["pieces"][number];
type Gap = Extract<Piece, { kind: "gap" }>;

/** The text as it was filled in, and under it each gap with what may be said of it. */
export function InlineReview({ body }: ReviewProps<"inline">) {
  const t = useWords();
  const gaps = body.pieces.filter((piece): piece is Gap => piece.kind === "gap");
  return (
    <>
      <p className="review-inline">
        {body.pieces.map((piece, index) =>
          piece.kind === "text" ? (
            <span key={index}>{piece.text}</span>
          ) : (
            <span key={index} className="review-gap">
              <span className="review-gap-number">({gaps.indexOf(piece) + 1})</span>{" "}
              {piece.chosen ?? t("result.gapNone")}
            </span>
          ),
        )}
      </p>
      <ol className="review-options">
        {gaps.map(({ chosen, right, correct, feedback }, index) => (
          <li key={index}>
            <p className="review-words">{t("result.gap", { number: index + 1 })}</p>
            <p>
              <Verdict correct={correct} />
              {chosen === null ? t("result.matchNone") : t("result.matchChosen", { text: chosen })}
            </p>
            {right !== null && right !== chosen ? <p>{t("result.matchRight", { text: right })}</p> : null}
            {feedback ? <p className="hint">{feedback}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

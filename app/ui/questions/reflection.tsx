import { useEffect, useRef, useState } from "react";
import { fieldName } from "~/domain/assessment/answer-fields";
import { useHydrated } from "~/ui/kit/interactive/use-hydrated";
import { useWords } from "~/ui/words/use-words";
import type { FormProps, ReviewProps } from "./face";

const wordsIn = (text: string) => text.split(/\s+/u).filter(Boolean).length;

/** A text in one's own words; says who reads it before it is written. */
export function ReflectionForm({ questionId, body, selection }: FormProps<"reflection">) {
  const t = useWords();
  const scripted = useHydrated();
  const area = useRef<HTMLTextAreaElement>(null);
  const [count, setCount] = useState(0);
  const id = `${questionId}-text`;
  const counted = () => setCount(wordsIn(area.current?.value ?? ""));

  // After every drawing: what this device had kept is put back into the field without an event.
  useEffect(counted);

  return (
    <div className="reflection">
      <div id={`${id}-about`} className="reflection-about">
        {body.marked === "officer" ? (
          <>
            <p>{t("paper.markedByOfficer")}</p>
            <ul>
              {body.criteria.map((criterion) => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t("paper.markedByNobody")}</p>
        )}
        {body.minWords === null ? null : <p>{t("paper.minWords", { count: body.minWords })}</p>}
      </div>
      <label htmlFor={id}>{t("paper.yourAnswer")}</label>
      <textarea
        ref={area}
        id={id}
        className="input input-full"
        name={fieldName(questionId)}
        defaultValue={selection?.own[0] ?? ""}
        rows={8}
        maxLength={body.maxLength}
        lang="vi"
        spellCheck={false}
        aria-describedby={`${id}-about`}
        onChange={counted}
      />
      {scripted ? <p className="hint">{t("paper.wordCount", { count })}</p> : null}
    </div>
  );
}

export function ReflectionReview({ body }: ReviewProps<"reflection">) {
  const t = useWords();
  return (
    <div className="review-answer">
      {body.given === null ? (
        <p>{t("result.givenNone")}</p>
      ) : (
        <>
          <p className="review-words">{t("result.written")}</p>
          <p className="review-written">{body.given}</p>
        </>
      )}
    </div>
  );
}

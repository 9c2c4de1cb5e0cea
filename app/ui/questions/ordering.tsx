import { useEffect, useRef, useState } from "react";
import { fieldName } from "~/domain/assessment/answer-fields";
import { Icon } from "~/ui/kit/icon";
import { useHydrated } from "~/ui/kit/interactive/use-hydrated";
import { useWords } from "~/ui/words/use-words";
import type { FormProps, ReviewProps } from "./face";
import { inPlaces, moved, placeTwice } from "./order-places";
import { Verdict } from "./verdict";

/**
 * Each row has a select of its place: that is the answer, with and without script. With script, two buttons also move a row
 * in the list and set all places to what is then seen.
 */
export function OrderingForm({ questionId, body, selection }: FormProps<"ordering">) {
  const t = useWords();
  const scripted = useHydrated();
  const list = useRef<HTMLOListElement>(null);
  const focusAgain = useRef<HTMLButtonElement | null>(null);
  const [rows, setRows] = useState(() =>
    inPlaces(
      body.items.map(({ value }) => value),
      (value) => selection?.parts[value],
    ),
  );
  const [said, setSaid] = useState({ text: "", warning: false });
  const textOf = new Map(body.items.map(({ value, text }) => [value, text]));

  // A row that React puts elsewhere loses the focus that was in it.
  useEffect(() => {
    focusAgain.current?.focus();
    focusAgain.current = null;
  }, [rows]);

  const selectOf = (row: string) =>
    list.current!.querySelector<HTMLSelectElement>(`select[name="${fieldName(questionId, row)}"]`)!;

  function move(row: string, by: -1 | 1, button: HTMLButtonElement) {
    // From what the selects say: they may have been set by hand.
    const next = moved(
      inPlaces(rows, (each) => selectOf(each).value),
      row,
      by,
    );
    next.forEach((each, index) => (selectOf(each).value = String(index + 1)));
    // Nobody is told of a value that was set by script: the paper saves on this event.
    selectOf(row).dispatchEvent(new Event("change", { bubbles: true }));
    focusAgain.current = button;
    setRows(next);
    const place = next.indexOf(row) + 1;
    setSaid({ text: t("paper.placeMoved", { text: textOf.get(row)!, place, total: rows.length }), warning: false });
  }

  function checkPlaces() {
    const place = placeTwice(rows.map((row) => selectOf(row).value));
    setSaid({ text: place ? t("paper.placeTwice", { place }) : "", warning: true });
  }

  return (
    <>
      <ol className="ordering" ref={list} onChange={checkPlaces}>
        {rows.map((row, index) => {
          const id = `${questionId}-${row}`;
          const text = textOf.get(row)!;
          return (
            <li key={row}>
              <label htmlFor={id}>{text}</label>
              <select
                id={id}
                className="input select"
                name={fieldName(questionId, row)}
                aria-label={t("paper.place", { text })}
                defaultValue={selection?.parts[row] ?? ""}
              >
                <option value="">{t("paper.placeEmpty")}</option>
                {rows.map((_, place) => (
                  <option key={place} value={place + 1}>
                    {place + 1}
                  </option>
                ))}
              </select>
              {scripted ? (
                <span className="ordering-moves">
                  {([-1, 1] as const).map((by) => (
                    <button
                      key={by}
                      type="button"
                      className="button button-secondary"
                      aria-label={t(by < 0 ? "paper.placeUp" : "paper.placeDown", { text })}
                      aria-disabled={rows[index + by] === undefined}
                      onClick={(event) => move(row, by, event.currentTarget)}
                    >
                      <Icon name={by < 0 ? "up" : "down"} />
                    </button>
                  ))}
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
      <p role="status" className={said.warning ? "ordering-warning" : "visually-hidden"}>
        {said.text}
      </p>
    </>
  );
}

export function OrderReview({ body }: ReviewProps<"order">) {
  const t = useWords();
  return (
    <ol className="review-options">
      {body.items.map(({ text, position, right, correct }) => (
        <li key={text}>
          <p>{text}</p>
          <p>
            <Verdict correct={correct} />
            {position === null ? t("result.placeNone") : t("result.placeChosen", { place: position })}
            {right !== null && right !== position ? ` · ${t("result.placeRight", { place: right })}` : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

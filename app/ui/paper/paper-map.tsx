import { useWords } from "~/ui/words/use-words";
import { Icon } from "~/ui/kit/icon";

export interface MapEntry {
  number: number;
  answered: boolean;
  marked: boolean;
}

/** The numbered map of a paper: which questions are answered, open, marked; each a link to its question. */
export function PaperMap({
  entries,
  current,
  onGo,
}: {
  entries: MapEntry[];
  current: number | null;
  onGo?: (number: number) => void;
}) {
  const t = useWords();
  return (
    <nav className="paper-map" aria-label={t("paper.map")}>
      <ol>
        {entries.map(({ number, answered, marked }) => (
          <li key={number}>
            <a
              href={`#q-${number}`}
              className={["paper-map-entry", answered ? "is-answered" : "", marked ? "is-marked" : ""].join(" ").trim()}
              aria-current={current === number ? "step" : undefined}
              onClick={
                onGo &&
                ((event) => {
                  event.preventDefault();
                  onGo(number);
                })
              }
            >
              {number}
              <span className="visually-hidden">
                , {answered ? t("paper.mapAnswered") : t("paper.mapOpen")}
                {marked ? `, ${t("paper.mapMarked")}` : ""}
              </span>
              {marked ? <Icon name="flag" /> : answered ? <Icon name="check" /> : null}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

import { type CountedChoice, groupsOf } from "~/domain/assessment/statistics/choices";
import type { QuestionStatistics } from "~/domain/assessment/statistics/statistics";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { choiceInWords, GRADE_WORDS, letterOf } from "./choice-words";

/** Every option by its text with how many chose it; the marks are those of `OptionBars`. */
export function ChoiceList({ statistics }: { statistics: QuestionStatistics }) {
  const t = useWords();
  const { n, unanswered, choices } = statistics;
  const bar = (label: string, count: number) => (
    <ProgressBar
      value={count}
      max={n}
      label={label}
      text={t("statistics.chosenBy", { count, percent: formatPercent(count / n, { language: t.language }) })}
    />
  );
  const labelOf = (choice: CountedChoice, index: number) => {
    const text = choiceInWords(t, choice);
    if (choice.grade) return t("statistics.withGrade", { text, grade: t(GRADE_WORDS[choice.grade]) });
    const marked = choice.of === null && choice.label !== null ? `${letterOf(t, choice, index)}. ${text}` : text;
    return choice.key ? t("statistics.keyChoice", { text: marked }) : marked;
  };
  return (
    <div className="stack">
      {groupsOf(choices).map((group, place) => (
        <div key={group.part}>
          {group.of === null ? null : (
            <p className="font-semibold">
              {place + 1}. {group.of}
            </p>
          )}
          <ul className="stack">
            {group.choices.map((choice, index) =>
              isShown(choice) ? <li key={choice.value}>{bar(labelOf(choice, index), choice.count)}</li> : null,
            )}
          </ul>
        </div>
      ))}
      {unanswered > 0 ? bar(t("statistics.unanswered"), unanswered) : null}
    </div>
  );
}

/** Of a pair only the key and what was chosen: the other sides belong to other pairs. */
const isShown = ({ of, key, count }: CountedChoice) => of === null || key || count > 0;

import { type CountedChoice, groupsOf } from "~/domain/assessment/statistics/choices";
import type { QuestionStatistics } from "~/domain/assessment/statistics/statistics";
import { DILEMMA_GRADES } from "~/domain/assessment/question-types/question-type";
import { formatNumber } from "~/ui/words/format";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { GRADE_WORDS, letterOf } from "./choice-words";

interface Bar {
  mark: string;
  count: number;
  key: boolean;
}

interface Bars {
  caption: "statistics.optionBars" | "statistics.rightBars" | "statistics.gradeBars";
  bars: Bar[];
  /** Room for the marks, in units of the drawing. */
  room: number;
}

const LINE = 20;
const WIDE = 260;
/** For the number behind a bar. */
const NUMBER = 48;

/** How often each option was chosen, at a glance; the list below it says the same in words. */
export function OptionBars({ statistics }: { statistics: QuestionStatistics }) {
  const t = useWords();
  const { n, choices } = statistics;
  const { caption, bars, room } = barsOf(t, choices);
  const longest = WIDE - NUMBER - room;
  const options = bars
    .map(({ mark, count, key }) => t(key ? "statistics.optionKey" : "statistics.optionBar", { mark, count }))
    .join("; ");
  return (
    <svg
      className="chart chart-small"
      viewBox={`0 0 ${WIDE} ${bars.length * LINE}`}
      role="img"
      aria-label={t(caption, { options })}
    >
      {bars.map(({ mark, count, key }, index) => {
        const top = index * LINE;
        const long = n === 0 ? 0 : (count / n) * longest;
        return (
          <g key={mark}>
            <text x={0} y={top + 14} className={key ? "chart-strong" : undefined}>
              {key && caption === "statistics.optionBars" ? `${mark} ✓` : mark}
            </text>
            <rect
              className={key ? "chart-bar" : "chart-bar-other"}
              x={room}
              y={top + 4}
              width={Math.max(1, long)}
              height={LINE - 8}
            />
            <text x={room + long + 6} y={top + 14}>
              {formatNumber(count, { language: t.language })}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** A bar for each option; for each grade of a dilemma; for each part (a pair, a gap, a step) how many got it right. */
function barsOf(t: Translate, choices: readonly CountedChoice[]): Bars {
  if (choices.some(({ grade }) => grade)) {
    const bars = DILEMMA_GRADES.flatMap((grade) => {
      const own = choices.filter((choice) => choice.grade === grade);
      const count = own.reduce((sum, each) => sum + each.count, 0);
      return own.length === 0 ? [] : [{ mark: t(GRADE_WORDS[grade]), count, key: grade === "best" }];
    });
    return { caption: "statistics.gradeBars", bars, room: 112 };
  }
  if (choices.some(({ of }) => of !== null)) {
    const bars = groupsOf(choices).map((group, index) => ({
      mark: String(index + 1),
      count: group.choices.reduce((sum, { key, count }) => sum + (key ? count : 0), 0),
      key: true,
    }));
    return { caption: "statistics.rightBars", bars, room: 24 };
  }
  const bars = choices.map((choice, index) => ({
    mark: letterOf(t, choice, index),
    count: choice.count,
    key: choice.key,
  }));
  return { caption: "statistics.optionBars", bars, room: 36 };
}

import type { CourseTurn } from "~/domain/enrolment/course-turn";
import { completionRate, type UnitCounts } from "~/domain/enrolment/unit-counts";
import { formatDay } from "~/domain/time";
import { StatNumber, StatRow } from "~/ui/kit/stat-number";
import { formatNumber, formatPercent } from "~/ui/words/format";
import { asOfWords } from "~/ui/words/staff-words";
import { useWords } from "~/ui/words/use-words";
import { OnPaper } from "./on-paper";

export interface StandingSummaryProps {
  totals: UnitCounts;
  turn: CourseTurn;
  asOf: Date;
  /** The lists behind the numbers. */
  hrefs: { completed: string; overdue: string };
}

/** The numbers of a course turn, and since when they are true. */
export function StandingSummary({ totals, turn, asOf, hrefs }: StandingSummaryProps) {
  const t = useWords();
  const number = (value: number) => formatNumber(value, { language: t.language });
  const rate = completionRate(totals);
  const left = totals.people - totals.required;
  return (
    <OnPaper>
      <StatRow>
        <StatNumber
          value={number(totals.required)}
          label={t("staff.required")}
          note={left > 0 ? t("staff.notRequired", { count: left }) : t("staff.dueOn", { day: formatDay(turn.dueOn) })}
        />
        <StatNumber
          value={number(totals.completed)}
          label={t("staff.completed")}
          href={hrefs.completed}
          note={t("staff.ofRequired", { count: totals.required })}
          tone={totals.required > 0 && totals.completed === totals.required ? "success" : "neutral"}
        />
        <StatNumber
          value={number(totals.overdue)}
          label={t("staff.overdue")}
          href={totals.overdue > 0 ? hrefs.overdue : undefined}
          note={t(totals.overdue > 0 ? "staff.overdueNote" : "staff.nothingOverdue")}
          tone={totals.overdue > 0 ? "danger" : "neutral"}
        />
        <StatNumber
          value={rate === null ? t("kit.noValue") : formatPercent(rate, { language: t.language })}
          label={t("staff.rate")}
          note={left > 0 ? t("staff.dueOn", { day: formatDay(turn.dueOn) }) : null}
        />
      </StatRow>
      <AsOf at={asOf} />
    </OnPaper>
  );
}

export function AsOf({ at }: { at: Date }) {
  const t = useWords();
  return <p className="muted mt-2 text-sm">{asOfWords(t, at)}</p>;
}

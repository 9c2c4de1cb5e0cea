import { completionRate, type UnitRow } from "~/domain/enrolment/unit-counts";
import { staffPath, unitPath } from "~/paths";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import { ProgressBar } from "~/ui/kit/progress-bar";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatNumber, formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { OnPaper } from "./on-paper";

export interface UnitTableProps {
  rows: readonly UnitRow[];
  /** The chosen course turn, kept on the way down. */
  course: string | undefined;
}

/** So many units are in sight at once; more than a few others wait behind a line that opens. */
const FIRST = 20;
const FEW = 5;

/** Units with their numbers and a bar each; on a phone a card each. */
export function UnitTable({ rows, course }: UnitTableProps) {
  const t = useWords();
  const number = (value: number) => formatNumber(value, { language: t.language });
  const columns: Column<UnitRow>[] = [
    {
      key: "unit",
      header: t("staff.unit"),
      rowHeader: true,
      cell: ({ code, name, own }) => (
        <a href={unitPath(code, { course })}>{own ? t("staff.ownPeople", { unit: name }) : name}</a>
      ),
    },
    { key: "people", header: t("staff.people"), numeric: true, cell: (row) => number(row.people) },
    {
      key: "overdue",
      header: t("staff.overdue"),
      numeric: true,
      cell: ({ code, own, overdue }) => {
        if (overdue === 0) return "0";
        const filter = { course, status: "overdue" };
        return (
          <a href={own ? unitPath(code, filter) : staffPath({ unit: code, ...filter })}>
            <StatusTag tone="danger">{number(overdue)}</StatusTag>
          </a>
        );
      },
    },
    {
      key: "completed",
      header: t("staff.completed"),
      numeric: true,
      cell: ({ completed, required }) =>
        required === 0 ? t("kit.noValue") : `${number(completed)}/${number(required)}`,
    },
    {
      key: "rate",
      header: t("staff.rate"),
      cell: (row) => {
        const rate = completionRate(row);
        if (rate === null) return <span className="muted">{t("staff.nothingAsked")}</span>;
        return (
          <div className="min-w-32">
            <ProgressBar
              hideLabel
              label={row.name}
              value={row.completed}
              max={row.required}
              text={formatPercent(rate, { language: t.language })}
            />
          </div>
        );
      },
    },
  ];
  const table = (part: readonly UnitRow[]) => (
    <DataTable
      hideCaption
      caption={t("staff.unitsTable")}
      columns={columns}
      rows={part}
      rowKey={({ code, own }) => `${code}${own}`}
    />
  );
  const rest = rows.slice(FIRST);
  return (
    <OnPaper>
      {table(rest.length > FEW ? rows.slice(0, FIRST) : rows)}
      {rest.length > FEW ? (
        <Disclosure summary={t("staff.otherUnits", { count: rest.length })}>{table(rest)}</Disclosure>
      ) : null}
    </OnPaper>
  );
}

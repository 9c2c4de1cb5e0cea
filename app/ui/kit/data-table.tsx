import type { ReactNode } from "react";
import { useWords } from "~/ui/words/use-words";
import { Icon } from "./icon";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand under one another at the right. */
  numeric?: boolean;
  /** The cell that names the row; the title of the card on a phone. One column at most. */
  rowHeader?: boolean;
  /** A link that sorts by this column, and which way it is sorted now. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
  /** Not worth its place on a phone. */
  wideOnly?: boolean;
}

export interface DataTableProps<Row> {
  caption: string;
  /** The caption is read aloud but not drawn, because a heading says it already. */
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** In place of the table when there are no rows. */
  empty?: ReactNode;
  /** A last row of sums, one cell per column key. */
  totals?: Partial<Record<string, ReactNode>>;
}

/** A table where there is room; on a phone each row is a card whose cells name their column. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, empty, totals }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table className="data-table">
      <caption className={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={classOf(column)}
              aria-sort={column.sort?.direction ?? undefined}
            >
              {column.sort ? <SortLink column={column} sort={column.sort} /> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {totals ? (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {totals[column.key]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function classOf<Row>({ numeric, wideOnly }: Column<Row>): string | undefined {
  return [numeric ? "numeric" : "", wideOnly ? "wide-only" : ""].filter(Boolean).join(" ") || undefined;
}

function Cell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const className = classOf(column);
  if (column.rowHeader) {
    return (
      <th scope="row" className={className}>
        {children}
      </th>
    );
  }
  return (
    <td className={className} data-label={column.header}>
      {children}
    </td>
  );
}

function SortLink<Row>({ column, sort }: { column: Column<Row>; sort: NonNullable<Column<Row>["sort"]> }) {
  const t = useWords();
  return (
    <a href={sort.href} title={t("kit.sortBy", { column: column.header })}>
      {column.header}
      {sort.direction ? <Icon name={sort.direction === "ascending" ? "up" : "down"} /> : null}
    </a>
  );
}

/** A table on its way into a file: rows come in batches and none is kept. */
export interface Table {
  columns: readonly TableColumn[];
  batches: AsyncIterable<Cell[][]>;
}

export interface TableColumn {
  header: string;
  kind: "text" | "whole" | "decimal" | "day" | "instant";
  /** In characters. */
  width: number;
}

/** As the kind of the column says; days are "2026-11-23"; null is an empty cell. A text may stand in any column ("chưa từng"). */
export type Cell = string | number | Date | null;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(cell: Cell): cell is string {
  return typeof cell === "string" && ISO_DAY.test(cell);
}

// Spreadsheets know no time zones: what is written is the clock on the wall in Vietnam (UTC+7, no daylight saving).
const OFFSET = 7 * 60 * 60 * 1000;

/** The wall clock in Vietnam as a date that reads the same in UTC. */
export function wallClock(at: Date): Date {
  return new Date(at.getTime() + OFFSET);
}

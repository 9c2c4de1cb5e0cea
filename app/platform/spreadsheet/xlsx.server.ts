import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";
import excel from "exceljs";
import { type Cell, isDay, type Table, type TableColumn, wallClock } from "./table";

export interface Note {
  label: string;
  text: string;
}

export interface Workbook {
  title: string;
  table: Table;
  /** A second sheet that says what the first one is. */
  notes: { title: string; facts: readonly Note[] };
}

const FORMATS: Record<TableColumn["kind"], string> = {
  text: "@",
  whole: "0",
  decimal: "0.00",
  day: "dd/mm/yyyy",
  instant: "dd/mm/yyyy hh:mm",
};
/** How much may wait for a slow reader before the next batch is asked for. */
const WAITING = 256 * 1024;

/**
 * A workbook that is written while it is sent: whatever the number of rows, only the batch in hand stands in memory. When the
 * reader goes away, writing ends.
 */
export function xlsxStream(workbook: Workbook): Readable {
  const out = new PassThrough({ highWaterMark: WAITING });
  write(workbook, out).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function write({ title, table, notes }: Workbook, out: PassThrough): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(title, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = table.columns.map(({ width, kind }) => ({ width, style: { numFmt: FORMATS[kind] } }));
  const head = sheet.addRow(table.columns.map((column) => column.header));
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.numFmt = "@";
    cell.alignment = { wrapText: true, vertical: "middle" };
    cell.border = { bottom: { style: "medium" } };
  });
  head.commit();
  for await (const rows of table.batches) {
    for (const row of rows) sheet.addRow(row.map((cell, index) => valueOf(cell, table.columns[index]!))).commit();
    if (!(await drained(out))) return;
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.columns.length } };
  sheet.commit();

  const page = book.addWorksheet(notes.title);
  page.columns = [{ width: 28 }, { width: 90 }];
  for (const { label, text } of notes.facts) {
    const row = page.addRow([label, text]);
    row.getCell(1).font = { bold: true };
    row.getCell(2).alignment = { wrapText: true };
    row.commit();
  }
  page.commit();
  await book.commit();
}

function valueOf(cell: Cell, column: TableColumn): string | number | Date | null {
  if (cell instanceof Date) return column.kind === "instant" ? wallClock(cell) : cell;
  // A string is written as a string, whatever it begins with: it is never taken for a formula.
  return column.kind === "day" && isDay(cell) ? new Date(`${cell}T00:00:00Z`) : cell;
}

/** Waits until the reader has taken what was written; false when there is no reader any more. */
async function drained(out: PassThrough): Promise<boolean> {
  // The compressor works beside this thread: give it its turn before looking at what waits.
  await new Promise((resolve) => setImmediate(resolve));
  while (out.writableNeedDrain && !out.destroyed) {
    const left = new AbortController();
    const gone = once(out, "close", { signal: left.signal }).catch(() => undefined);
    await Promise.race([once(out, "drain", { signal: left.signal }).catch(() => undefined), gone]);
    left.abort();
  }
  return !out.destroyed;
}

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
  /** Lines over the table, and A4 across with the head of the table on each page: a sheet that is printed and signed. */
  letterhead?: Letterhead;
  /** The instant that the file bears everywhere: with it the same rows make the same bytes. */
  at?: Date;
}

export interface Letterhead {
  /** Lines at the left and at the right of the head: who writes, and the country's heading. */
  left: readonly string[];
  right: readonly string[];
  /** Under them, across the sheet; the first is the title. */
  middle: readonly string[];
  /** Under every page, with its number. */
  foot: string;
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

async function write({ title, table, notes, letterhead, at }: Workbook, out: PassThrough): Promise<void> {
  const options = { stream: out, useStyles: true, useSharedStrings: false };
  const book = at ? stampedWriter({ ...options, created: at }) : new excel.stream.xlsx.WorkbookWriter(options);
  const headAt = letterhead ? linesOf(letterhead) + 2 : 1;
  const sheet = book.addWorksheet(title, {
    views: [{ state: "frozen", ySplit: headAt }],
    ...(letterhead ? printedAcross(letterhead, headAt) : {}),
  });
  sheet.columns = table.columns.map(({ width, kind }) => ({ width, style: { numFmt: FORMATS[kind] } }));
  if (letterhead) writeLetterhead(sheet, letterhead, table.columns.length);
  const head = sheet.addRow(table.columns.map((column) => column.header));
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.numFmt = "@";
    cell.alignment = { wrapText: true, vertical: "middle" };
    cell.border = letterhead ? LINES : { bottom: { style: "medium" } };
  });
  head.commit();
  for await (const rows of table.batches) {
    for (const row of rows) {
      const added = sheet.addRow(row.map((cell, index) => valueOf(cell, table.columns[index]!)));
      if (letterhead) drawLines(added, table.columns.length);
      added.commit();
    }
    if (!(await drained(out))) return;
  }
  sheet.autoFilter = { from: { row: headAt, column: 1 }, to: { row: headAt, column: table.columns.length } };
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

type Sheet = ReturnType<excel.stream.xlsx.WorkbookWriter["addWorksheet"]>;

const THIN = { style: "thin" } as const;
const LINES = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const A4 = 9;

const linesOf = ({ left, right, middle }: Letterhead) => Math.max(left.length, right.length) + 1 + middle.length;

function printedAcross({ foot }: Letterhead, headAt: number): Partial<excel.AddWorksheetOptions> {
  return {
    pageSetup: {
      paperSize: A4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headAt}:${headAt}`,
      margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&8${foot.replaceAll("&", "&&")}&R&8&P/&N` },
  };
}

function writeLetterhead(sheet: Sheet, { left, right, middle }: Letterhead, columns: number): void {
  const half = Math.floor(columns / 2);
  const line = (cells: { text: string; from: number; to: number; bold: boolean; size?: number }[]) => {
    const row = sheet.addRow([]);
    for (const { text, from, to, bold, size } of cells) {
      const cell = row.getCell(from);
      cell.value = text;
      cell.numFmt = "@";
      cell.font = { bold, ...(size ? { size } : {}) };
      cell.alignment = { horizontal: "center", wrapText: true };
      sheet.mergeCells(row.number, from, row.number, to);
    }
    row.commit();
  };
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    line([
      { text: left[index] ?? "", from: 1, to: half, bold: index === left.length - 1 },
      { text: right[index] ?? "", from: half + 1, to: columns, bold: true },
    ]);
  }
  sheet.addRow([]).commit();
  for (const [index, text] of middle.entries())
    line([{ text, from: 1, to: columns, bold: index === 0, ...(index === 0 ? { size: 14 } : {}) }]);
  sheet.addRow([]).commit();
}

function drawLines(row: excel.Row, columns: number): void {
  for (let column = 1; column <= columns; column++) {
    const cell = row.getCell(column);
    cell.border = LINES;
    cell.alignment = { wrapText: true, vertical: "top" };
  }
}

interface Zip {
  append(source: unknown, entry: { name: string; date?: Date }): unknown;
}

/** A writer that takes no day from the clock, neither for the file nor for any of those in it. */
function stampedWriter(options: object & { created: Date }): excel.stream.xlsx.WorkbookWriter {
  const Writer = excel.stream.xlsx.WorkbookWriter as unknown as new (options: object) => {
    zip: Zip;
    addThemes(): Promise<unknown>;
  };
  // The constructor itself puts the first files in, beginning here.
  class Stamped extends Writer {
    override addThemes() {
      const append = this.zip.append.bind(this.zip);
      this.zip.append = (source, entry) => append(source, { ...entry, date: options.created });
      return super.addThemes();
    }
  }
  return new Stamped(options) as unknown as excel.stream.xlsx.WorkbookWriter;
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

import { Readable } from "node:stream";
import { type Cell, isDay, type Table, type TableColumn, wallClock } from "./table";

/** Without it Excel takes UTF-8 for something else and breaks every accent. */
const BYTE_ORDER_MARK = "\uFEFF";
/** What a spreadsheet would take for the beginning of a formula, were it not text (CWE-1236). */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell of a line (RFC 4180). */
export function csvText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function written(cell: Cell, column: TableColumn): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (cell instanceof Date) return vietnamese(wallClock(cell).toISOString(), column.kind === "instant");
  return column.kind === "day" && isDay(cell) ? vietnamese(cell, false) : csvText(cell);
}

function vietnamese(iso: string, withTime: boolean): string {
  const day = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  return withTime ? `${day} ${iso.slice(11, 16)}` : day;
}

async function* lines({ columns, batches }: Table): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${columns.map((column) => csvText(column.header)).join(",")}\r\n`;
  for await (const rows of batches) {
    yield rows.map((row) => `${row.map((cell, index) => written(cell, columns[index]!)).join(",")}\r\n`).join("");
  }
}

/** CSV, a batch at a time: the next one is asked for when the reader has taken the one before. */
export function csvStream(table: Table): Readable {
  return Readable.from(lines(table), { objectMode: false, encoding: "utf8", highWaterMark: 256 * 1024 });
}

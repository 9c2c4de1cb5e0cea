/** The spreadsheet: one row a question. Read without trust: sizes first, cells as XML, formulas never. */
import { collect } from "../collect";
import { convertOldText } from "../encoding/decode";
import {
  excerpt,
  remark,
  unreadable,
  type Exchange,
  type ExchangeDefaults,
  type Refused,
  type Remark,
} from "../exchange";
import { slugOf } from "../clean-text";
import { emptyReading, type ReadCase, type Reading, type ReadQuestion } from "../read-question";
import { ALL_COLUMNS, columnOfHeader, SHEET, type ColumnKey } from "./columns";
import { readRow } from "./row-question";
import {
  MalformedSheet,
  readRelations,
  readSharedStrings,
  readSheet,
  readSheetNames,
  type SheetRow,
} from "./sheet-cells";
import { DamagedPart, openZip, type Zip } from "./unzip.server";

export const XLSX_LIMIT_MB = 10;
/** The heading may stand below a title. */
const HEADING_ROWS = 10;

export function readXlsx(bytes: Uint8Array, defaults: ExchangeDefaults = {}): Exchange {
  const size = bytes.byteLength / 1024 / 1024;
  if (bytes.byteLength === 0) return unreadable("file-empty");
  if (size > XLSX_LIMIT_MB) return unreadable("file-too-large", { size: Math.ceil(size), limit: XLSX_LIMIT_MB });
  const zip = openZip(bytes);
  if (!zip.ok) return unreadable(zip.reason.rule, zip.reason.values);
  try {
    return readRows(sheetRows(zip), defaults);
  } catch (error) {
    if (!(error instanceof DamagedPart || error instanceof MalformedSheet)) throw error;
    return unreadable("xlsx-broken", { what: excerpt(error.message, 80) });
  }
}

/** The rows of the sheet called "Câu hỏi", or of the first one. */
function sheetRows(zip: Extract<Zip, { ok: true }>): SheetRow[] {
  const text = (name: string) => {
    const part = zip.part(name);
    return part && new TextDecoder().decode(part).replace(/^\ufeff/, "");
  };
  const sheets = readSheetNames(text("xl/workbook.xml") ?? fail("xl/workbook.xml"));
  const relations = readRelations(text("xl/_rels/workbook.xml.rels") ?? fail("workbook.xml.rels"));
  const sheet = sheets.find(({ name }) => slugOf(name) === slugOf(SHEET)) ?? sheets[0] ?? fail("sheet");
  const target = relations.get(sheet.relation) ?? fail("sheet");
  const xml = text(target.startsWith("/") ? target : `xl/${target}`) ?? fail(target);
  const shared = text("xl/sharedStrings.xml");
  return readSheet(xml, shared === null ? [] : readSharedStrings(shared));
}

function fail(what: string): never {
  throw new DamagedPart(what);
}

function readRows(rows: SheetRow[], defaults: ExchangeDefaults): Exchange {
  if (rows.length === 0) return unreadable("file-empty");
  const { conversion } = convertRows(rows);
  const heading =
    rows.slice(0, HEADING_ROWS).find((row) => row.cells.filter(({ text }) => columnOfHeader(text)).length >= 3) ??
    rows[0]!;
  const columns = columnsOf(heading);
  if (!columns.ok) return unreadable(columns.reason.rule, columns.reason.values, { line: heading.number });
  const reading: Reading = { ...emptyReading(), notes: columns.notes };
  const cases = new Map<string, ReadCase>();
  for (const row of rows) {
    if (row.number <= heading.number) continue;
    const read = readCells(row, columns.keys, cases);
    if (read && "rule" in read) reading.refused.push(read);
    else if (read) reading.questions.push(read);
  }
  reading.cases.push(...cases.values());
  const report = collect(reading, defaults);
  if (conversion) report.notes.push(remark("converted", { from: `encoding:${conversion.from}` }));
  return { ...report, conversion };
}

/** Texts typed with an old font are converted where they stand. */
function convertRows(rows: SheetRow[]) {
  const cells = rows.flatMap((row) => row.cells);
  // One line a cell, so that each is judged by itself.
  const { text, conversion } = convertOldText(cells.map((cell) => cell.text.replace(/\n/g, "\u0001")).join("\n"));
  text.split("\n").forEach((line, index) => (cells[index]!.text = line.replaceAll("\u0001", "\n")));
  if (!conversion) return { conversion };
  const rowOf = rows.flatMap((row) => row.cells.map(() => row.number));
  const samples = conversion.samples.map((sample) => ({ ...sample, line: rowOf[sample.line - 1] ?? sample.line }));
  return { conversion: { ...conversion, samples } };
}

type Columns = { ok: true; keys: Map<number, ColumnKey>; notes: Remark[] } | { ok: false; reason: Remark };

function columnsOf(heading: SheetRow): Columns {
  const keys = new Map<number, ColumnKey>();
  const notes: Remark[] = [];
  for (const { column, text } of heading.cells) {
    const known = columnOfHeader(text);
    if (!known) {
      notes.push(remark("xlsx-column-unknown", { column: excerpt(text, 40) }));
    } else if ([...keys.values()].includes(known.key)) {
      return { ok: false, reason: remark("xlsx-column-twice", { column: known.header }) };
    } else keys.set(column, known.key);
  }
  const present = new Set(keys.values());
  const missing = ALL_COLUMNS.filter(({ key, required }) => required && !present.has(key)).map(({ header }) => header);
  return missing.length === 0
    ? { ok: true, keys, notes }
    : { ok: false, reason: remark("xlsx-columns", { missing: missing.join(", ") }) };
}

/** null for a row without anything in the columns of the template. A case that the row tells is put to the others. */
function readCells(
  row: SheetRow,
  keys: ReadonlyMap<number, ColumnKey>,
  cases: Map<string, ReadCase>,
): ReadQuestion | Refused | null {
  const own = row.cells.filter(({ column }) => keys.has(column));
  if (own.length === 0) return null;
  const cells = new Map(own.map((cell) => [keys.get(cell.column)!, cell.text]));
  const refuse = (reason: Remark): Refused => ({
    line: row.number,
    ...reason,
    text: excerpt(cells.get("stem") || own.map(({ text }) => text).join(" ")),
  });
  const formula = own.find((cell) => cell.formula);
  if (formula) return refuse(remark("formula-cell", { cell: formula.address }));
  const error = own.find((cell) => cell.error);
  if (error) return refuse(remark("error-cell", { cell: error.address, value: excerpt(error.text, 20) }));
  const read = readRow(cells, row.number);
  if ("rule" in read) return refuse(read);
  if (read.case) {
    const id = slugOf(read.case.id!, 100);
    const told = cases.get(id);
    // Told again in the same words it is the same case.
    if (told && told.text !== read.case.text) return refuse(remark("case-differs", { id, line: told.line }));
    if (!told) cases.set(id, read.case);
  }
  return read.question;
}

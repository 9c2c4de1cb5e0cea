/** The cells of a sheet, read as XML. A library would also lay out every merged and validated range, however large. */
import { SaxesParser } from "saxes";

export interface SheetCell {
  /** "C7" */
  address: string;
  column: number;
  text: string;
  formula: boolean;
  error: boolean;
}

export interface SheetRow {
  number: number;
  cells: SheetCell[];
}

export class MalformedSheet extends Error {}

const COLUMN_LIMIT = 200;

interface Handlers {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Names without their prefix. */
function parse(xml: string, { open, close, text }: Handlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("error", (error) => {
    throw new MalformedSheet(error.message);
  });
  parser.on("doctype", () => {
    throw new MalformedSheet("DOCTYPE");
  });
  parser.on("opentag", ({ name, attributes }) => open(local(name), attributes as Record<string, string>));
  parser.on("closetag", ({ name }) => close(local(name)));
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(xml).close();
}

/** "_x000D_" stands for a sign that XML cannot hold. */
const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let value = "";
  let inText = false;
  // How a word is to be spoken is no part of it.
  let spoken = 0;
  parse(xml, {
    open(name) {
      if (name === "si") value = "";
      else if (name === "rPh") spoken++;
      else if (name === "t") inText = spoken === 0;
    },
    close(name) {
      if (name === "si") strings.push(unescaped(value));
      else if (name === "rPh") spoken--;
      else if (name === "t") inText = false;
    },
    text(text) {
      if (inText) value += text;
    },
  });
  return strings;
}

export function readSheet(xml: string, shared: readonly string[]): SheetRow[] {
  const rows: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let cell: SheetCell | null = null;
  let kind = "";
  let reading = false;
  parse(xml, {
    open(name, attributes) {
      if (name === "row") row = { number: Number(attributes["r"]) || row.number + 1, cells: [] };
      else if (name === "c") {
        const column = columnOf(attributes["r"]) ?? (row.cells.at(-1)?.column ?? 0) + 1;
        kind = attributes["t"] ?? "n";
        const address = attributes["r"] ?? `${lettersOf(column)}${row.number}`;
        cell = { address, column, text: "", formula: false, error: kind === "e" };
      } else if (name === "f" && cell) cell.formula = true;
      else if (name === "v" || name === "t") reading = true;
      else if (name === "rPh") kind = "spoken";
    },
    close(name) {
      if (name === "v" || name === "t") reading = false;
      if (name === "row" && row.cells.length > 0) rows.push(row);
      if (name !== "c" || !cell) return;
      cell.text = textOf(cell.text, kind, shared);
      if (cell.column <= COLUMN_LIMIT && (cell.text.trim() !== "" || cell.formula)) row.cells.push(cell);
      cell = null;
    },
    text(text) {
      if (reading && cell && kind !== "spoken") cell.text += text;
    },
  });
  return rows;
}

function textOf(value: string, kind: string, shared: readonly string[]): string {
  if (kind === "s") return shared[Number(value)] ?? "";
  if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
  if (kind === "n") return value === "" ? "" : String(Number(value));
  return unescaped(value);
}

/** Element "sheet" name → relation id, and relation id → path, of workbook.xml and its relations. */
export function readSheetNames(xml: string): { name: string; relation: string }[] {
  const sheets: { name: string; relation: string }[] = [];
  parse(xml, {
    open(name, attributes) {
      if (name === "sheet") sheets.push({ name: attributes["name"] ?? "", relation: attributes["r:id"] ?? "" });
    },
    close() {},
    text() {},
  });
  return sheets;
}

export function readRelations(xml: string): Map<string, string> {
  const relations = new Map<string, string>();
  parse(xml, {
    open(name, attributes) {
      if (name === "Relationship") relations.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
    },
    close() {},
    text() {},
  });
  return relations;
}

function columnOf(address: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address ?? "")?.[1];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : null;
}

function lettersOf(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : lettersOf(Math.floor((column - 1) / 26)) + lettersOf(((column - 1) % 26) + 1);
}

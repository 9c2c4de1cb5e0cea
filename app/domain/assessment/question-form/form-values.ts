/** What stands in the fields of a form, as text, and how it comes there: from a question, or from what a browser sent. */
import { cleanFile } from "../../courses/clean-text";
import type { FormField, PlainField, RowsField } from "./form-shape";

export interface FormValues {
  [at: string]: string | FormValues | FormValues[];
}

/** In a row: its place in the list of the text that the form was made of; "" when it is new. */
export const WAS = "was";

/** More rows than any list may have: no form is that long. */
const MOST_ROWS = 60;

/** The fields of a question as it stands in its bank; what the form does not know stays in the text. */
export function valuesOf(fields: readonly FormField[], raw: unknown): FormValues {
  return Object.fromEntries(
    fields.map((field) => {
      const given = partOf(raw, field.at);
      if (field.kind === "group") return [field.at, valuesOf(field.fields, given)];
      if (field.kind === "rows") return [field.at, rowsOf(field, given)];
      return [field.at, textIn(field, given)];
    }),
  );
}

function rowsOf(field: RowsField, given: unknown): FormValues[] {
  if (!Array.isArray(given)) return [];
  return given.slice(0, MOST_ROWS).map((item: unknown, index) => ({
    [WAS]: String(index),
    ...(field.ids ? { id: wordsIn(partOf(item, "id")) } : {}),
    ...(field.plain ? { text: wordsIn(item) } : valuesOf(field.fields, item)),
  }));
}

export const partOf = (raw: unknown, key: string): unknown =>
  typeof raw === "object" && raw !== null && Object.hasOwn(raw, key)
    ? (raw as Record<string, unknown>)[key]
    : undefined;

const wordsIn = (value: unknown) =>
  typeof value === "string" ? cleanFile(value).text : typeof value === "number" ? String(value) : "";

/** What a field shows of a value of the file. */
export function textIn(field: PlainField, value: unknown): string {
  switch (field.kind) {
    case "tick":
    case "key":
      return value === true ? "on" : "";
    case "pick":
      if (field.flag) return typeof value === "boolean" ? String(value) : "";
      return value === undefined ? (field.usual ?? "") : wordsIn(value);
    case "topic":
      return value === undefined ? field.usual : wordsIn(value);
    case "number":
      return wordsIn(value === undefined ? field.usual : value).replace(".", ",");
    case "line":
      // A field of one line shows no line ends: what is not touched stays as it is in the file.
      return wordsIn(value).replace(/\s*\n\s*/g, " ");
    default:
      return wordsIn(value);
  }
}

/** The same as a form without a question shows it: as many blank rows as the kind begins with. */
export function blankValues(fields: readonly FormField[]): FormValues {
  return Object.fromEntries(
    fields.map((field) => {
      if (field.kind === "group") return [field.at, blankValues(field.fields)];
      if (field.kind !== "rows") return [field.at, textIn(field, undefined)];
      const rows: FormValues[] = [];
      while (rows.length < field.begin) rows.push(blankRow(field, rows));
      return [field.at, rows];
    }),
  );
}

export function blankRow(field: RowsField, beside: readonly FormValues[]): FormValues {
  const blank = { [WAS]: "", ...blankValues(field.fields) };
  return field.ids ? { ...blank, id: nextId(field.ids, beside) } : blank;
}

/** The first id that no row has: "e" after "a" to "d", "p4", "3". */
function nextId(style: NonNullable<RowsField["ids"]>, rows: readonly FormValues[]): string {
  const taken = new Set(rows.map(({ id }) => id));
  const made = (number: number) =>
    style === "numbers"
      ? String(number)
      : style !== "letters"
        ? `${style}${number}`
        : number <= 26
          ? String.fromCharCode(96 + number)
          : `o${number}`;
  let number = 1;
  while (taken.has(made(number))) number += 1;
  return made(number);
}

/** Of a radio that marks one row of a list: the list's name and the field's, its value the row's place. */
export const keyName = (list: string, at: string) => `${list}.${at}`;

type Posted = ReadonlyMap<string, string>;

/** The values of the fields of a form as a browser sends them; nothing else of it is looked at. */
export function readValues(fields: readonly FormField[], form: FormData): FormValues {
  const posted = new Map<string, string>();
  for (const [name, value] of form) if (typeof value === "string" && !posted.has(name)) posted.set(name, value);
  return readFields(fields, posted, "");
}

function readFields(fields: readonly FormField[], posted: Posted, before: string): FormValues {
  return Object.fromEntries(
    fields.map((field) => {
      const name = before + field.at;
      if (field.kind === "group") return [field.at, readFields(field.fields, posted, `${name}.`)];
      if (field.kind === "rows") return [field.at, readRows(field, posted, name)];
      const text = cleanFile(posted.get(name) ?? "").text;
      return [field.at, field.kind === "tick" && text !== "" ? "on" : text];
    }),
  );
}

function readRows(field: RowsField, posted: Posted, name: string): FormValues[] {
  const rows: FormValues[] = [];
  while (rows.length < MOST_ROWS) {
    const row = `${name}[${rows.length}]`;
    const was = posted.get(`${row}.${WAS}`);
    if (was === undefined) break;
    const read: FormValues = {
      [WAS]: /^\d{1,3}$/.test(was) ? was : "",
      ...readFields(field.fields, posted, `${row}.`),
    };
    for (const each of field.fields) {
      if (each.kind !== "key") continue;
      read[each.at] = posted.get(keyName(name, each.at)) === String(rows.length) ? "on" : "";
    }
    if (field.ids) read["id"] = cleanFile(posted.get(`${row}.id`) ?? "").text.trim();
    rows.push(read);
  }
  if (field.ids) for (const row of rows) if (row["id"] === "") row["id"] = nextId(field.ids, rows);
  return rows;
}

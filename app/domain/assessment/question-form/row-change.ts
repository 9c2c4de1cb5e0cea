/** Rows of a form added, taken away, moved and brought back: the same in the browser and, without script, on the server. */
import type { FormField, RowsField } from "./form-shape";
import { blankRow, type FormValues, WAS } from "./form-values";

/** A row that was taken away, to be brought back. */
export interface RemovedRow {
  list: string;
  index: number;
  row: FormValues;
}

export interface RowChange {
  values: FormValues;
  removed: RemovedRow | null;
  /** The name of the field or button at which the writer goes on. */
  focus: string;
}

export const STEPS = ["add", "remove", "up", "down"] as const;
type Step = (typeof STEPS)[number] | "restore";

/** "remove:gaps[1].options[0]": what a button asks for. */
const ASKED = /^(add|remove|up|down|restore):([\w.[\]]*?)(?:\[(\d{1,2})\])?$/;

/** Null: no such list or row in this form, or no more rows are allowed. */
export function changeRows(input: {
  fields: readonly FormField[];
  values: FormValues;
  intent: string;
  removed: RemovedRow | null;
}): RowChange | null {
  const [, step, list = "", place] = ASKED.exec(input.intent) ?? [];
  if (step === undefined) return null;
  if (step === "restore") return restore(input);
  const path = list.split(/[.[\]]+/).filter((part) => part !== "");
  let change: Omit<RowChange, "values"> | null = null;
  const values = atList(input.fields, input.values, path, (field, rows) => {
    const made = stepped({ step: step as Step, field, rows, index: Number(place ?? -1), list });
    change = made && { focus: made.focus, removed: made.removed ?? input.removed };
    return made ? made.rows : rows;
  });
  return change && { ...(change as Omit<RowChange, "values">), values };
}

function stepped(input: { step: Step; field: RowsField; rows: readonly FormValues[]; index: number; list: string }) {
  const { step, field, rows, index, list } = input;
  if (step === "add") {
    if (rows.length >= field.most) return null;
    const first = field.fields.find(({ at }) => at !== "id")?.at ?? "";
    return { rows: [...rows, blankRow(field, rows)], focus: `${list}[${rows.length}].${first}`, removed: undefined };
  }
  const row = rows[index];
  if (!row) return null;
  if (step === "remove") {
    const left = rows.filter((each) => each !== row);
    return { rows: left, focus: `${list}.restore`, removed: { list, index, row } };
  }
  const to = step === "up" ? index - 1 : index + 1;
  if (to < 0 || to >= rows.length) return null;
  const moved = [...rows];
  moved[index] = rows[to]!;
  moved[to] = row;
  // At the end of the list that way is shut: then the other one.
  const shut = step === "up" ? to === 0 : to === rows.length - 1;
  const way = shut ? (step === "up" ? "down" : "up") : step;
  return { rows: moved, focus: `${list}[${to}].${way}`, removed: undefined };
}

function restore({ fields, values, removed }: Parameters<typeof changeRows>[0]): RowChange | null {
  if (!removed) return null;
  const { list, index, row } = removed;
  const path = list.split(/[.[\]]+/).filter((part) => part !== "");
  let focus: string | null = null;
  const back = atList(fields, values, path, (field, rows) => {
    const whole = rowOf(field, row);
    if (rows.length >= field.most) return rows;
    // Added meanwhile, a new one may have taken its id.
    if (field.ids && rows.some(({ id }) => id === whole["id"])) whole["id"] = blankRow(field, rows)["id"]!;
    focus = `${list}[${Math.min(index, rows.length)}]`;
    return [...rows.slice(0, index), whole, ...rows.slice(index)];
  });
  return focus === null ? null : { values: back, removed: null, focus };
}

/** The values with one list of them changed; as they are when there is no such list. */
function atList(
  fields: readonly FormField[],
  values: FormValues,
  path: readonly string[],
  change: (field: RowsField, rows: readonly FormValues[]) => FormValues[] | readonly FormValues[],
): FormValues {
  const [at = "", ...rest] = path;
  const field = fields.find((each) => each.at === at);
  const inside = values[at];
  if (field?.kind === "group" && typeof inside === "object" && !Array.isArray(inside)) {
    return { ...values, [at]: atList(field.fields, inside, rest, change) };
  }
  if (field?.kind !== "rows" || !Array.isArray(inside)) return values;
  const [place, ...deeper] = rest;
  if (place === undefined) return { ...values, [at]: [...change(field, inside)] };
  const rows = inside.map((row, index) => (String(index) === place ? atList(field.fields, row, deeper, change) : row));
  return { ...values, [at]: rows };
}

/** What a browser sent as a row that was taken away, if it is one of this list. */
export function readRemoved(text: string): RemovedRow | null {
  if (text === "" || text.length > 100_000) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return null;
    const { list, index, row } = read as Partial<RemovedRow>;
    if (typeof list !== "string" || !Number.isInteger(index) || typeof row !== "object" || row === null) return null;
    return { list, index: Math.min(60, Math.max(0, index!)), row };
  } catch {
    return null;
  }
}

/** A row with the fields of its list and no other. */
function rowOf(field: RowsField, row: FormValues): FormValues {
  const whole: FormValues = { [WAS]: /^\d{1,3}$/.test(String(row[WAS])) ? String(row[WAS]) : "" };
  if (field.ids) whole["id"] = typeof row["id"] === "string" ? row["id"] : "";
  for (const each of field.fields) whole[each.at] = valueOf(each, row[each.at]);
  return whole;
}

function valueOf(field: FormField, given: unknown): FormValues[string] {
  if (field.kind === "rows") {
    const rows = Array.isArray(given) ? (given as unknown[]) : [];
    return rows.slice(0, field.most).flatMap((row) => (isGroup(row) ? [rowOf(field, row)] : []));
  }
  if (field.kind !== "group") return typeof given === "string" ? given.slice(0, 20_000) : "";
  const inside = isGroup(given) ? given : {};
  return Object.fromEntries(field.fields.map((each) => [each.at, valueOf(each, inside[each.at])])) as FormValues;
}

const isGroup = (value: unknown): value is FormValues =>
  typeof value === "object" && value !== null && !Array.isArray(value);

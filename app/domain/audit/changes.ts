/** One field of what an event changed, flat: what was there and what came. Values are texts, numbers, yes/no or nothing. */
export interface Change {
  /** "dueOn"; of something inside something else "agency.name". */
  field: string;
  before: ChangedValue;
  after: ChangedValue;
}

export type ChangedValue = string | number | boolean | null;

const DEEPEST = 3;
/** Fields of which never more than the last three signs leave the database. */
const SECRET = /personalId|citizenId/i;
/** What must not be shown at all, should it ever have been written. */
const HIDDEN = /password|hash|sealed|token|cookie|secret/i;

/**
 * The fields that differ, in the order in which they stand. Things inside things become "outer.inner", lists become one
 * text; a personal ID is masked whatever was written, and anything that smells of a password is left out.
 */
export function changesOf(before: unknown, after: unknown): Change[] {
  const was = flatten(before);
  const is = flatten(after);
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function flatten(value: unknown): Map<string, ChangedValue> {
  const flat = new Map<string, ChangedValue>();
  collect(value, "", flat, 0);
  return flat;
}

function collect(value: unknown, name: string, into: Map<string, ChangedValue>, depth: number): void {
  if (HIDDEN.test(name)) return;
  if (isPlainObject(value) && depth < DEEPEST) {
    for (const [key, inner] of Object.entries(value))
      collect(inner, name === "" ? key : `${name}.${key}`, into, depth + 1);
    return;
  }
  if (name === "") return;
  const text = simple(value);
  into.set(name, SECRET.test(name) ? masked(text) : text);
}

function simple(value: unknown): ChangedValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value))
    return value
      .map((item) => String(simple(item) ?? ""))
      .filter((item) => item !== "")
      .join(", ");
  return Object.values(value as object)
    .map((item) => String(simple(item) ?? ""))
    .filter((item) => item !== "")
    .join(" · ");
}

/** "079203001234" → "xxx xxx xxx 234" */
function masked(value: ChangedValue): ChangedValue {
  if (value === null || typeof value === "boolean") return value;
  const signs = String(value).replace(/\s/g, "");
  return signs === "" ? null : `xxx xxx xxx ${signs.slice(-3)}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

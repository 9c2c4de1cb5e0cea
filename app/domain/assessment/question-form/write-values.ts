/**
 * A filled-in form laid over the text of a question: only what was changed is written, and what the form knows nothing of, comments
 * and the order of keys stay.
 */
import { Document, isMap, isNode, isScalar, isSeq, type Node, Pair as YamlPair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { cleanField } from "../../courses/clean-text";
import { editableYaml } from "../../courses/yaml-text";
import { readNumbers } from "../question-types/numeric";
import type { FormField, PlainField, RowsField } from "./form-shape";
import { type FormValues, partOf, textIn, valuesOf, WAS } from "./form-values";

/** Keys in the order in which the banks of the house have them; those of a kind follow as its form names them. */
const FIRST = [
  "id",
  "type",
  "topic",
  "status",
  "difficulty",
  "marks",
  "critical",
  "case",
  "stem",
  "citation",
  "lesson",
];
const AFTER = ["explanation", "hints"];

/** The text of a question with the values of its form in it. A text that cannot be read is left alone. */
export function writeValues(text: string, fields: readonly FormField[], values: FormValues): string {
  const document = text.trim() === "" ? new Document({}) : editableYaml(text);
  if (!document || !isMap(document.contents)) return text;
  const before: unknown = document.toJS();
  const others = fields.map(({ at }) => at).filter((at) => !FIRST.includes(at) && !AFTER.includes(at));
  const order = [...FIRST, ...AFTER, ...others];
  const changed = writeGroup(document.contents as YAMLMap, fields, values, before, order);
  return changed ? document.toString({ lineWidth: 0 }) : text;
}

/** True when something was written. */
function writeGroup(
  map: YAMLMap,
  fields: readonly FormField[],
  values: FormValues,
  before: unknown,
  order: readonly string[] = fields.map(({ at }) => at),
): boolean {
  const written = fields.map((field) => writeField({ map, field, value: values[field.at], before, order }));
  return written.includes(true);
}

interface Place {
  map: YAMLMap;
  field: FormField;
  value: FormValues[string] | undefined;
  /** What the map says, as plain data. */
  before: unknown;
  order: readonly string[];
}

function writeField({ map, field, value, before, order }: Place): boolean {
  const given = partOf(before, field.at);
  if (field.kind === "rows") return writeRows(map, field, Array.isArray(value) ? value : [], given, order);
  if (field.kind === "group") {
    const inside = typeof value === "object" && !Array.isArray(value) ? value : {};
    return writeInner(map, field, inside, given, order);
  }
  const text = typeof value === "string" ? value : "";
  if (isSame(field, text, given)) return false;
  set(map, field.at, valueFor(field, text), order);
  return true;
}

/** Does the field say what the file says? Then the file keeps its way to say it, or not to. */
function isSame(field: PlainField, text: string, given: unknown): boolean {
  const written = ["line", "text", "document", "lesson", "section", "case"].includes(field.kind);
  // A number where words belong is put right by saving, whether it was touched or not.
  if (written && given !== undefined && typeof given !== "string" && given !== null && text !== "") return false;
  return cleanField(textIn(field, given)) === cleanField(text);
}

/** The value of the file for what was typed; undefined takes the key away. */
function valueFor(field: PlainField, typed: string): unknown {
  const text = cleanField(typed);
  if (text === "") return undefined;
  switch (field.kind) {
    case "tick":
    case "key":
      return true;
    case "pick":
      return text === field.usual ? undefined : field.flag ? text === "true" : text;
    case "topic":
      return text === field.usual ? undefined : text;
    case "number": {
      const readings = readNumbers(text);
      // What is no number, or could be two ("1.500"), stays as it was typed, and the checks say so.
      if (readings.length !== 1) return text;
      return readings[0] === field.usual ? undefined : readings[0];
    }
    default:
      return text;
  }
}

function writeInner(
  map: YAMLMap,
  field: Extract<FormField, { kind: "group" }>,
  values: FormValues,
  before: unknown,
  order: readonly string[],
): boolean {
  const old: unknown = map.get(field.at, true);
  const group: YAMLMap = isMap(old) ? old : new YAMLMap();
  if (!isMap(old)) group.flow = field.fields.length > 1 && field.at === "citation";
  if (!writeGroup(group, field.fields, values, before)) return false;
  if (group.items.length === 0) map.delete(field.at);
  else if (group !== old) insert(map, field.at, group, order);
  return true;
}

function writeRows(
  map: YAMLMap,
  field: RowsField,
  rows: readonly FormValues[],
  before: unknown,
  order: readonly string[],
): boolean {
  const given: unknown[] = Array.isArray(before) ? before : [];
  const known = valuesOf([field], { [field.at]: given })[field.at] as FormValues[];
  const sameRows = rows.length === known.length && rows.every((row, index) => row[WAS] === String(index));
  const old = map.get(field.at, true);
  const list = isSeq(old) ? old : new YAMLSeq();
  const items = [...list.items];
  const used = new Set<string>();
  let written = !sameRows;
  const next = rows.map((row) => {
    const was = String(row[WAS]);
    const mine = used.has(was) || was === "" ? undefined : items[Number(was)];
    used.add(was);
    const item = rowNode(field, row, mine, mine === undefined ? undefined : given[Number(was)]);
    written ||= item.written;
    return item.node;
  });
  if (!written) return false;
  list.items = next;
  if (rows.length > 0 || !field.optional) insert(map, field.at, list, order);
  else map.delete(field.at);
  return true;
}

/** A row as a node: the one that it was, as far as it still is that. */
function rowNode(
  field: RowsField,
  row: FormValues,
  mine: unknown,
  given: unknown,
): { node: unknown; written: boolean } {
  if (field.plain) {
    const text = cleanField(String(row["text"] ?? ""));
    if (isScalar(mine) && typeof mine.value === "string" && cleanField(mine.value) === text) {
      return { node: mine, written: false };
    }
    return { node: asBefore(new Scalar(text), mine), written: true };
  }
  const node = isMap(mine) ? mine : new YAMLMap();
  const inside: FormField[] =
    field.ids && !field.fields.some(({ at }) => at === "id")
      ? [{ kind: "line", at: "id", label: ["", ""] }, ...field.fields]
      : [...field.fields];
  const written = writeGroup(node, inside, row, isMap(mine) ? given : undefined);
  return { node, written: written || node !== mine };
}

function set(map: YAMLMap, key: string, value: unknown, order: readonly string[]): void {
  if (value === undefined) {
    map.delete(key);
    return;
  }
  const old = map.get(key, true);
  if (isScalar(old) && typeof old.value === "string" && typeof value === "string" && !value.includes("\n")) {
    old.value = value;
    return;
  }
  insert(map, key, asBefore(new Scalar(value), old), order);
}

/** With the comments that stood at the old one. */
function asBefore(node: Scalar, old: unknown): Scalar {
  if (!isNode(old)) return node;
  [node.comment, node.commentBefore, node.spaceBefore] = [old.comment, old.commentBefore, old.spaceBefore];
  return node;
}

/** In the place of the old one, or before the first key that comes after it in a bank. */
function insert(map: YAMLMap, key: string, node: Node, order: readonly string[]): void {
  if (map.has(key)) {
    map.set(key, node);
    return;
  }
  const later = order.slice(order.indexOf(key) + 1);
  const at = map.items.findIndex((pair) => later.includes(String(isScalar(pair.key) ? pair.key.value : pair.key)));
  const pair = new YamlPair(new Scalar(key), node);
  if (at < 0) map.items.push(pair);
  else map.items.splice(at, 0, pair);
}

/** Two banks, question by question: what is new, what is gone, and which parts of a question were changed. */
import type { Question } from "../../assessment/question-types";

export interface PartChange {
  /** "stem", "text" of an option, "correct" …: the words for it are the interface's. */
  part: string;
  /** Option, pair or gap that it belongs to; null: the question itself. */
  of: string | null;
  before: string | null;
  after: string | null;
}

export interface QuestionChange {
  id: string;
  kind: "added" | "removed" | "changed";
  stem: string;
  topic: string;
  changes: PartChange[];
}

export function questionChanges(before: readonly Question[], after: readonly Question[]): QuestionChange[] {
  const was = new Map(before.map((question) => [question.id, question]));
  const is = new Map(after.map((question) => [question.id, question]));
  const ids = [...new Set([...is.keys(), ...was.keys()])];
  return ids.flatMap((id): QuestionChange[] => {
    const [old, now] = [was.get(id), is.get(id)];
    const { stem, topic } = (now ?? old)!;
    if (!old || !now) return [{ id, kind: now ? "added" : "removed", stem, topic, changes: partChanges(old, now) }];
    const changes = partChanges(old, now);
    return changes.length > 0 ? [{ id, kind: "changed", stem, topic, changes }] : [];
  });
}

function partChanges(before: Question | undefined, after: Question | undefined): PartChange[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const part = (is.get(key) ?? was.get(key))!;
    const [old, now] = [was.get(key)?.value ?? null, is.get(key)?.value ?? null];
    return old === now ? [] : [{ part: part.name, of: part.of, before: old, after: now }];
  });
}

interface Part {
  name: string;
  of: string | null;
  value: string;
}

/** Marks and what makes a question critical have defaults: saying them is no change. */
const DEFAULTS: Record<string, unknown> = { marks: 1, critical: false };

function partsOf(question: Question | undefined): Map<string, Part> {
  const parts = new Map<string, Part>();
  if (question) collect({ ...DEFAULTS, ...question }, "", null, parts);
  parts.delete("id");
  return parts;
}

function collect(value: unknown, path: string, of: string | null, into: Map<string, Part>): void {
  if (value === undefined || value === null || value === false) return;
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== "object")) {
      if (value.length > 0) put(value.join("; "), path, of, into);
      return;
    }
    value.forEach((each: { id?: string; text?: string }, index) => {
      const name = each.id ?? String(index + 1);
      const { id: _, ...rest } = each;
      collect(rest, `${path}[${name}]`, of === null ? name : `${of}.${name}`, into);
    });
  } else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) collect(inner, path === "" ? key : `${path}.${key}`, of, into);
  } else put(value === true ? "yes" : String(value as string | number), path, of, into);
}

function put(value: string, path: string, of: string | null, into: Map<string, Part>): void {
  into.set(path, { name: path.replace(/\[[^\]]*\]/g, ""), of, value });
}

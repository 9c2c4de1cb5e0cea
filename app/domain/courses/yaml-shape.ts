/** Checks YAML data against a schema and says each fault with the place of the node that has it. */
import { z } from "zod";
import { problemAt, type ContentProblem } from "./content-problem";
import { phraseCode, type Phrase } from "./content-words/phrases";
import { suggestion } from "./nearest-word";
import type { YamlPath, YamlSource } from "./yaml-source";

const KEYS_TOLD = 20;

export interface ReadShape<T> {
  value: T | null;
  problems: ContentProblem[];
}

export function readShape<T>(schema: z.ZodType<T>, yaml: YamlSource): ReadShape<T> {
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, problems: [] };
  return { value: null, problems: result.error.issues.flatMap((issue) => problemsOf(issue, schema, yaml)) };
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, yaml: YamlSource): ContentProblem[] {
  const path = issue.path as YamlPath;
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, path);
    // Whoever mends twenty of them sees what is wrong with the others.
    return issue.keys.slice(0, KEYS_TOLD).map((key) =>
      problemAt(yaml.file, yaml.placeOfKey(path, key), "unknown-key", {
        key: key.slice(0, 100),
        allowed: known.join(", "),
        ...suggestion(key, known),
      }),
    );
  }
  const key = String(path.at(-1) ?? "");
  if (path.length > 0 && valueAt(yaml.value, path) === undefined) {
    return [problemAt(yaml.file, yaml.placeOf(path.slice(0, -1)), "missing-key", { key })];
  }
  const value = valueAt(yaml.value, path);
  const near =
    issue.code === "invalid_value" && typeof value === "string" ? suggestion(value, issue.values.map(String)) : {};
  return [
    problemAt(yaml.file, yaml.placeOf(path), "wrong-value", {
      key: path.join("."),
      expected: expectation(issue),
      ...near,
    }),
  ];
}

const TYPE_PHRASES: Record<string, Phrase> = {
  string: "text",
  number: "number",
  int: "integer",
  boolean: "boolean",
  array: "list",
  object: "group",
};

/** What was wanted instead: words of one of the two languages are found later, by code. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return phraseCode(TYPE_PHRASES[issue.expected] ?? "text");
    case "invalid_value":
      return issue.values.map(String).join(", ");
    case "too_small":
      return `≥ ${issue.minimum}`;
    case "too_big":
      return `≤ ${issue.maximum}`;
    case "unrecognized_keys":
      return "";
    default:
      // A schema names a phrase as its message.
      return issue.message;
  }
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (at, part) => (at === null || typeof at !== "object" ? undefined : (at as Record<string | number, unknown>)[part]),
    value,
  );
}

/** The keys that a schema knows at a path. */
export function keysAt(schema: unknown, path: YamlPath): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keysAt(schema.unwrap(), path);
  const [first, ...rest] = path;
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  const shape = schema.shape as Record<string, unknown>;
  return first === undefined ? Object.keys(shape) : keysAt(shape[String(first)], rest);
}

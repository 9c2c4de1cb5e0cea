import type { SubmissionResult } from "@conform-to/react";
import type { SummarizedError } from "~/ui/kit/error-summary";

/**
 * The fields of a long form without script: what was typed when it came back, otherwise what stands now; and what is wrong with
 * each. Names are those of conform: "draw[0].topic".
 */
export interface FormState {
  /** To be spread into a text field, an area or a select. */
  field(name: string): { id: string; name: string; defaultValue: string; errors: string[] };
  /** To be spread into a checkbox. */
  tick(name: string): { id: string; name: string; defaultChecked: boolean; errors: string[] };
  /** The ticked boxes of one name. */
  ticked(name: string): string[];
  errors(name: string): string[];
  /** How many lines a list has, up to the last one that says something. */
  lines(name: string): number;
  /** How many rows a list has, blank ones too. */
  rows(name: string): number;
  /** Is something wrong with it, or with anything in it? */
  wrongWithin(name: string): boolean;
  /** All of them, in the order in which they came, each leading to its field. */
  summary(): SummarizedError[];
}

export function formState(input: {
  id: string;
  values: object;
  result: SubmissionResult<string[]> | undefined;
}): FormState {
  const { id, result } = input;
  const values: unknown = result?.initialValue ?? input.values;
  const idOf = (name: string) => `${id}-${name.replace(/[^a-zA-Z0-9]+/g, "-").replace(/-$/, "")}`;
  const errors = (name: string) => result?.error?.[name] ?? [];
  return {
    field: (name) => ({ id: idOf(name), name, defaultValue: textOf(valueAt(values, name)), errors: errors(name) }),
    tick: (name) => ({ id: idOf(name), name, defaultChecked: valueAt(values, name) === "on", errors: errors(name) }),
    ticked: (name) => [valueAt(values, name)].flat().filter((each): each is string => typeof each === "string"),
    errors,
    lines: (name) => {
      const list: unknown = valueAt(values, name);
      return Array.isArray(list) ? list.findLastIndex(isFilled) + 1 : 0;
    },
    rows: (name) => {
      const list: unknown = valueAt(values, name);
      return Array.isArray(list) ? list.length : 0;
    },
    wrongWithin: (name) =>
      Object.keys(result?.error ?? {}).some((each) => each === name || each.startsWith(`${name}.`)),
    summary: () =>
      Object.entries(result?.error ?? {}).flatMap(([name, messages]) =>
        (messages ?? []).map((message) => ({ fieldId: name === "" ? null : idOf(name), message })),
      ),
  };
}

const isFilled = (line: unknown) =>
  typeof line === "object" && line !== null && Object.values(line).some((value) => textOf(value).trim() !== "");

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

function valueAt(values: unknown, name: string): unknown {
  const path = name.split(/[.[\]]+/).filter((part) => part !== "");
  return path.reduce<unknown>(
    (at, part) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[part] : undefined),
    values,
  );
}

/** Every sentence about what is wrong, where a page has no one form to show them in. */
export const messagesOf = (result: SubmissionResult<string[]> | undefined): string[] =>
  Object.values(result?.error ?? {}).flatMap((messages) => messages ?? []);

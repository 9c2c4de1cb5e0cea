import type { SubmissionResult } from "@conform-to/react";

/** What came back of the form: undefined on the first look. */
export type RegradeResult = SubmissionResult<string[]> | undefined;

/** What was typed into a field ("reason", "key.right"), or undefined when the form did not come back. */
export function typedAt(result: RegradeResult, name: string): string | string[] | undefined {
  if (!result?.initialValue) return undefined;
  const found = name
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], result.initialValue);
  // A form that came back without the field had it empty.
  return typeof found === "string" || Array.isArray(found) ? (found as string | string[]) : "";
}

export const typedText = (result: RegradeResult, name: string): string | undefined => {
  const typed = typedAt(result, name);
  return Array.isArray(typed) ? typed[0] : typed;
};

export const typedList = (result: RegradeResult, name: string): string[] | undefined => {
  const typed = typedAt(result, name);
  return typeof typed === "string" ? (typed === "" ? [] : [typed]) : typed;
};

export const errorsAt = (result: RegradeResult, name: string): string[] | undefined =>
  result?.error?.[name] ?? undefined;

/** Every field that was posted, flat again, to be carried on in hidden ones. */
export function postedFields(value: unknown, name = ""): [string, string][] {
  if (typeof value === "string") return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((each) => postedFields(each, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => postedFields(inner, name === "" ? key : `${name}.${key}`));
}

/** The id of a field; a name has dots, and an address in the page may not. */
export const idOf = (name: string) => `regrade-${name.replaceAll(".", "-")}`;

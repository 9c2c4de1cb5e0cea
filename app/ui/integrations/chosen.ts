import type { SubmissionResult } from "@conform-to/react";

/** The boxes that were ticked in a form that came back: one comes as a text, several as a list. */
export function chosenIn(lastResult: SubmissionResult<string[]> | undefined, field: string): string[] {
  const value = lastResult?.initialValue?.[field];
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

/** What is to be done next with a draft, one thing at a time. */
import type { DraftState } from "./draft";

export type NextStep =
  | { kind: "add-lesson" }
  | { kind: "write"; lesson: { id: string; title: string } }
  | { kind: "mend"; count: number }
  /** It says what the version in use says. */
  | { kind: "change" }
  | { kind: "submit" }
  /** Somebody else has to act, or it has only to be published. */
  | { kind: "wait" }
  | { kind: "publish" };

/** First the lessons, then what the checks say, then the review. */
export function nextStepOf(input: {
  state: DraftState;
  lessons: readonly { id: string; title: string; words: number }[];
  errors: number;
  /** Does it differ from the version that it began with? */
  changed: boolean;
}): NextStep {
  if (input.state === "in_review") return { kind: "wait" };
  if (input.state === "approved") return { kind: "publish" };
  if (input.lessons.length === 0) return { kind: "add-lesson" };
  const empty = input.lessons.find(({ words }) => words === 0);
  if (empty) return { kind: "write", lesson: { id: empty.id, title: empty.title } };
  if (input.errors > 0) return { kind: "mend", count: input.errors };
  return { kind: input.changed ? "submit" : "change" };
}

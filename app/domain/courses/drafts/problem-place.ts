/** Where in the studio a problem of a draft is mended. */
import type { ContentProblem } from "../content-problem";
import { lessonIdOf } from "./outline";

export type ProblemPlace =
  | { kind: "lesson"; id: string }
  | { kind: "settings" }
  | { kind: "test" }
  /** A question of this id, or a bank as a whole. */
  | { kind: "bank"; question: string | null }
  | { kind: "media" };

export function problemPlace({ file, values }: Pick<ContentProblem, "file" | "values">): ProblemPlace | null {
  const path = /^content\/courses\/[^/]+\/(.*)$/.exec(file)?.[1] ?? file;
  const lesson = /^lessons\/(.+)\.mdx$/.exec(path)?.[1];
  if (lesson !== undefined) return { kind: "lesson", id: lessonIdOf(lesson) };
  if (path === "course.yaml") return { kind: "settings" };
  if (path === "test.yaml") return { kind: "test" };
  if (path.startsWith("bank/")) {
    const id = values["id"];
    return { kind: "bank", question: typeof id === "string" ? id : null };
  }
  return path.startsWith("media/") ? { kind: "media" } : null;
}

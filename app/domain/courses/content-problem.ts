/** What is wrong with a file of content, where exactly, and (in words) how to mend it. */
import { en } from "./content-words/en";
import { phrase } from "./content-words/phrases";
import { questionFault } from "./content-words/question-faults";
import { vi } from "./content-words/vi";

export type ContentRule = keyof typeof vi;

export interface Place {
  line: number;
  column: number;
}

export interface ContentProblem extends Place {
  /** Path from the root of the project: "content/courses/…/lessons/01-….mdx". */
  file: string;
  rule: ContentRule;
  values: Record<string, string | number>;
  /** A warning is shown and hinders nothing; an error keeps the course from being published. */
  severity: "error" | "warning";
}

export interface ProblemSentence {
  what: string;
  mend: string;
}

const RULES: Record<"vi" | "en", Record<ContentRule, readonly [string, string]>> = { vi, en };
const DID_YOU_MEAN = { vi: "Có phải là “{suggestion}”? ", en: "Did you mean “{suggestion}”? " };

/** The problem in words: what is wrong, and how to mend it. */
export function describeProblem(
  problem: Pick<ContentProblem, "rule" | "values">,
  language: "vi" | "en",
): ProblemSentence {
  const [what, mend] = RULES[language][problem.rule];
  const values = { ...problem.values };
  if (problem.rule === "question-invalid") {
    values["message"] = questionFault(String(values["part"] ?? ""), String(values["message"] ?? ""), language);
  }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => phrase(values[name] ?? "", language));
  const hint = problem.values["suggestion"] ? fill(DID_YOU_MEAN[language]) : "";
  return { what: fill(what), mend: (hint + fill(mend)).replace(/ +([.,])/g, "$1") };
}

/** `content/….mdx:12:3 mdx-import Bài học không được dùng import. Xóa dòng này…` */
export function problemLine(problem: ContentProblem, language: "vi" | "en"): string {
  const { what, mend } = describeProblem(problem, language);
  return `${problem.file}:${problem.line}:${problem.column} ${problem.rule} ${what} ${mend}`;
}

export function problemAt(
  file: string,
  place: Place | null | undefined,
  rule: ContentRule,
  values: ContentProblem["values"] = {},
  severity: ContentProblem["severity"] = "error",
): ContentProblem {
  return { file, line: place?.line ?? 1, column: place?.column ?? 1, rule, values, severity };
}

export const isError = (problem: ContentProblem) => problem.severity === "error";

/** By file, then by place: the order in which somebody mends them. */
export function sortProblems(problems: readonly ContentProblem[]): ContentProblem[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

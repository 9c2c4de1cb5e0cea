import { problemAt, type ContentProblem } from "../content-problem";

export interface SplitLesson {
  frontMatter: string;
  /** The line of the file on which the front matter's first key stands. */
  firstLine: number;
  /** The lesson's text, with an empty line for each line of front matter: places stay those of the file. */
  body: string;
}

/**
 * Cuts a lesson file in two. The body begins with an empty line, so that nothing behind this point (mdx-bundler reads
 * front matter by itself, in any language that the file names) ever sees front matter.
 */
export function splitLesson(text: string, file: string): { lesson: SplitLesson | null; problems: ContentProblem[] } {
  const refuse = (problem: ContentProblem) => ({ lesson: null, problems: [problem] });
  const lines = text.split("\n");
  const first = lines[0] ?? "";
  if (!first.startsWith("---")) return refuse(problemAt(file, null, "front-matter-missing"));
  const language = first.slice(3).trim();
  if (language !== "") {
    return refuse(
      problemAt(file, { line: 1, column: 4 }, "front-matter-language", { language: language.slice(0, 40) }),
    );
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end < 0) return refuse(problemAt(file, null, "front-matter-unclosed"));
  return {
    lesson: {
      frontMatter: lines.slice(1, end).join("\n"),
      firstLine: 2,
      body: "\n".repeat(end + 1) + lines.slice(end + 1).join("\n"),
    },
    problems: [],
  };
}

import path from "node:path";
import { describeProblem, isError, problemLine } from "~/domain/courses/content-problem";
import { now } from "~/platform/clock.server";
import { checkContent } from "~/use-cases/system/check-content";

/**
 * `npm run validate:content [-- --json] [-- --language=en] [folder]`: checks content/ without a database. Prints a line for each
 * problem, `file:line:column rule message`, and ends with 1 when there are errors.
 */
async function validateContent(args: readonly string[]): Promise<number> {
  const language = args.includes("--language=en") ? "en" : "vi";
  const folder = args.find((arg) => !arg.startsWith("--")) ?? "content";
  const report = await checkContent({ contentDir: path.resolve(folder), now: now() });
  if (args.includes("--json")) {
    const problems = report.problems.map((problem) => ({ ...problem, ...describeProblem(problem, language) }));
    const courses = report.courses.map(({ folder: slug, title, course }) => ({ slug, title, valid: course !== null }));
    console.log(JSON.stringify({ courses, documents: report.documents.length, problems }, null, 2));
  } else {
    for (const problem of report.problems) console.log(problemLine(problem, language));
    console.log(summary(report.courses.length, report.documents.length, report.problems.length, language));
  }
  return report.problems.some(isError) || report.courses.length === 0 ? 1 : 0;
}

function summary(courses: number, documents: number, problems: number, language: "vi" | "en"): string {
  return language === "vi"
    ? `${courses} khóa học, ${documents} văn bản, ${problems} vấn đề.`
    : `${courses} courses, ${documents} documents, ${problems} problems.`;
}

process.exitCode = await validateContent(process.argv.slice(2));

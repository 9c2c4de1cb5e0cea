import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  type ContentProblem,
  describeProblem,
  isError,
  problemAt,
  problemLine,
} from "~/domain/courses/content-problem";
import { sameFiles } from "~/domain/courses/course-source";
import { readCourseFolder } from "~/domain/courses/content-folder.server";
import { Problem } from "~/domain/problem";
import { now } from "~/platform/clock.server";
import { PlainSentence } from "~/platform/plain-sentence";
import { exportCourse, readCourseFiles, type WhichFiles } from "~/use-cases/author/export-course";
import { checkFolder } from "~/use-cases/system/check-content";
import { openDatabase } from "~/use-cases/system/open-database";
import { publishFolder } from "~/use-cases/system/publish-folder";

const USAGE = `npm run content -- check DIR [--json] [--language en]
npm run content -- publish DIR [--language en]
npm run content -- export SLUG --out DIR|TỆP.zip [--version N | --draft] [--replace]
DIR: thư mục nội dung (có courses/ và documents/) hoặc thư mục của một khóa học · a content folder, or the folder of one course
(npm run -s …: chỉ có kết quả, không có dòng của npm · the result alone, without npm's own lines)`;

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const OPTIONS = { json: flag, language: text, out: text, version: text, draft: flag, replace: flag } as const;

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [verb = "", what, ...more] = positionals;
    if (what !== undefined && more.length === 0) {
      return { verb, what, values, language: values.language === "en" ? ("en" as const) : ("vi" as const) };
    }
  } catch (error) {
    throw new PlainSentence(USAGE, (error as Error).message);
  }
  throw new PlainSentence(USAGE, "check, publish, export");
}

type Arguments = ReturnType<typeof readArguments>;

async function content(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked.verb === "check") return check(asked);
  if (asked.verb === "publish") return publish(asked);
  if (asked.verb === "export" && asked.values.out) return exportFiles(asked.what, asked.values.out, asked.values);
  throw new PlainSentence(USAGE, "check, publish, export --out");
}

/** Where a file stands as the person sees it who named the folder: problems are told from the root of the project. */
function placesFrom(folder: string, oneCourse: boolean) {
  const root = oneCourse ? `content/courses/${path.basename(path.resolve(folder))}` : "content";
  const shown = folder.replace(/\/+$/, "") || "/";
  return (problem: ContentProblem): ContentProblem =>
    problem.file === root || problem.file.startsWith(`${root}/`)
      ? { ...problem, file: shown + problem.file.slice(root.length) }
      : problem;
}

/** Needs no database. Errors are `problems` and end with 1; what hinders nothing is told apart, as `warnings`. */
async function check({ what: folder, values, language }: Arguments): Promise<number> {
  const { source, report, oneCourse } = await checkFolder({
    folder: path.resolve(folder),
    contentDir: path.resolve("content"),
    now: now(),
  });
  const empty = report.courses.length === 0 ? [problemAt(folder, null, "folder-empty")] : [];
  const found = [...empty, ...report.problems].map(placesFrom(folder, oneCourse));
  const problems = found.filter(isError);
  const warnings = found.filter((problem) => !isError(problem));
  const isLesson = (name: string) => /^lessons\/[^/]+\.mdx$/.test(name);
  const lessons = source.courses.flatMap(({ files }) => [...files.keys()].filter(isLesson)).length;
  const counts = { courses: report.courses.length, lessons };
  if (values.json) {
    const plain = (problem: ContentProblem) => plainProblem(problem, language);
    const answer = { ...counts, problems: problems.map(plain), warnings: warnings.map(plain) };
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
  } else {
    for (const problem of found) console.log(problemLine(problem, language));
    console.log(
      language === "vi"
        ? `${counts.courses} khóa học, ${lessons} bài học: ${problems.length} lỗi, ${warnings.length} cảnh báo.`
        : `${counts.courses} courses, ${lessons} lessons: ${problems.length} errors, ${warnings.length} warnings.`,
    );
  }
  return problems.length > 0 ? 1 : 0;
}

function plainProblem(problem: ContentProblem, language: "vi" | "en") {
  const { file, line, column, rule } = problem;
  const { what, mend } = describeProblem(problem, language);
  return { file, line, column, rule, message: `${what} ${mend}` };
}

const OUTCOMES = {
  published: ["đã công bố", "published"],
  restored: ["đã công bố lại phiên bản cũ", "an earlier version published again"],
  unchanged: ["không đổi", "unchanged"],
  kept: ["giữ bản đã sửa trên trình duyệt", "the version of the browser was kept"],
  refused: ["bị từ chối vì có lỗi", "refused, it has errors"],
} as const;

/** Through the same door as the start of the platform, beside a running server or without one. */
async function publish({ what: folder, language }: Arguments): Promise<number> {
  const database = await openDatabase({ join: true });
  try {
    const report = await publishFolder({ folder: path.resolve(folder), now: now() });
    for (const problem of report.problems) console.error(problemLine(problem, language));
    for (const { folder: slug, outcome, version } of report.courses) {
      const words = OUTCOMES[outcome][language === "vi" ? 0 : 1];
      console.log(`${slug}: ${words}${version === null ? "" : ` (${version})`}`);
    }
    if (report.courses.length === 0) {
      console.error(problemLine(problemAt(folder, null, "folder-empty"), language));
      return 1;
    }
    // Kept: what somebody wanted published is not what learners get.
    return report.courses.some(({ outcome }) => outcome === "refused" || outcome === "kept") ? 1 : 0;
  } finally {
    await database.close();
  }
}

async function exportFiles(slug: string, out: string, values: Arguments["values"]): Promise<number> {
  const number = values.version === undefined ? null : Number(values.version);
  if (number !== null && (!Number.isInteger(number) || values.draft)) throw new PlainSentence(USAGE, "--version N");
  const which: WhichFiles = values.draft ? "draft" : number === null ? "current" : { version: number };
  const database = await openDatabase({ join: true });
  try {
    const target = path.resolve(out);
    if (/\.zip$/i.test(out)) {
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, (await exportCourse({ slug, which })).bytes);
    } else await writeFolder(path.join(target, slug), await readCourseFiles({ slug, which }), values.replace ?? false);
    console.error(`→ ${/\.zip$/i.test(out) ? out : path.join(out, slug)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new PlainSentence(
      `Không có khóa học, phiên bản hoặc bản nháp như vậy: ${slug}.`,
      `There is no such course, version or draft: ${slug}.`,
    );
  } finally {
    await database.close();
  }
}

/** A folder with other files in it is left alone, unless it is to be replaced: then it holds exactly these. */
async function writeFolder(
  folder: string,
  { files }: Awaited<ReturnType<typeof readCourseFiles>>,
  replace: boolean,
): Promise<void> {
  const there = (await readCourseFolder(folder)).courses[0]!.files;
  const visible = await readdir(folder).catch(() => []);
  if (visible.length > 0 && !sameFiles(there, files) && !replace) {
    throw new PlainSentence(
      `Thư mục ${folder} đã có tệp khác: chọn thư mục khác, hoặc thêm --replace để thay toàn bộ.`,
      `The folder ${folder} holds other files: choose another one, or add --replace to have it replaced.`,
    );
  }
  for (const name of there.keys()) if (!files.has(name)) await rm(path.join(folder, name));
  for (const [name, bytes] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
}

try {
  process.exitCode = await content(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PlainSentence)) throw error;
  console.error(`${error.vietnamese}\n${error.english}`);
  process.exitCode = 1;
}

import { parseQuestion } from "~/domain/assessment/question-types";
import { checkContent as checkSource, type ContentReport } from "~/domain/courses/check/check-content";
import { readContentFolder } from "~/domain/courses/content-folder.server";
import { sha256 } from "~/domain/courses/content-hash.server";
import { type ContentProblem, isError, sortProblems } from "~/domain/courses/content-problem";
import type { CourseSource } from "~/domain/courses/course-source";
import { checkMedia } from "~/domain/courses/media/check-media.server";
import { isMedia } from "~/domain/courses/media/media-kind";
import { localDay } from "~/domain/time";

export interface ContentToCheck {
  contentDir: string;
  now: Date;
  /** Which of these media were looked at before and need not be opened again; left out, all are opened. */
  knownMedia?: (hashes: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Reads `content/` and says what is wrong with it. Needs no database and runs nothing that the files hold. */
export async function checkContent(input: ContentToCheck): Promise<ContentReport> {
  const content = await readContentFolder(input.contentDir);
  const report = checkSource(content, { parseQuestion, today: localDay(input.now) });
  const found = new Map<string, ContentProblem[]>();
  for (const source of content.courses) found.set(source.folder, await mediaProblems(source, input));
  const courses = report.courses.map((check) => {
    const problems = found.get(check.folder) ?? [];
    if (problems.length === 0) return check;
    const course = problems.some(isError) ? null : check.course;
    return { ...check, course, problems: sortProblems([...check.problems, ...problems]) };
  });
  return { ...report, courses, problems: sortProblems([...report.problems, ...[...found.values()].flat()]) };
}

async function mediaProblems(source: CourseSource, { knownMedia }: ContentToCheck): Promise<ContentProblem[]> {
  const hashes = [...source.files].filter(([path]) => isMedia(path)).map(([, bytes]) => sha256(bytes));
  if (hashes.length === 0) return [];
  return checkMedia(source, await knownMedia?.(hashes));
}

import path from "node:path";
import { parseQuestion } from "~/domain/assessment/question-types";
import {
  checkContent as checkSource,
  type ContentReport,
  type ContentSource,
} from "~/domain/courses/check/check-content";
import { isCourseFolder, readContentFolder, readCourseFolder } from "~/domain/courses/content-folder.server";
import { sha256 } from "~/domain/courses/content-hash.server";
import { type ContentProblem, isError, sortProblems } from "~/domain/courses/content-problem";
import type { CourseSource } from "~/domain/courses/course-source";
import { checkMedia } from "~/domain/courses/media/check-media.server";
import { isMedia } from "~/domain/courses/media/media-kind";
import type { LegalDocument } from "~/domain/documents/document";
import { localDay } from "~/domain/time";

/** Which of these media were looked at before and need not be opened again. */
type KnownMedia = (hashes: readonly string[]) => Promise<ReadonlySet<string>>;

export interface ContentToCheck {
  contentDir: string;
  now: Date;
  /** Documents that the browser leads. */
  leading?: readonly LegalDocument[];
  /** Left out, all media are opened. */
  knownMedia?: KnownMedia;
}

/** Reads `content/` and says what is wrong with it. Needs no database and runs nothing that the files hold. */
export async function checkContent(input: ContentToCheck): Promise<ContentReport> {
  const { contentDir, now, leading = [], knownMedia } = input;
  const content = await readContentFolder(contentDir);
  const report = checkSource(content, { parseQuestion, today: localDay(now), leading });
  return withMediaProblems(content.courses, report, knownMedia);
}

/**
 * The same of a folder that somebody names: of content, or of one course. The register of a course is the one that lies beside it
 * in `content/`, else the project's own.
 */
export async function checkFolder(input: {
  folder: string;
  contentDir: string;
  now: Date;
}): Promise<{ source: ContentSource; report: ContentReport; oneCourse: boolean }> {
  const { folder, contentDir, now } = input;
  const oneCourse = await isCourseFolder(folder);
  let source = oneCourse ? await readCourseFolder(folder) : await readContentFolder(folder);
  if (oneCourse && source.documents.size === 0 && path.resolve(contentDir) !== path.resolve(folder)) {
    source = { ...source, documents: (await readContentFolder(contentDir)).documents };
  }
  const report = checkSource(source, { parseQuestion, today: localDay(now) });
  return { source, report: await withMediaProblems(source.courses, report), oneCourse };
}

/** What is wrong with pictures, films and attachments, added to what is wrong with texts. */
export async function withMediaProblems<Report extends Pick<ContentReport, "courses" | "problems">>(
  sources: readonly CourseSource[],
  report: Report,
  knownMedia?: KnownMedia,
): Promise<Report> {
  const found = new Map<string, ContentProblem[]>();
  for (const source of sources) found.set(source.folder, await mediaProblems(source, knownMedia));
  const courses = report.courses.map((check) => {
    const problems = found.get(check.folder) ?? [];
    if (problems.length === 0) return check;
    const course = problems.some(isError) ? null : check.course;
    return { ...check, course, problems: sortProblems([...check.problems, ...problems]) };
  });
  return { ...report, courses, problems: sortProblems([...report.problems, ...[...found.values()].flat()]) };
}

async function mediaProblems(source: CourseSource, knownMedia?: KnownMedia): Promise<ContentProblem[]> {
  const hashes = [...source.files].filter(([name]) => isMedia(name)).map(([, bytes]) => sha256(bytes));
  if (hashes.length === 0) return [];
  return checkMedia(source, await knownMedia?.(hashes));
}

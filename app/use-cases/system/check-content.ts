import path from "node:path";
import { parseQuestion } from "~/domain/assessment/question-types";
import {
  checkContent as checkSource,
  type ContentReport,
  type ContentSource,
} from "~/domain/courses/check/check-content";
import { isCourseFolder, readContentFolder, readCourseFolder } from "~/domain/courses/content-folder.server";
import type { LegalDocument } from "~/domain/documents/document";
import { localDay } from "~/domain/time";

/** Reads `content/` and says what is wrong with it. Needs no database and runs nothing that the files hold. */
export async function checkContent(input: {
  contentDir: string;
  now: Date;
  leading?: readonly LegalDocument[];
}): Promise<ContentReport> {
  const { contentDir, now, leading = [] } = input;
  return checkSource(await readContentFolder(contentDir), { parseQuestion, today: localDay(now), leading });
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
  return { source, report: checkSource(source, { parseQuestion, today: localDay(now) }), oneCourse };
}

import { parseQuestion } from "~/domain/assessment/question-types";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { checkCourse } from "~/domain/courses/check/check-course";
import { isCourseFolder, readCourseFolder } from "~/domain/courses/content-folder.server";
import { findRegister } from "~/domain/documents/document-store.server";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { withMediaProblems } from "./check-content";
import { publishContent, publishCourses, type PublishReport } from "./publish-content";

/**
 * Publishes what a folder holds, as the start of the platform does: a whole `content/` with its register, or one course, which
 * may cite what the register of the platform knows.
 */
export async function publishFolder(input: { folder: string; now: Date }): Promise<PublishReport> {
  const { folder, now } = input;
  if (!(await isCourseFolder(folder))) return publishContent({ contentDir: folder, now });
  const source = await readCourseFolder(folder);
  const today = localDay(now);
  const register = await findRegister(db, today);
  const courses = source.courses.map((each) => checkCourse({ source: each, register, parseQuestion, today }));
  const texts = { courses, problems: courses.flatMap(({ problems }) => problems) };
  const report = await withMediaProblems(source.courses, texts);
  return publishCourses({ report, register, actor: SYSTEM_ACTOR, now });
}

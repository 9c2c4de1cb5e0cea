import { parseQuestion } from "~/domain/assessment/question-types";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { type CheckedCourse, checkCourse } from "~/domain/courses/check/check-course";
import { courseSource, sameFiles } from "~/domain/courses/course-source";
import { findCourse } from "~/domain/courses/course-store.server";
import { storeMedia } from "~/domain/courses/media/media-files.server";
import { loadFiles } from "~/domain/courses/publish-store.server";
import type { DocumentRegister } from "~/domain/documents/document";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { hashOf, makeVersion } from "./make-version";

/**
 * A version of the browser stays, whatever the folder says; only what its pages copy from elsewhere is brought up to date, as it
 * is for a folder: the names of documents, and the HTML that this compiler makes of the same files.
 */
export async function keepBrowserVersion(input: {
  slug: string;
  register: DocumentRegister;
  now: Date;
}): Promise<{ title: string; number: number | null; hash: string | null }> {
  const { slug, register, now } = input;
  const course = await findCourse(db, slug);
  if (!course?.currentVersionId) throw notFound(`course ${slug}`);
  const { title, currentVersionId, currentNumber: number, currentHash: hash } = course;
  const files = await loadFiles(db, { courseId: course.id, versionId: currentVersionId });
  const check = checkCourse({ source: courseSource(slug, files), register, parseQuestion, today: localDay(now) });
  // What became wrong since (a document left the register) is told when somebody next changes it.
  if (!check.course || hashOf(check.course, register) === hash) return { title, number, hash };
  const door = { kind: "browser", over: currentVersionId } as const;
  const made = await makeVersion({ checked: check.course, register, course, door, actor: SYSTEM_ACTOR, now });
  return { title, number: made.number, hash: hashOf(check.course, register) };
}

/** Are these the files that the folder was last published with? Then nothing was changed there. */
export async function isWhatFolderWas({ course: { slug }, source }: CheckedCourse): Promise<boolean> {
  const course = await findCourse(db, slug);
  if (!course?.filesVersionId) return false;
  const published = await loadFiles(db, { courseId: course.id, versionId: course.filesVersionId });
  return sameFiles(await storeMedia(source.files), await storeMedia(published));
}

import type { CourseFiles } from "~/domain/courses/course-source";
import { findCourse } from "~/domain/courses/course-store.server";
import { loadFiles } from "~/domain/courses/publish-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

/** Path → new bytes; null takes the file away. */
export type ChangedFiles = ReadonlyMap<string, Uint8Array | null>;

/** The files of the version that learners get now. */
export async function filesInUse(slug: string): Promise<CourseFiles> {
  const course = await findCourse(db, slug);
  if (!course?.currentVersionId) throw notFound(`course ${slug}`);
  return loadFiles(db, { courseId: course.id, versionId: course.currentVersionId });
}

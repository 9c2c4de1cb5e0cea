import { findCourse, listVersions } from "~/domain/courses/course-store.server";
import { withBytes } from "~/domain/courses/media/media-files.server";
import { loadFiles } from "~/domain/courses/publish-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { zip } from "~/platform/zip.server";

/** The files of the version in use, in a folder of the course's name: as they go into `content/courses`. */
export async function exportCourse(input: { slug: string }): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { slug } = input;
  const course = await findCourse(db, slug);
  if (!course?.currentVersionId) throw notFound(`course ${slug}`);
  const [files, versions] = await Promise.all([
    loadFiles(db, { courseId: course.id, versionId: course.currentVersionId }).then(withBytes),
    listVersions(db, course.id),
  ]);
  const { number, publishedAt } = versions.find(({ current }) => current)!;
  const entries = [...files].map(([path, bytes]) => ({ name: `${slug}/${path}`, bytes }));
  return { fileName: `${slug}-phien-ban-${number}.zip`, bytes: zip(entries, publishedAt) };
}

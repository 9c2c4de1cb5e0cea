import { findCourse, listVersions } from "~/domain/courses/course-store.server";
import type { CourseFiles } from "~/domain/courses/course-source";
import { findOpenDraft, listDraftFiles, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { withBytes } from "~/domain/courses/media/media-files.server";
import { loadFiles } from "~/domain/courses/publish-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { zip } from "~/platform/zip.server";

/** Which files of a course: those that learners get, those of an earlier version, or those that are being written. */
export type WhichFiles = "current" | "draft" | { version: number };

export interface ExportedCourse {
  /** Without an ending: "van-hoa-cong-vu-phien-ban-2". */
  name: string;
  files: CourseFiles;
  at: Date;
}

export async function readCourseFiles(input: { slug: string; which: WhichFiles }): Promise<ExportedCourse> {
  const { slug, which } = input;
  if (which === "draft") return draftFiles(slug);
  const course = await findCourse(db, slug);
  if (!course) throw notFound(`course ${slug}`);
  const versions = await listVersions(db, course.id);
  const version = versions.find(({ number, current }) => (which === "current" ? current : number === which.version));
  if (!version) throw notFound(`version of ${slug}`);
  const files = await withBytes(await loadFiles(db, { courseId: course.id, versionId: version.id }));
  return { name: `${slug}-phien-ban-${version.number}`, files, at: version.publishedAt };
}

async function draftFiles(slug: string): Promise<ExportedCourse> {
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  const [files, notes] = await Promise.all([
    loadDraftFiles(db, draft.id).then(withBytes),
    listDraftFiles(db, draft.id),
  ]);
  const at = new Date(Math.max(draft.createdAt.getTime(), ...notes.map(({ updatedAt }) => updatedAt.getTime())));
  return { name: `${slug}-ban-nhap`, files, at };
}

/** The files of a course as a zip, in a folder of the course's name: as they go into `content/courses`. */
export async function exportCourse(input: {
  slug: string;
  which?: WhichFiles;
}): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { slug, which = "current" } = input;
  const { name, files, at } = await readCourseFiles({ slug, which });
  const entries = [...files].map(([path, bytes]) => ({ name: `${slug}/${path}`, bytes }));
  return { fileName: `${name}.zip`, bytes: await zip(entries, at) };
}

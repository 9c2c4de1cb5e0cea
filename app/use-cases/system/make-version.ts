import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { CheckedCourse } from "~/domain/courses/check/check-course";
import { compileCourse, type LessonProgress } from "~/domain/courses/compile-course.server";
import { contentHash } from "~/domain/courses/content-hash.server";
import type { CourseRecord } from "~/domain/courses/course-store.server";
import { storeMedia } from "~/domain/courses/media/media-files.server";
import { type Door, loadFiles, type PublishedVersion, publishVersion } from "~/domain/courses/publish-store.server";
import { reusableLessons } from "~/domain/courses/reuse-lessons.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { type DocumentRegister, documentsOf } from "~/domain/documents/document";
import { type Db, db, inTransaction } from "~/platform/db.server";

export interface VersionToMake {
  checked: CheckedCourse;
  register: DocumentRegister;
  /** The course as it stands; null when it was never published. */
  course: CourseRecord | null;
  door: Door;
  actor: Actor;
  changeNote?: string | null;
  /** What belongs to the same change and is written with it, or not at all. Not called when nothing was published. */
  alongside?: (tx: Db, made: PublishedVersion) => Promise<void>;
  /** Is told of each lesson that is ready, and (`"storing"`) when all are. */
  progress?: { lessons: LessonProgress; storing: () => Promise<void> };
  now: Date;
}

/** Checked files → hash: tells whether they are a version that is there already. */
export function hashOf(checked: CheckedCourse, register: DocumentRegister): string {
  const numbers = checked.lessons.flatMap((lesson) => lesson.citations.map(({ document }) => document));
  return contentHash(checked.source, documentsOf(numbers, register));
}

/** The one way to a version, through either door: compile, publish, tell the audit trail. */
export async function makeVersion(given: VersionToMake): Promise<PublishedVersion> {
  const { register, course, door, actor, changeNote = null, now } = given;
  // Media from a folder go into the file store; those of a version or a draft lie there already.
  const source = { ...given.checked.source, files: await storeMedia(given.checked.source.files) };
  const checked = { ...given.checked, source };
  const input = { ...given, checked };
  const hash = hashOf(checked, register);
  // Before the transaction: it takes time, and holds no lock meanwhile.
  const compiled = await compileCourse(checked, register, await readyLessons(input), input.progress?.lessons);
  await input.progress?.storing();
  return inTransaction(async (tx) => {
    const publishedBy = actor.accountId;
    const made = await publishVersion(tx, { source, hash, compiled, publishedBy, changeNote, door, now });
    if (made.outcome !== "published" && made.outcome !== "restored") return made;
    await recordAudit(tx, {
      actor,
      action: "course.published",
      subject: { type: "course", id: made.courseId, label: checked.course.title },
      before: course?.currentHash ? { contentHash: course.currentHash } : null,
      after: {
        version: made.number,
        contentHash: hash,
        lessons: compiled.lessons.length,
        questions: compiled.questions.length,
        ...(changeNote !== null && { changeNote }),
      },
      at: now,
    });
    await input.alongside?.(tx, made);
    return made;
  });
}

async function readyLessons({ checked, register, course }: VersionToMake) {
  if (!course?.currentVersionId) return new Map();
  const [files, version] = await Promise.all([
    loadFiles(db, { courseId: course.id, versionId: course.currentVersionId }),
    courseVersion(course.currentVersionId),
  ]);
  return reusableLessons({ checked, register, earlier: { ...version, files } });
}

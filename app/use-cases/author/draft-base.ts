import { courseSource, type CourseFiles } from "~/domain/courses/course-source";
import { type CourseCheck, checkCourse } from "~/domain/courses/check/check-course";
import { parseQuestion } from "~/domain/assessment/question-types";
import { filesHash } from "~/domain/courses/content-hash.server";
import { type CourseRecord, findCourse } from "~/domain/courses/course-store.server";
import type { Draft } from "~/domain/courses/drafts/draft";
import { setBase } from "~/domain/courses/drafts/review-store.server";
import { listFileHashes } from "~/domain/courses/publish-store.server";
import type { DocumentRegister } from "~/domain/documents/document";
import { findRegister } from "~/domain/documents/document-store.server";
import { localDay } from "~/domain/time";
import type { Db } from "~/platform/db.server";

export type DraftBase =
  /** The version that learners get is the one that the draft began with; null: it was never published. */
  | { kind: "stands"; course: CourseRecord | null; baseVersionId: string | null }
  /** Another version was published meanwhile. */
  | { kind: "moved"; course: CourseRecord & { currentVersionId: string } };

/**
 * Does the draft still begin where learners are? A version that has other pages and the same files (a newer compiler, the name of a
 * document) is no other version to who writes: the draft follows it by itself.
 */
export async function baseOf(tx: Db, draft: Draft): Promise<DraftBase> {
  const course = await findCourse(tx, draft.slug);
  const currentVersionId = course?.currentVersionId ?? null;
  const { baseVersionId } = draft;
  if (!course || currentVersionId === null || currentVersionId === baseVersionId) {
    return { kind: "stands", course, baseVersionId };
  }
  if (baseVersionId !== null) {
    const [base, current] = await Promise.all([
      listFileHashes(tx, baseVersionId),
      listFileHashes(tx, currentVersionId),
    ]);
    if (filesHash(base) === filesHash(current)) {
      await setBase(tx, { draftId: draft.id, courseId: course.id, versionId: currentVersionId });
      return { kind: "stands", course, baseVersionId: currentVersionId };
    }
  }
  return { kind: "moved", course: { ...course, currentVersionId } };
}

/** The files of a draft through the checks that a folder goes through. */
export async function checkDraft(
  db: Db,
  input: { slug: string; files: CourseFiles; now: Date },
): Promise<{ check: CourseCheck; register: DocumentRegister }> {
  const { slug, files, now } = input;
  const today = localDay(now);
  const register = await findRegister(db, today);
  const check = checkCourse({ source: courseSource(slug, files), register, parseQuestion, today });
  return { check, register };
}

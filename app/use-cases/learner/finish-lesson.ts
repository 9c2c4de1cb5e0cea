import { findLearningRecord } from "~/domain/completion/learning-record-store.server";
import { standingOf } from "~/domain/completion/learning-record";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { finishLessonProgress } from "~/domain/enrolment/lesson-progress-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { recordCompletion } from "./record-completion";

/** Marks an opened lesson as finished and says what comes next. The last step of a course completes it here and now. */
export async function finishLesson(input: {
  /** Null: a SCORM package says so, and nobody presses a button. */
  viewer: Viewer | null;
  officialId: string;
  courseSlug: string;
  lessonId: string;
  byPackage?: boolean;
  now: Date;
}): Promise<{ lessonTitle: string; nextLessonId: string | null; courseCompleted: boolean }> {
  const { viewer, officialId, courseSlug, lessonId, byPackage = false, now } = input;
  if (!(await finishLessonProgress({ officialId, courseSlug, lessonId, byPackage, now })))
    throw notFound(`lesson ${lessonId} was not opened`);
  const record = await findLearningRecord({ officialId, courseSlug });
  if (!record) throw notFound(`course ${courseSlug}`);
  const { manifest } = await courseVersion(record.versionId);
  const standing = standingOf(manifest, record, now);
  if (standing.status === "completed" && !record.completion) {
    await inTransaction((tx) =>
      recordCompletion(tx, { viewer, enrolmentId: record.enrolmentId, standing, attempts: record.attempts, now }),
    );
  }
  // The reader goes on in the order of the course; a skipped lesson is offered at the end.
  const outline = manifest.lessons;
  const index = outline.findIndex((lesson) => lesson.id === lessonId);
  const finished = new Set(record.lessons.filter((lesson) => lesson.finishedAt).map((lesson) => lesson.lessonId));
  const following = [...outline.slice(index + 1), ...outline.slice(0, index)].find(
    (lesson) => !finished.has(lesson.id),
  );
  return {
    lessonTitle: outline[index]?.title ?? lessonId,
    nextLessonId: following?.id ?? null,
    courseCompleted: standing.status === "completed" && !record.completion,
  };
}

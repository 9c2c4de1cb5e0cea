import type { PlayedItem } from "~/domain/courses/course";
import { packagePath } from "~/domain/courses/scorm/package-address";
import { writePass } from "~/domain/courses/scorm/package-pass.server";
import { findScorm } from "~/domain/enrolment/scorm/scorm-store.server";
import { db } from "~/platform/db.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { overlaysOfUnit } from "~/domain/documents/local-code/overlay-store.server";
import { overlayLesson } from "~/domain/enrolment/lesson-overlays";
import type { LessonPage, PlayedPage } from "~/domain/enrolment/lesson-page";
import { type LessonOpening, openLessonProgress } from "~/domain/enrolment/lesson-progress-store.server";
import { notFound } from "~/domain/problem";

/**
 * The lesson, and a note that it was opened: one statement, and one more where the unit asks something beyond it that is not in
 * memory yet. Null when the course has not been begun, which the course page
 * is for.
 */
export async function openLesson(input: {
  officialId: string;
  courseSlug: string;
  lessonId: string;
  /** The reader's unit, for what it asks beyond the lesson. */
  unitPath?: string;
  now: Date;
}): Promise<LessonPage | null> {
  const opening = await openLessonProgress(input);
  if (!opening) return null;
  const version = await courseVersion(opening.versionId);
  const lesson = version.lesson(input.lessonId);
  if (!lesson) throw notFound(`lesson ${input.lessonId} of ${input.courseSlug}`);
  const overlays = input.unitPath
    ? await overlaysOfUnit({ unitPath: input.unitPath, stamp: opening.overlayStamp })
    : [];
  const outline = version.manifest.lessons;
  const index = outline.findIndex((each) => each.id === lesson.id);
  const finished = new Set(opening.finished);
  return {
    course: { slug: input.courseSlug, title: version.manifest.title, hasTest: version.manifest.test !== null },
    lesson,
    number: index + 1,
    lessonsInAll: outline.length,
    lessonsDone: outline.filter((each) => finished.has(each.id)).length,
    minutesLeft: outline.filter((each) => !finished.has(each.id)).reduce((sum, each) => sum + each.minutes, 0),
    previous: outline[index - 1] ?? null,
    next: outline[index + 1] ?? null,
    checkAnswers: opening.checks,
    resumeAt: opening.resumeAt,
    finishedAt: opening.finishedAt,
    played: lesson.scorm ? await playedPage(opening, lesson.id, lesson.scorm, input.now) : null,
    overlaid: overlayLesson(lesson, input.courseSlug, overlays),
  };
}

async function playedPage(
  { enrolmentId, versionId }: LessonOpening,
  lessonId: string,
  { launch, kind }: PlayedItem,
  now: Date,
): Promise<PlayedPage> {
  const pass = writePass({ versionId, lessonId, enrolmentId }, now);
  const row = await findScorm(db, { enrolmentId, lessonId });
  const { status = null, scorePercent = null } = row ?? {};
  return { address: packagePath(pass, launch), kind, status, scorePercent };
}

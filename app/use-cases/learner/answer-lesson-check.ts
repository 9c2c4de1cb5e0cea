import { courseVersion } from "~/domain/courses/version-cache.server";
import { openLessonProgress, saveCheckAnswer } from "~/domain/enrolment/lesson-progress-store.server";
import { badRequest, notFound } from "~/domain/problem";

/** Keeps what was chosen in an in-lesson check. It is never scored: trying again is part of it. */
export async function answerLessonCheck(input: {
  officialId: string;
  courseSlug: string;
  lessonId: string;
  checkId: string;
  choice: string;
  now: Date;
}): Promise<void> {
  const opening = await openLessonProgress(input);
  const lesson = opening && (await courseVersion(opening.versionId)).lesson(input.lessonId);
  if (!lesson) throw notFound(`lesson ${input.lessonId} of ${input.courseSlug}`);
  const known = lesson.segments.some(
    (segment) =>
      segment.kind === "check" &&
      segment.check.id === input.checkId &&
      segment.check.options.some((option) => option.id === input.choice),
  );
  if (!known) throw badRequest(`check ${input.checkId} has no option ${input.choice}`);
  await saveCheckAnswer(input);
}

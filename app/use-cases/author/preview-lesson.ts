import { type LessonPreview, lessonPreview } from "~/domain/courses/library";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** A published lesson as its learners see it. Keeps no progress and no answers. */
export async function previewLesson(input: { slug: string; lessonId: string }): Promise<LessonPreview> {
  const version = await currentVersionOf(input.slug);
  const lesson = version?.lesson(input.lessonId);
  if (!version || !lesson) throw notFound(`lesson ${input.lessonId} of ${input.slug}`);
  return lessonPreview(version.manifest, lesson);
}

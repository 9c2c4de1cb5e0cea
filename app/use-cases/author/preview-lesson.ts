import { packagePath } from "~/domain/courses/scorm/package-address";
import { writePass } from "~/domain/courses/scorm/package-pass.server";
import { type LessonPreview, lessonPreview } from "~/domain/courses/library";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** A published lesson as its learners see it. Keeps no progress and no answers. */
export async function previewLesson(input: { slug: string; lessonId: string; now: Date }): Promise<LessonPreview> {
  const version = await currentVersionOf(input.slug);
  const lesson = version?.lesson(input.lessonId);
  if (!version || !lesson) throw notFound(`lesson ${input.lessonId} of ${input.slug}`);
  const preview = lessonPreview(version.manifest, lesson);
  if (!lesson.scorm) return preview;
  const pass = writePass({ versionId: version.id, lessonId: lesson.id, enrolmentId: null }, input.now);
  return { ...preview, playedAt: packagePath(pass, lesson.scorm.launch) };
}

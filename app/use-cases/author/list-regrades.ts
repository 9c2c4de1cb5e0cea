import { listDecided } from "~/domain/assessment/regrade-store.server";
import type { DecidedRegrade } from "~/domain/assessment/regrade/regrade-view";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";

/** Everything that was decided about questions of a course, of all its versions, newest first. */
export async function listCourseRegrades(input: {
  slug: string;
}): Promise<{ course: { slug: string; title: string }; regrades: DecidedRegrade[] }> {
  const current = await currentVersionOf(input.slug);
  if (!current) throw notFound(`course ${input.slug}`);
  const regrades = await listDecided({ courseId: current.courseId, questionId: null });
  return { course: { slug: current.slug, title: current.manifest.title }, regrades };
}

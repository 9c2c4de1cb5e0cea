import { listDecided } from "~/domain/assessment/regrade-store.server";
import type { DecidedRegrade, KeptCompletion } from "~/domain/assessment/regrade/regrade-view";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { listKeptCompletions } from "./list-kept-completions";

/**
 * Everything that was decided about questions of a course, of all its versions, newest first; and, of the units in sight, whose
 * completion should be looked at because of it.
 */
export async function listCourseRegrades(input: { slug: string; scope: readonly string[] }): Promise<{
  course: { slug: string; title: string };
  regrades: DecidedRegrade[];
  toLookAt: KeptCompletion[];
}> {
  const current = await currentVersionOf(input.slug);
  if (!current) throw notFound(`course ${input.slug}`);
  const { courseId, slug, manifest } = current;
  const [regrades, toLookAt] = await Promise.all([
    listDecided({ courseId, questionId: null }),
    listKeptCompletions({ courseId, scope: input.scope }),
  ]);
  return { course: { slug, title: manifest.title }, regrades, toLookAt };
}

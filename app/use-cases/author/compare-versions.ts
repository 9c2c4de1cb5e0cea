import { compareCourses, type ComparedCourse, compareLessons } from "~/domain/courses/compare/comparison";
import type { ComparisonPage, SideName } from "~/domain/courses/compare/comparison-view";
import { type ContentProblem, isError } from "~/domain/courses/content-problem";
import { findCourse, listVersions } from "~/domain/courses/course-store.server";
import { findOpenDraft } from "~/domain/courses/drafts/draft-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { draftAsVersion } from "./draft-as-version";

/**
 * Any two versions of a course, or a version and its draft. Unless said otherwise: the draft (or the version in use) against the one
 * before.
 */
export async function compareVersions(input: {
  slug: string;
  from: number | null;
  to: SideName | null;
  lessonId: string | null;
  now: Date;
}): Promise<ComparisonPage> {
  const { slug, lessonId, now } = input;
  const course = await findCourse(db, slug);
  if (!course?.currentNumber) throw notFound(`course ${slug}`);
  const [versions, draft] = await Promise.all([listVersions(db, course.id), findOpenDraft(db, slug)]);
  const to = input.to ?? (draft ? "draft" : course.currentNumber);
  const before = to === "draft" ? course.currentNumber : (versions.find(({ number }) => number < to)?.number ?? to);
  const from = input.from ?? before;

  const sideOf = async (name: SideName): Promise<{ side: ComparedCourse | null; problems: ContentProblem[] }> => {
    if (name !== "draft") {
      const id = versions.find(({ number }) => number === name)?.id;
      if (!id) throw notFound(`version ${name} of ${slug}`);
      return { side: await courseVersion(id), problems: [] };
    }
    if (!draft) throw notFound(`draft of ${slug}`);
    const made = await draftAsVersion({ draft, now });
    return made.kind === "compiled"
      ? { side: made.compiled, problems: [] }
      : { side: null, problems: made.problems.filter(isError) };
  };
  const [{ side: was }, { side: is, problems }] = [await sideOf(from), await sideOf(to)];
  const comparison = is && compareCourses(was, is);
  const change = comparison?.lessons.find(({ id }) => id === lessonId) ?? null;
  if (lessonId && comparison && !change) throw notFound(`lesson ${lessonId} of ${slug}`);
  const find = (side: ComparedCourse | null) => side?.lessons.find(({ id }) => id === lessonId) ?? null;
  return {
    course: { slug, title: course.title },
    from,
    to,
    versions: versions.map(({ number, publishedAt, changeNote, current }) => ({
      number,
      publishedAt,
      changeNote,
      current,
    })),
    hasDraft: draft !== null,
    comparison,
    problems,
    lesson: change && { change, compared: compareLessons(find(was), find(is)) },
  };
}

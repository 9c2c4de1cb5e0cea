import type { Question } from "~/domain/assessment/question-types";
import type { Citation } from "~/domain/courses/course";
import { type CourseVersion, currentVersions } from "~/domain/courses/version-cache.server";
import type { CitingCourse } from "~/domain/documents/coverage";

/** Everything that a question cites: the whole of it, and the ways to act in a dilemma. */
export function citationsOf(question: Question): Citation[] {
  const options = question.type === "dilemma" ? question.options.flatMap(({ citation }) => citation ?? []) : [];
  return [question.citation, ...options] as Citation[];
}

export function citingCourse({ slug, manifest, lessons, questions }: CourseVersion): CitingCourse {
  return {
    slug,
    title: manifest.title,
    lessons: lessons.map(({ id, title, legalBasis, citations }) => ({ id, title, citations: citations ?? legalBasis })),
    questions: questions.map((question) => {
      const { id, topic, citation } = question;
      return { id, topic, citation, citations: citationsOf(question) };
    }),
  };
}

/** The courses that learners get now, with what each of their parts cites. */
export async function citingCourses(): Promise<CitingCourse[]> {
  return (await currentVersions()).map(citingCourse);
}

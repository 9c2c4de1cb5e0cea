import type { LegalDocument } from "./document";

interface Cited {
  document: string;
}

/** What of a course may cite a document. */
export interface CitingCourse {
  slug: string;
  title: string;
  lessons: { id: string; title: string; citations: readonly Cited[] }[];
  questions: { id: string; topic: string; citation: Cited }[];
}

export interface DocumentCoverage {
  document: LegalDocument;
  citedBy: {
    course: { slug: string; title: string };
    lessons: { id: string; title: string }[];
    questions: { id: string; topic: string }[];
  }[];
}

/** For each document of the register, the lessons and questions that rest on it. */
export function coverageOf(documents: readonly LegalDocument[], courses: readonly CitingCourse[]): DocumentCoverage[] {
  return documents.map((document) => ({
    document,
    citedBy: courses
      .map((course) => ({
        course: { slug: course.slug, title: course.title },
        lessons: course.lessons
          .filter((lesson) => lesson.citations.some((citation) => citation.document === document.number))
          .map(({ id, title }) => ({ id, title })),
        questions: course.questions
          .filter((question) => question.citation.document === document.number)
          .map(({ id, topic }) => ({ id, topic })),
      }))
      .filter(({ lessons, questions }) => lessons.length + questions.length > 0),
  }));
}

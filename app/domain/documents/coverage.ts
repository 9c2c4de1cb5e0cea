import type { DocumentPlace, LegalDocument } from "./document";

interface Cited extends DocumentPlace {
  document: string;
}

/** What of a course may cite a document. */
export interface CitingCourse {
  slug: string;
  title: string;
  lessons: { id: string; title: string; citations: readonly Cited[] }[];
  /** `citations`: of the whole and of its parts, where there are several. */
  questions: { id: string; topic: string; citation: Cited; citations?: readonly Cited[] }[];
}

export interface DocumentCoverage {
  document: LegalDocument;
  citedBy: CitingPart[];
}

export interface CitingPart {
  course: { slug: string; title: string };
  /** With the places of the document that each names. */
  lessons: { id: string; title: string; places?: DocumentPlace[] }[];
  questions: { id: string; topic: string; places?: DocumentPlace[] }[];
}

const citationsOf = ({ citation, citations }: CitingCourse["questions"][number]) => citations ?? [citation];

/** For each document of the register, the lessons and questions that rest on it. */
export function coverageOf(documents: readonly LegalDocument[], courses: readonly CitingCourse[]): DocumentCoverage[] {
  return documents.map((document) => ({
    document,
    citedBy: courses
      .map((course) => ({
        course: { slug: course.slug, title: course.title },
        lessons: course.lessons
          .filter(({ citations }) => cites(citations, document.number))
          .map(({ id, title }) => ({ id, title })),
        questions: course.questions
          .filter((question) => cites(citationsOf(question), document.number))
          .map(({ id, topic }) => ({ id, topic })),
      }))
      .filter(({ lessons, questions }) => lessons.length + questions.length > 0),
  }));
}

const cites = (citations: readonly Cited[], number: string) => citations.some(({ document }) => document === number);

/** Who cites one document, each with the places that it names. */
export function citingParts(number: string, courses: readonly CitingCourse[]): CitingPart[] {
  const [coverage] = coverageOf([{ number } as LegalDocument], courses);
  const places = (citations: readonly Cited[]) =>
    sortedPlaces(citations.filter(({ document }) => document === number)).filter(
      ({ article, clause }) => article || clause,
    );
  return coverage!.citedBy.map(({ course, lessons, questions }) => {
    const whole = courses.find(({ slug }) => slug === course.slug)!;
    return {
      course,
      lessons: lessons.map((lesson) => ({
        ...lesson,
        places: places(whole.lessons.find(({ id }) => id === lesson.id)!.citations),
      })),
      questions: questions.map((question) => ({
        ...question,
        places: places(citationsOf(whole.questions.find(({ id }) => id === question.id)!)),
      })),
    };
  });
}

export interface CoverageMatrix {
  columns: { course: { slug: string; title: string }; lesson: { id: string; title: string } }[];
  rows: {
    place: DocumentPlace;
    /** The register asks for it to be taught. */
    listed: boolean;
    /** For each column: does that lesson cite it? */
    lessons: boolean[];
    questions: number;
  }[];
}

/** Clause × lesson × question: every place that is cited or listed, and who teaches and asks about it. */
export function coverageMatrix(document: LegalDocument, courses: readonly CitingCourse[]): CoverageMatrix {
  const of = (citations: readonly Cited[]) => citations.filter((each) => each.document === document.number);
  const columns = courses.flatMap(({ slug, title, lessons }) =>
    lessons
      .filter(({ citations }) => of(citations).length > 0)
      .map(({ id, title: lessonTitle, citations }) => ({
        course: { slug, title },
        lesson: { id, title: lessonTitle },
        keys: new Set(of(citations).map(keyOf)),
        places: of(citations),
      })),
  );
  const asked = courses.flatMap(({ questions }) => questions.map((question) => of(citationsOf(question))));
  const listed = new Set((document.places ?? []).map(keyOf));
  const all = [...(document.places ?? []), ...columns.flatMap(({ places }) => places), ...asked.flat()];
  return {
    columns: columns.map(({ course, lesson }) => ({ course, lesson })),
    rows: sortedPlaces(all).map((place) => {
      const key = keyOf(place);
      return {
        place,
        listed: listed.has(key),
        lessons: columns.map(({ keys }) => keys.has(key)),
        questions: asked.filter((citations) => citations.some((citation) => keyOf(citation) === key)).length,
      };
    }),
  };
}

/** "Điều 14" and "14" are one article, "khoản 2" and "2" one clause; other words for a place stand for themselves. */
export function plainPlace({ article, clause }: DocumentPlace): DocumentPlace {
  const plainArticle = article?.trim().replace(/^điều\s+/iu, "");
  const plainClause = clause?.trim().replace(/^khoản\s+(?=\d)/iu, "");
  return { ...(plainArticle && { article: plainArticle }), ...(plainClause && { clause: plainClause }) };
}

const keyOf = (place: DocumentPlace) => {
  const { article = "", clause = "" } = plainPlace(place);
  return `${article}\n${clause}`;
};

/** Each place once: the document as a whole first, then by article and clause as numbers are counted. */
function sortedPlaces(places: readonly DocumentPlace[]): DocumentPlace[] {
  const byKey = new Map(places.map((place) => [keyOf(place), plainPlace(place)]));
  const order = (a: string | undefined, b: string | undefined) =>
    (a ?? "").localeCompare(b ?? "", "vi", { numeric: true });
  return [...byKey.values()].sort((a, b) => order(a.article, b.article) || order(a.clause, b.clause));
}

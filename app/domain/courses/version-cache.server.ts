import type { Question } from "../assessment/question-types";
import { notFound } from "../problem";
import { testSchema } from "./content-schemas";
import type { CompiledLesson, CourseManifest } from "./course";
import { currentVersionId, currentVersionIds, loadVersion } from "./course-store.server";

/** A published version, as everything at run time reads it. */
export interface CourseVersion {
  id: string;
  courseId: string;
  slug: string;
  number: number;
  contentHash: string;
  publishedAt: Date;
  manifest: CourseManifest;
  lessons: readonly CompiledLesson[];
  lesson(id: string): CompiledLesson | undefined;
  questions: Question[];
  questionsById: ReadonlyMap<string, Question>;
}

const LIMIT = 64;
const QUESTION_DEFAULTS = { marks: 1, critical: false };

// Versions never change, so they are kept for good, also across reloads of modules in development.
const holder = globalThis as typeof globalThis & { chuanMucVersions?: Map<string, Promise<CourseVersion>> };
const versions = () => (holder.chuanMucVersions ??= new Map());

/** A version by its id: read once per process, then from memory. The ones used longest ago make room. */
export function courseVersion(versionId: string): Promise<CourseVersion> {
  const known = versions().get(versionId);
  if (known) {
    versions().delete(versionId);
    versions().set(versionId, known);
    return known;
  }
  const reading = readVersion(versionId);
  versions().set(versionId, reading);
  // What could not be read is asked for again the next time.
  reading.catch(() => versions().delete(versionId));
  if (versions().size > LIMIT) versions().delete(versions().keys().next().value!);
  return reading;
}

async function readVersion(versionId: string): Promise<CourseVersion> {
  const stored = await loadVersion(versionId);
  if (!stored) throw notFound(`course version ${versionId}`);
  const lessons = new Map(stored.lessons.map((lesson) => [lesson.id, lesson]));
  // What older versions do not say yet has its default.
  const test = stored.manifest.test && testSchema.parse(stored.manifest.test);
  const questions = stored.questions.map((question) => ({ ...QUESTION_DEFAULTS, ...question }));
  return {
    ...stored,
    manifest: { ...stored.manifest, test },
    questions,
    lesson: (id) => lessons.get(id),
    questionsById: new Map(questions.map((question) => [question.id, question])),
  };
}

/** The version that new learners of a course get; null when there is no such course. */
export async function currentVersionOf(
  slug: string,
  /** `offered`: null also when the course was taken out of use. */
  which: "all" | "offered" = "all",
): Promise<CourseVersion | null> {
  const id = await currentVersionId(slug, which);
  return id === null ? null : courseVersion(id);
}

/** Of every course; `offered`: of those alone that can be begun. */
export async function currentVersions(which: "all" | "offered" = "all"): Promise<CourseVersion[]> {
  return Promise.all((await currentVersionIds(which)).map(courseVersion));
}

export interface PublishedCourse {
  slug: string;
  title: string;
  summary: string;
  /** Reading time of all its lessons. */
  minutes: number;
}

/** What can be begun and assigned. */
export async function listPublishedCourses(): Promise<PublishedCourse[]> {
  return (await currentVersions("offered")).map(({ slug, manifest }) => ({
    slug,
    title: manifest.title,
    summary: manifest.summary,
    minutes: manifest.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
  }));
}

/** For tests that empty the database. */
export function forgetVersions(): void {
  versions().clear();
}

/** What training officers see of the published courses. */
import type { TopicOverview } from "../assessment/bank-overview";
import type { ContentProblem } from "./content-problem";
import type { DraftNotice } from "./drafts/working-course";
import type { CompiledLesson, CourseManifest, LessonOutline } from "./course";

export interface LibraryEntry {
  slug: string;
  title: string;
  summary: string;
  /** null: never published, because its files have errors. */
  version: { number: number; hash: string; publishedAt: Date } | null;
  lessons: number;
  questions: { ready: number; total: number };
  /** Of the last check. */
  problems: number;
  refused: boolean;
  /** Nobody begins it any more. */
  unpublished: boolean;
}

export interface LibraryCourse {
  manifest: CourseManifest;
  version: { number: number; hash: string; publishedAt: Date };
  reviewOverdue: boolean;
  lessons: (LessonOutline & { situations: number; checks: number })[];
  topics: TopicOverview[];
  versions: { number: number; hash: string; publishedAt: Date; changeNote: string | null; current: boolean }[];
  /** The draft that is open. */
  draft: DraftNotice;
  /** The version in use was made in the browser, and the folder in `content/` is still another one. */
  changedInBrowser: boolean;
  /** Since when and why nobody begins it any more; null while it is offered. */
  unpublished: { at: Date; byName: string; reason: string } | null;
  problems: ContentProblem[];
}

export interface LessonPreview {
  course: { slug: string; title: string };
  lesson: CompiledLesson;
  number: number;
  lessonsInAll: number;
  minutes: number;
  previous: { id: string; title: string } | null;
  next: { id: string; title: string } | null;
  /** Of the frame in which an item of a SCORM package is looked at; nothing of it is kept. */
  playedAt?: string;
}

/** How many characters of a content hash are shown. */
export const SHORT_HASH = 10;
export const shortHash = (hash: string) => hash.slice(0, SHORT_HASH);

/** The lesson's neighbours in the outline of its course. */
export function lessonPreview(manifest: CourseManifest, lesson: CompiledLesson): LessonPreview {
  const index = manifest.lessons.findIndex(({ id }) => id === lesson.id);
  return {
    course: { slug: manifest.slug, title: manifest.title },
    lesson,
    number: index + 1,
    lessonsInAll: manifest.lessons.length,
    minutes: lesson.minutes,
    previous: manifest.lessons[index - 1] ?? null,
    next: manifest.lessons[index + 1] ?? null,
  };
}

/** Situations and checks of a compiled lesson. */
export function activitiesOf(lesson: CompiledLesson): { situations: number; checks: number } {
  const html = lesson.segments.map((segment) => (segment.kind === "html" ? segment.html : "")).join("");
  return {
    situations: html.split('<section class="tinh-huong"').length - 1,
    checks: lesson.segments.filter(({ kind }) => kind === "check").length,
  };
}

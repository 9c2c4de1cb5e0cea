import { sizeOf } from "~/platform/files/stored-file";
import type { Question } from "../assessment/question-types";
import type { DocumentRegister } from "../documents/document";
import type { CheckedCourse } from "./check/check-course";
import type { PackageLesson } from "./check/check-package";
import type { CourseFile } from "./content-schemas";
import type { CompiledLesson, CourseManifest } from "./course";
import { sha256 } from "./content-hash.server";
import { mediaAddress } from "./media/media-address";
import { compileLesson } from "./lesson/compile-lesson.server";
import { withCompiler } from "./lesson/compiler-process.server";

export interface CompiledCourse {
  manifest: CourseManifest;
  lessons: CompiledLesson[];
  questions: Question[];
}

/** Lessons by their ids that need not be compiled again: `reusableLessons` says which. */
export type ReadyLessons = ReadonlyMap<string, CompiledLesson>;

/** Is told after each lesson how many of how many are ready. */
export type LessonProgress = (done: number, inAll: number) => Promise<void> | void;

/** A course without errors, as everything that a version holds beside its files. */
export async function compileCourse(
  checked: CheckedCourse,
  register: DocumentRegister,
  ready: ReadyLessons = new Map(),
  progress?: LessonProgress,
): Promise<CompiledCourse> {
  const { course, test, topics, questions } = checked;
  const written = checked.lessons.every(({ frontMatter }) => ready.has(frontMatter.id))
    ? checked.lessons.map(({ frontMatter }) => ready.get(frontMatter.id)!)
    : await withCompiler(() => compileLessons(checked, register, ready, progress));
  const lessons = [...written, ...checked.packaged.map((item) => playedLesson(item, course))];
  const required = [...checked.lessons, ...checked.packaged].map((each) => each.required);
  const manifest: CourseManifest = {
    ...course,
    lessons: lessons.map(({ id, title, summary, minutes, words, scorm }, index) => ({
      id,
      title,
      summary,
      required: required[index]!,
      minutes,
      words,
      ...(scorm && { scorm: true as const }),
    })),
    test,
    topics,
  };
  return { manifest, lessons, questions };
}

/** An item of a SCORM package: nothing to compile, its own pages are played. */
function playedLesson(item: PackageLesson, course: CourseFile): CompiledLesson {
  const { id, title, minutes, launch, kind, masteryScore, launchData } = item;
  const { reviewedOn, reviewedBy, reviewAgainBy } = course;
  return {
    id,
    title,
    summary: "",
    objectives: [],
    legalBasis: [],
    reviewedOn,
    reviewedBy,
    reviewAgainBy,
    minutes,
    words: 0,
    headings: [],
    segments: [],
    scorm: { launch, kind, masteryScore, launchData },
  };
}

async function compileLessons(
  { source, lessons }: CheckedCourse,
  register: DocumentRegister,
  ready: ReadyLessons,
  progress: LessonProgress | undefined,
): Promise<CompiledLesson[]> {
  const imageAddress = (path: string) => mediaAddress({ path, sha256: sha256(source.files.get(path)!) });
  const fileSize = (path: string) => sizeOf(source.files.get(path)!);
  const compiled: CompiledLesson[] = [];
  // One after the other: the machine has other things to do, and a lesson takes some 30 ms.
  for (const lesson of lessons) {
    const input = { lesson, register, imageAddress, fileSize };
    compiled.push(ready.get(lesson.frontMatter.id) ?? (await compileLesson(input)));
    await progress?.(compiled.length, lessons.length);
  }
  return compiled;
}

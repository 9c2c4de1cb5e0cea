import type { Question } from "../assessment/question-types";
import type { DocumentRegister } from "../documents/document";
import type { CheckedCourse } from "./check/check-course";
import type { CompiledLesson, CourseManifest } from "./course";
import { sha256 } from "./content-hash.server";
import { compileLesson } from "./lesson/compile-lesson.server";
import { withCompiler } from "./lesson/compiler-process.server";

export interface CompiledCourse {
  manifest: CourseManifest;
  lessons: CompiledLesson[];
  questions: Question[];
}

/** Images of published lessons live under this address, by the hash of their bytes. */
export const MEDIA_ROOT = "/media";

/** Lessons by their ids that need not be compiled again: `reusableLessons` says which. */
export type ReadyLessons = ReadonlyMap<string, CompiledLesson>;

/** A course without errors, as everything that a version holds beside its files. */
export async function compileCourse(
  checked: CheckedCourse,
  register: DocumentRegister,
  ready: ReadyLessons = new Map(),
): Promise<CompiledCourse> {
  const { course, test, topics, questions } = checked;
  const lessons = checked.lessons.every(({ frontMatter }) => ready.has(frontMatter.id))
    ? checked.lessons.map(({ frontMatter }) => ready.get(frontMatter.id)!)
    : await withCompiler(() => compileLessons(checked, register, ready));
  const manifest: CourseManifest = {
    ...course,
    lessons: lessons.map(({ id, title, summary, minutes, words }, index) => ({
      id,
      title,
      summary,
      required: checked.lessons[index]!.required,
      minutes,
      words,
    })),
    test,
    topics,
  };
  return { manifest, lessons, questions };
}

async function compileLessons(
  { source, lessons }: CheckedCourse,
  register: DocumentRegister,
  ready: ReadyLessons,
): Promise<CompiledLesson[]> {
  const imageAddress = (path: string) =>
    `${MEDIA_ROOT}/${sha256(source.files.get(path)!)}/${path.slice("media/".length)}`;
  const fileSize = (path: string) => source.files.get(path)!.byteLength;
  const compiled: CompiledLesson[] = [];
  // One after the other: the machine has other things to do, and a lesson takes some 30 ms.
  for (const lesson of lessons) {
    compiled.push(
      ready.get(lesson.frontMatter.id) ?? (await compileLesson({ lesson, register, imageAddress, fileSize })),
    );
  }
  return compiled;
}

import { type DocumentRegister, documentsOf } from "../documents/document";
import type { CheckedCourse } from "./check/check-course";
import type { ReadyLessons } from "./compile-course.server";
import { contentHash } from "./content-hash.server";
import type { CompiledLesson } from "./course";
import { courseSource, sameBytes, type CourseFiles } from "./course-source";

export interface EarlierVersion {
  slug: string;
  contentHash: string;
  files: CourseFiles;
  lessons: readonly CompiledLesson[];
}

/**
 * The compiled lessons of an earlier version that are right for these files too. Its hash tells all that they were made from:
 * when the same files come to the same hash today, compiler and names of documents are the same, and then a lesson with the
 * same bytes among the same images is the same lesson.
 */
export function reusableLessons(input: {
  checked: CheckedCourse;
  register: DocumentRegister;
  earlier: EarlierVersion;
}): ReadyLessons {
  const { checked, register, earlier } = input;
  const numbers = earlier.lessons.flatMap(({ citations = [] }) => citations.map(({ document }) => document));
  const hash = contentHash(courseSource(earlier.slug, earlier.files), documentsOf(numbers, register));
  if (hash !== earlier.contentHash || !sameMedia(checked.source.files, earlier.files)) return new Map();
  const compiled = new Map(earlier.lessons.map((lesson) => [lesson.id, lesson]));
  return new Map(
    checked.lessons.flatMap(({ frontMatter: { id } }, index) => {
      const path = `lessons/${checked.course.lessons[index]!.file}.mdx`;
      const lesson = compiled.get(id);
      return lesson && sameBytes(checked.source.files.get(path), earlier.files.get(path))
        ? [[id, lesson] as const]
        : [];
    }),
  );
}

function sameMedia(a: CourseFiles, b: CourseFiles): boolean {
  const paths = [...a.keys(), ...b.keys()].filter((path) => path.startsWith("media/"));
  return paths.every((path) => sameBytes(a.get(path), b.get(path)));
}

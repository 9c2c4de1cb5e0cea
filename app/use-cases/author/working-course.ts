import { parseQuestion } from "~/domain/assessment/question-types";
import { testSchema } from "~/domain/courses/content-schemas";
import { type CheckedBanks, checkBanks } from "~/domain/courses/check/check-bank";
import { checkCourse, type CourseCheck } from "~/domain/courses/check/check-course";
import type { TestPolicy } from "~/domain/courses/course";
import { type CourseFiles, courseSource } from "~/domain/courses/course-source";
import { findCourse } from "~/domain/courses/course-store.server";
import { COURSE_FILE, readOutline, readSettings } from "~/domain/courses/drafts/course-yaml";
import type { Draft } from "~/domain/courses/drafts/draft";
import { findOpenDraft, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { readHead } from "~/domain/courses/drafts/lesson-file";
import { lessonIdOf, lessonPathOf } from "~/domain/courses/drafts/outline";
import { hashesOfDraft, hashesOfVersion, standOf } from "~/domain/courses/drafts/shelf-store.server";
import type { WorkingCourse } from "~/domain/courses/drafts/working-course";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { editableYaml } from "~/domain/courses/yaml-text";
import type { DocumentRegister } from "~/domain/documents/document";
import { listDocuments } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";

/** The course as its pages in the studio show it: the open draft, or the version in use when none is open. */
export async function workingCourse(slug: string): Promise<WorkingCourse> {
  const [draft, version] = await Promise.all([findOpenDraft(db, slug), currentVersionOf(slug)]);
  if (draft) return workingDraft(draft, version?.number ?? null);
  if (!version) throw notFound(`course ${slug}`);
  const hashes = await hashesOfVersion(db, version.id);
  return {
    slug,
    title: version.manifest.title,
    courseId: version.courseId,
    number: version.number,
    draft: null,
    test: version.manifest.test,
    topics: version.manifest.topics,
    questions: version.questions,
    lessons: version.manifest.lessons.map(({ id, title }) => ({ id, title })),
    problems: [],
    stands: { test: standOf(hashes, "test"), bank: standOf(hashes, "bank") },
  };
}

async function workingDraft(draft: Draft, number: number | null): Promise<WorkingCourse> {
  const { slug, id } = draft;
  const [files, documents, hashes, course] = await Promise.all([
    loadDraftFiles(db, id),
    listDocuments(db),
    hashesOfDraft(db, id),
    findCourse(db, slug),
  ]);
  // With the statuses as entered: which document has expired by now is said where the whole draft is checked.
  const register = new Map(documents.map((document) => [document.number, document]));
  const main = fileText(files, COURSE_FILE);
  const lessons = (readOutline(main) ?? []).map(({ file }) => ({
    id: lessonIdOf(file),
    title: readHead(fileText(files, lessonPathOf(file))).title ?? lessonIdOf(file),
  }));
  const banks = readBanks(slug, files, register, lessons);
  return {
    slug,
    title: readSettings(main).title || slug,
    courseId: course?.id ?? null,
    number,
    draft,
    test: readTest(files),
    topics: banks.topics,
    questions: banks.questions,
    lessons,
    problems: banks.problems,
    stands: { test: standOf(hashes, "test"), bank: standOf(hashes, "bank") },
  };
}

export const fileText = (files: CourseFiles, path: string): string => new TextDecoder().decode(files.get(path));

/** The banks as far as they can be read, whatever is wrong with the rest of the course. */
export function readBanks(
  slug: string,
  files: CourseFiles,
  register: DocumentRegister,
  lessons: readonly { id: string }[],
): CheckedBanks {
  const lessonIds = lessons.map(({ id }) => id);
  return checkBanks({ source: courseSource(slug, files), parseQuestion, register, lessonIds });
}

/** The rules of the test, where the file can be read; what is wrong with it the checks say. */
export function readTest(files: CourseFiles): TestPolicy | null {
  const read = testSchema.safeParse(editableYaml(fileText(files, "test.yaml"))?.toJS());
  return read.success ? (read.data as TestPolicy) : null;
}

export function checkFilesOf(input: {
  slug: string;
  files: CourseFiles;
  register: DocumentRegister;
  now: Date;
}): CourseCheck {
  const { slug, files, register, now } = input;
  return checkCourse({ source: courseSource(slug, files), register, parseQuestion, today: localDay(now) });
}

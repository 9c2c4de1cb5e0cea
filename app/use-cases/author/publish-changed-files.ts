import { parseQuestion } from "~/domain/assessment/question-types";
import type { Actor } from "~/domain/audit/audit-event";
import { checkCourse } from "~/domain/courses/check/check-course";
import { type ContentProblem, isError } from "~/domain/courses/content-problem";
import { type CourseFiles, courseSource, sameFiles } from "~/domain/courses/course-source";
import { type CourseRecord, findCourse } from "~/domain/courses/course-store.server";
import { loadFiles, type PublishedVersion } from "~/domain/courses/publish-store.server";
import type { DocumentRegister } from "~/domain/documents/document";
import { listDocuments } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { type Db, db } from "~/platform/db.server";
import { makeVersion } from "../system/make-version";

/** Path → new bytes; null takes the file away. */
export type ChangedFiles = ReadonlyMap<string, Uint8Array | null>;

export type ChangedFilesAnswer =
  | { kind: "published"; number: number; restored: boolean }
  | { kind: "unchanged"; number: number }
  /** Somebody published since the form was opened. */
  | { kind: "refused"; reason: "overtaken"; number: number }
  | { kind: "refused"; reason: "problems"; problems: ContentProblem[] };

export interface OpenCourse {
  course: CourseRecord & { currentVersionId: string; currentNumber: number };
  files: CourseFiles;
  register: DocumentRegister;
}

/** The files of the version that learners get now, to be changed. */
export async function openCourse(slug: string): Promise<OpenCourse> {
  const course = await findCourse(db, slug);
  const { currentVersionId, currentNumber } = course ?? {};
  if (!course || !currentVersionId || !currentNumber) throw notFound(`course ${slug}`);
  const [files, documents] = await Promise.all([
    loadFiles(db, { courseId: course.id, versionId: currentVersionId }),
    listDocuments(db),
  ]);
  const register = new Map(documents.map((document) => [document.number, document]));
  return { course: { ...course, currentVersionId, currentNumber }, files, register };
}

/**
 * Publishes a course with some of its files changed, through the checks and the compiler that a folder goes through. Who is under
 * way stays on the version that they began with.
 */
export async function publishChangedFiles(input: {
  actor: Actor;
  slug: string;
  /** Number of the version that the form was filled in for. */
  over: number;
  change: (files: CourseFiles) => ChangedFiles;
  changeNote: string | null;
  /** What belongs to the same change and is written with it. */
  alongside?: (tx: Db, made: PublishedVersion) => Promise<void>;
  now: Date;
}): Promise<ChangedFilesAnswer> {
  const { actor, slug, over, changeNote, alongside, now } = input;
  const { course, files, register } = await openCourse(slug);
  if (course.currentNumber !== over) return { kind: "refused", reason: "overtaken", number: course.currentNumber };
  const changed = withChanges(files, input.change(files));
  if (sameFiles(files, changed)) return { kind: "unchanged", number: over };
  const source = courseSource(slug, changed);
  const check = checkCourse({ source, register, parseQuestion, today: localDay(now) });
  if (!check.course) return { kind: "refused", reason: "problems", problems: check.problems.filter(isError) };
  const door = { kind: "browser", over: course.currentVersionId } as const;
  const made = await makeVersion({ checked: check.course, register, course, door, actor, changeNote, alongside, now });
  const { number, outcome } = made;
  if (outcome === "unchanged") return { kind: "unchanged", number };
  if (outcome === "published" || outcome === "restored") {
    return { kind: "published", number, restored: outcome === "restored" };
  }
  return { kind: "refused", reason: "overtaken", number };
}

export function withChanges(files: CourseFiles, changes: ChangedFiles): CourseFiles {
  const changed = new Map<string, Uint8Array | null>([...files, ...changes]);
  return new Map([...changed].flatMap(([path, bytes]) => (bytes === null ? [] : [[path, bytes] as const])));
}

import { parseQuestion } from "~/domain/assessment/question-types";
import type { Actor } from "~/domain/audit/audit-event";
import { checkCourse } from "~/domain/courses/check/check-course";
import { type ContentProblem, isError } from "~/domain/courses/content-problem";
import { type CourseFiles, courseSource, sameFiles } from "~/domain/courses/course-source";
import { findCourse } from "~/domain/courses/course-store.server";
import { loadFiles, type PublishedVersion } from "~/domain/courses/publish-store.server";
import { findRegister } from "~/domain/documents/document-store.server";
import { localDay } from "~/domain/time";
import { type Db, db } from "~/platform/db.server";
import type { ChangedFiles } from "~/use-cases/author/files-in-use";
import { makeVersion } from "~/use-cases/system/make-version";

type ChangedFilesAnswer =
  | { kind: "published"; number: number; restored: boolean }
  | { kind: "unchanged"; number: number }
  | { kind: "refused"; reason: "overtaken"; number: number }
  | { kind: "refused"; reason: "problems"; problems: ContentProblem[] };

/** A version made in the browser by the shortest way, for tests of what comes after it: without a draft and its review. */
export async function publishChangedFiles(input: {
  actor: Actor;
  slug: string;
  over: number;
  change: (files: CourseFiles) => ChangedFiles;
  changeNote: string | null;
  alongside?: (tx: Db, made: PublishedVersion) => Promise<void>;
  now: Date;
}): Promise<ChangedFilesAnswer> {
  const { actor, slug, over, changeNote, alongside, now } = input;
  const course = (await findCourse(db, slug))!;
  const versionId = course.currentVersionId!;
  const [files, register] = await Promise.all([
    loadFiles(db, { courseId: course.id, versionId }),
    findRegister(db, localDay(now)),
  ]);
  if (course.currentNumber !== over) return { kind: "refused", reason: "overtaken", number: course.currentNumber! };
  const changed = withChanges(files, input.change(files));
  if (sameFiles(files, changed)) return { kind: "unchanged", number: over };
  const source = courseSource(slug, changed);
  const check = checkCourse({ source, register, parseQuestion, today: localDay(now) });
  if (!check.course) return { kind: "refused", reason: "problems", problems: check.problems.filter(isError) };
  const door = { kind: "browser", over: versionId } as const;
  const made = await makeVersion({ checked: check.course, register, course, door, actor, changeNote, alongside, now });
  const { number, outcome } = made;
  if (outcome === "unchanged") return { kind: "unchanged", number };
  if (outcome === "published" || outcome === "restored") {
    return { kind: "published", number, restored: outcome === "restored" };
  }
  return { kind: "refused", reason: "overtaken", number };
}

function withChanges(files: CourseFiles, changes: ChangedFiles): CourseFiles {
  const changed = new Map<string, Uint8Array | null>([...files, ...changes]);
  return new Map([...changed].flatMap(([path, bytes]) => (bytes === null ? [] : [[path, bytes] as const])));
}

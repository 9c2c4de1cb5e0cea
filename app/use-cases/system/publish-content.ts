import { type Actor, SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { CheckedCourse } from "~/domain/courses/check/check-course";
import type { ContentReport } from "~/domain/courses/check/check-content";
import { compileCourse } from "~/domain/courses/compile-course.server";
import type { CheckedCourseRow } from "~/domain/courses/content-check";
import { insertContentCheck, listContentChecks } from "~/domain/courses/content-check-store.server";
import { contentHash } from "~/domain/courses/content-hash.server";
import type { ContentProblem } from "~/domain/courses/content-problem";
import { findCourse, listVersions, publishVersion } from "~/domain/courses/course-store.server";
import type { DocumentRegister } from "~/domain/documents/document";
import { saveDocuments } from "~/domain/documents/document-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { checkContent } from "./check-content";

export interface PublishReport {
  courses: CheckedCourseRow[];
  /** Slugs of the courses that got a new version, or an old one back. */
  published: string[];
  problems: ContentProblem[];
}

/**
 * Makes what stands in `content/` available: the register of documents, and a version of each course whose files
 * changed. A course with errors keeps the version that it has; the others are not held up by it.
 */
export async function publishContent(input: { contentDir: string; now: Date; actor?: Actor }): Promise<PublishReport> {
  const { now, actor = SYSTEM_ACTOR } = input;
  const report = await checkContent(input);
  await inTransaction((tx) => saveDocuments(tx, report.documents));
  const register: DocumentRegister = new Map(report.documents.map((document) => [document.number, document]));
  const courses: CheckedCourseRow[] = [];
  for (const { folder, title, course } of report.courses) {
    courses.push(course ? await publishCourse({ course, register, actor, now }) : await refusedCourse(folder, title));
  }
  const published = courses
    .filter(({ outcome }) => outcome === "published" || outcome === "restored")
    .map(({ folder }) => folder);
  await noteCheck({ courses, published, report, now });
  return { courses, published, problems: report.problems };
}

async function publishCourse(input: {
  course: CheckedCourse;
  register: DocumentRegister;
  actor: Actor;
  now: Date;
}): Promise<CheckedCourseRow> {
  const { course, register, actor, now } = input;
  const { source } = course;
  const { slug, title } = course.course;
  const hash = contentHash(source, citedDocuments(course, register));
  const before = await findCourse(db, slug);
  if (before?.currentHash === hash) {
    return { folder: source.folder, title, outcome: "unchanged", version: await currentNumber(before.id), hash };
  }
  // Before the transaction: it takes time, and holds no lock meanwhile.
  const compiled = await compileCourse(course, register);
  const version = await inTransaction(async (tx) => {
    const made = await publishVersion(tx, { source, hash, compiled, publishedBy: actor.accountId, now });
    if (made.outcome !== "unchanged") {
      await recordAudit(tx, {
        actor,
        action: "course.published",
        subject: { type: "course", id: made.courseId, label: title },
        before: before?.currentHash ? { contentHash: before.currentHash } : null,
        after: {
          version: made.number,
          contentHash: hash,
          lessons: compiled.lessons.length,
          questions: compiled.questions.length,
        },
        at: now,
      });
    }
    return made;
  });
  return { folder: source.folder, title, outcome: version.outcome, version: version.number, hash };
}

/** The documents that the course names, whose titles stand in its compiled lessons. */
function citedDocuments(course: CheckedCourse, register: DocumentRegister) {
  const numbers = new Set(course.lessons.flatMap((lesson) => lesson.citations.map(({ document }) => document)));
  return [...numbers].flatMap((number) => register.get(number) ?? []);
}

async function refusedCourse(folder: string, title: string): Promise<CheckedCourseRow> {
  const course = await findCourse(db, folder);
  return {
    folder,
    title,
    outcome: "refused",
    version: course && (await currentNumber(course.id)),
    hash: course?.currentHash ?? null,
  };
}

async function currentNumber(courseId: string): Promise<number | null> {
  return (await listVersions(db, courseId)).find(({ current }) => current)?.number ?? null;
}

/** Keeps the result for training officers, unless it says nothing new. */
async function noteCheck(input: {
  courses: CheckedCourseRow[];
  published: string[];
  report: ContentReport;
  now: Date;
}): Promise<void> {
  const { courses, published, report, now } = input;
  const [last] = await listContentChecks(db, { limit: 1 });
  const sameProblems = last && fingerprint(last.problems) === fingerprint(report.problems);
  if (last && sameProblems && published.length === 0) return;
  await insertContentCheck(db, { courses, problems: report.problems, now });
}

// The database gives keys back in another order.
const fingerprint = (problems: readonly ContentProblem[]) =>
  problems.map(({ file, line, column, rule }) => `${file}:${line}:${column}:${rule}`).join("\n");

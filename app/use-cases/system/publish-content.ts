import { type Actor, SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import type { CheckedCourse } from "~/domain/courses/check/check-course";
import type { ContentReport } from "~/domain/courses/check/check-content";
import type { CheckedCourseRow } from "~/domain/courses/content-check";
import { insertContentCheck, listContentChecks } from "~/domain/courses/content-check-store.server";
import { type ContentProblem, problemAt, problemLine, sortProblems } from "~/domain/courses/content-problem";
import { filePath } from "~/domain/courses/course-source";
import { browserLeads, findCourse } from "~/domain/courses/course-store.server";
import { publishedHashes } from "~/domain/courses/media/media-store.server";
import { followFolder } from "~/domain/courses/publish-store.server";
import type { DocumentRegister } from "~/domain/documents/document";
import { findRegister } from "~/domain/documents/document-store.server";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { checkContent } from "./check-content";
import { isWhatFolderWas, keepBrowserVersion } from "./keep-browser-version";
import { hashOf, makeVersion } from "./make-version";
import { documentsOfBrowser, takeDocuments } from "./take-documents";

export interface PublishReport {
  courses: CheckedCourseRow[];
  /** Slugs of the courses that got a new version, or an old one back. */
  published: string[];
  problems: ContentProblem[];
}

/**
 * Makes what stands in `content/` available: the register of documents, and a version of each course whose files
 * changed. A course with errors keeps the version that it has; the others are not held up by it. A course that was changed in the
 * browser keeps that version until its files have come back into the folder.
 */
export async function publishContent(input: { contentDir: string; now: Date; actor?: Actor }): Promise<PublishReport> {
  const { now, actor = SYSTEM_ACTOR } = input;
  const knownMedia = (hashes: readonly string[]) => publishedHashes(db, hashes);
  const report = await checkContent({ ...input, leading: await documentsOfBrowser(), knownMedia });
  const kept = await takeDocuments({ report, actor, now });
  const register = await findRegister(db, localDay(now));
  const made = await publishCourses({ report, register, kept, actor, now });
  await noteCheck({ ...made, now });
  return made;
}

/** The courses of a folder that was checked, with the register that they are checked against, and nothing else. */
export async function publishCourses(input: {
  report: Pick<ContentReport, "courses" | "problems">;
  register: DocumentRegister;
  /** Documents of the folder that the browser leads. */
  kept?: readonly ContentProblem[];
  actor: Actor;
  now: Date;
}): Promise<PublishReport> {
  const { report, register, kept = [], actor, now } = input;
  const courses: CheckedCourseRow[] = [];
  for (const { folder, title, course } of report.courses) {
    courses.push(course ? await publishCourse({ course, register, actor, now }) : await refusedCourse(folder, title));
  }
  const published = courses
    .filter(({ outcome }) => outcome === "published" || outcome === "restored")
    .map(({ folder }) => folder);
  const problems = sortProblems([...report.problems, ...kept, ...(await changedInBrowser(report, courses))]);
  return { courses, published, problems };
}

async function publishCourse(input: {
  course: CheckedCourse;
  register: DocumentRegister;
  actor: Actor;
  now: Date;
}): Promise<CheckedCourseRow> {
  const { course: checked, register, actor, now } = input;
  const { folder } = checked.source;
  const { slug, title } = checked.course;
  const hash = hashOf(checked, register);
  const course = await findCourse(db, slug);
  if (course?.currentVersionId && course.currentHash === hash) {
    await followFolder(db, { courseId: course.id, versionId: course.currentVersionId });
    return { folder, title, outcome: "unchanged", version: course.currentNumber, hash };
  }
  if (course && browserLeads(course)) return keptCourse({ folder, register, now });
  const made = await makeVersion({ checked, register, course, door: { kind: "folder" }, actor, now });
  // Somebody published in the browser this very moment.
  if (made.outcome === "kept" || made.outcome === "overtaken") return keptCourse({ folder, register, now });
  return { folder, title, outcome: made.outcome, version: made.number, hash };
}

async function keptCourse(input: { folder: string; register: DocumentRegister; now: Date }): Promise<CheckedCourseRow> {
  const kept = await keepBrowserVersion({ slug: input.folder, register: input.register, now: input.now });
  return { folder: input.folder, title: kept.title, outcome: "kept", version: kept.number, hash: kept.hash };
}

async function refusedCourse(folder: string, title: string): Promise<CheckedCourseRow> {
  const course = await findCourse(db, folder);
  const { currentNumber = null, currentHash = null } = course ?? {};
  return { folder, title, outcome: "refused", version: currentNumber, hash: currentHash };
}

/** What the folder says beside a version of the browser, unless it is only what that version came from. */
async function changedInBrowser(
  report: Pick<ContentReport, "courses">,
  rows: readonly CheckedCourseRow[],
): Promise<ContentProblem[]> {
  const problems: ContentProblem[] = [];
  for (const { course } of report.courses) {
    const row = rows.find(({ folder }) => folder === course?.source.folder);
    if (!course || row?.outcome !== "kept") continue;
    if (await isWhatFolderWas(course)) continue;
    const file = filePath(course.source, "course.yaml");
    problems.push(problemAt(file, null, "course-changed-in-browser", { number: row.version ?? 0 }, "warning"));
  }
  return problems;
}

/** Keeps the result for training officers, unless it says nothing new. */
async function noteCheck(input: {
  courses: CheckedCourseRow[];
  published: string[];
  problems: ContentProblem[];
  now: Date;
}): Promise<void> {
  const { courses, published, problems, now } = input;
  const [last] = await listContentChecks(db, { limit: 1 });
  const sameProblems = last && fingerprint(last.problems) === fingerprint(problems);
  if (last && sameProblems && published.length === 0) return;
  await insertContentCheck(db, { courses, problems, now });
}

// In words: the database gives keys back in another order.
const fingerprint = (problems: readonly ContentProblem[]) =>
  problems.map((problem) => problemLine(problem, "vi")).join("\n");

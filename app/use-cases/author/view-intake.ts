import { parseQuestion } from "~/domain/assessment/question-types";
import { type Actor, actorOf } from "~/domain/audit/audit-event";
import type { Viewer } from "~/domain/auth/permissions";
import { checkCourse } from "~/domain/courses/check/check-course";
import { sha256 } from "~/domain/courses/content-hash.server";
import { type ContentProblem, isError, sortProblems } from "~/domain/courses/content-problem";
import { type CourseRecord, findCourse } from "~/domain/courses/course-store.server";
import { courseSource, type CourseFiles } from "~/domain/courses/course-source";
import type { Draft } from "~/domain/courses/drafts/draft";
import { findOpenDraft, listDraftFiles, loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { type Archive, ARCHIVE_LIMIT_MB, readArchive } from "~/domain/courses/intake/archive.server";
import {
  changesBetween,
  isNoCourseFile,
  type IntakePlan,
  type IntakeView,
  type PackageFacts,
} from "~/domain/courses/intake/intake-plan";
import {
  deleteArchive,
  findArchive,
  insertArchive,
  listWaitingArchives,
  type StoredArchive,
} from "~/domain/courses/intake/intake-store.server";
import { courseWithPackage } from "~/domain/courses/intake/package-course";
import { checkMedia } from "~/domain/courses/media/check-media.server";
import { storeMedia } from "~/domain/courses/media/media-files.server";
import { isMedia } from "~/domain/courses/media/media-kind";
import { publishedHashes } from "~/domain/courses/media/media-store.server";
import { loadFiles } from "~/domain/courses/publish-store.server";
import { findRegister } from "~/domain/documents/document-store.server";
import { foldName } from "~/domain/organization/names";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { type Db, db } from "~/platform/db.server";

export async function viewIntakeStart() {
  return { waiting: await listWaitingArchives(db), limitMb: ARCHIVE_LIMIT_MB };
}

export type ArchiveUpload =
  { kind: "stored"; id: string } | { kind: "refused"; reason: "empty" } | { kind: "refused"; reason: "too-large" };

/** Keeps a zip file for its trial run. Nothing of it becomes part of a course or a draft yet. */
export async function uploadArchive(input: {
  viewer: Viewer;
  fileName: string;
  bytes: Uint8Array;
  now: Date;
}): Promise<ArchiveUpload> {
  const { viewer, fileName, bytes, now } = input;
  if (bytes.length === 0) return { kind: "refused", reason: "empty" };
  if (bytes.length > ARCHIVE_LIMIT_MB * 1024 * 1024) return { kind: "refused", reason: "too-large" };
  const actor: Actor = actorOf(viewer);
  return { kind: "stored", id: await insertArchive(db, { fileName, bytes, actor, now }) };
}

interface OpenedArchive {
  stored: StoredArchive;
  archive: Archive;
  /** What is wrong with the content of its pictures, films and attachments. */
  mediaProblems: ContentProblem[];
}

/** A zip file that waits, read. Its media lie in the file store then, unless there is a fault in one; unused, they are swept away. */
export async function openArchive(id: string): Promise<OpenedArchive> {
  const stored = await storedArchive(id);
  const archive = readArchive(stored.bytes);
  if (archive.kind !== "course") return { stored, archive, mediaProblems: [] };
  const hashes = [...archive.files].filter(([path]) => isMedia(path)).map(([, bytes]) => sha256(bytes));
  const source = courseSource(archive.slug, archive.files);
  const mediaProblems = await checkMedia(source, await publishedHashes(db, hashes));
  if (mediaProblems.some(isError)) return { stored, archive, mediaProblems };
  return { stored, archive: { ...archive, files: await storeMedia(archive.files) }, mediaProblems };
}

async function storedArchive(id: string): Promise<StoredArchive> {
  const stored = await findArchive(db, id);
  if (!stored) throw notFound(`content import ${id}`);
  return stored;
}

/** The trial run: what the zip would become. Nothing is written. */
export async function viewIntake(input: { id: string; facts?: PackageFacts | null; now: Date }): Promise<IntakeView> {
  const { stored, archive, mediaProblems } = await openArchive(input.id);
  const { id, fileName, uploadedAt, uploadedByName, appliedAt } = stored;
  const about = { id, fileName, uploadedAt, uploadedByName, appliedAt };
  if (archive.kind === "refused") return { ...about, content: archive };
  if (archive.kind === "course") {
    const { plan } = await planIntake(db, { ...archive, mediaProblems, facts: null, now: input.now });
    return { ...about, content: { kind: "course", plan } };
  }
  const { title, items } = archive.manifest;
  const facts = input.facts ?? proposedFacts(title, items.length);
  const { plan } = await planIntake(db, {
    ...archive,
    mediaProblems,
    slug: facts.slug,
    title: facts.title,
    facts,
    now: input.now,
  });
  return { ...about, content: { kind: "package", plan, facts, items: items.map((item) => item.title) } };
}

export async function discardArchive(id: string): Promise<{ fileName: string }> {
  const stored = await storedArchive(id);
  await deleteArchive(db, id);
  return { fileName: stored.fileName };
}

function proposedFacts(title: string, items: number): PackageFacts {
  const slug = foldName(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  const empty = { summary: "", audience: "", reviewedBy: "" };
  return { slug: slug || "khoa-hoc-scorm", title, ...empty, minutes: Math.min(600, items * 15), required: true };
}

/** What a zip goes over, and what comes of it: the same reading for the trial run and, within its transaction, for the taking over. */
export async function planIntake(
  on: Db,
  input: {
    slug: string;
    title: string;
    files: CourseFiles;
    mediaProblems: ContentProblem[];
    facts: PackageFacts | null;
    now: Date;
  },
): Promise<{ plan: IntakePlan; files: CourseFiles; course: CourseRecord | null; draft: Draft | null }> {
  const { slug, facts, mediaProblems, now } = input;
  const today = localDay(now);
  const [course, draft, register] = await Promise.all([
    findCourse(on, slug),
    findOpenDraft(on, slug),
    findRegister(on, today),
  ]);
  const before = draft ? await loadDraftFiles(on, draft.id) : await currentFiles(on, course);
  const files = facts ? courseWithPackage({ before, package: input.files, facts, now }) : input.files;
  const check = checkCourse({ source: courseSource(slug, files), register, parseQuestion, today });
  const { title } = check;
  const problems = sortProblems([...check.problems, ...mediaProblems]);
  const plan: IntakePlan = {
    slug,
    title: title === slug ? input.title : title,
    over: draft
      ? { kind: "draft", state: draft.state, by: draft.createdByName }
      : course?.currentNumber
        ? { kind: "version", number: course.currentNumber }
        : { kind: "nothing" },
    seen: await seenState(on, course, draft),
    ...changesBetween(before, files),
    problems,
    blocked: problems.some(isNoCourseFile) || mediaProblems.some(isError),
  };
  return { plan, files, course, draft };
}

async function currentFiles(on: Db, course: CourseRecord | null): Promise<CourseFiles> {
  if (!course?.currentVersionId) return new Map();
  return loadFiles(on, { courseId: course.id, versionId: course.currentVersionId });
}

async function seenState(on: Db, course: CourseRecord | null, draft: Draft | null): Promise<string> {
  if (!draft) return `version ${course?.currentVersionId ?? "none"}`;
  const notes = await listDraftFiles(on, draft.id);
  const lines = notes.map(({ path, revision }) => `${path} ${revision}`).join("\n");
  return `draft ${draft.id} ${draft.state} ${sha256(new TextEncoder().encode(lines))}`;
}

import { type Db, type Prisma } from "~/platform/db.server";
import type { CompiledCourse } from "./compile-course.server";
import { fileColumns, fileOfRow } from "./file-columns.server";
import { browserLeads } from "./course-store.server";
import type { CourseFiles, CourseSource } from "./course-source";

/**
 * Through which door a version comes. `folder`: from `content/`; it never replaces a version that was made in the browser.
 * `browser`: over the version that was current when the form was opened, and over no other; null when there was none, and the
 * course is published for the first time.
 */
export type Door = { kind: "folder" } | { kind: "browser"; over: string | null };

/** `kept`: the folder says something else than the browser, which leads. `overtaken`: somebody published meanwhile. */
export type PublishOutcome = "published" | "restored" | "unchanged" | "kept" | "overtaken";

export interface PublishedVersion {
  courseId: string;
  versionId: string;
  number: number;
  outcome: PublishOutcome;
}

export interface NewVersion {
  source: CourseSource;
  hash: string;
  compiled: CompiledCourse;
  publishedBy: string | null;
  changeNote: string | null;
  door: Door;
  now: Date;
}

/**
 * Makes files a version, once: processes that publish the same course wait for each other, and who comes second finds
 * the work done. Files that were published before bring their version back.
 */
export async function publishVersion(tx: Prisma.TransactionClient, input: NewVersion): Promise<PublishedVersion> {
  const { hash, compiled, door, now } = input;
  const { slug, title } = compiled.manifest;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`course:${slug}`}, 0))`;
  const course = await tx.course.upsert({
    where: { slug },
    create: { slug, title, createdAt: now, begunInBrowser: door.kind === "browser" },
    update: {},
    include: { versions: { select: { id: true, number: true, contentHash: true } } },
  });
  const { currentVersionId } = course;
  const current = course.versions.find(({ id }) => id === currentVersionId);
  const known = course.versions.find(({ contentHash }) => contentHash === hash);
  const stays = (outcome: PublishOutcome) => ({
    courseId: course.id,
    versionId: current!.id,
    number: current!.number,
    outcome,
  });
  if (door.kind === "browser" && door.over !== currentVersionId) return stays("overtaken");
  if (known && known.id === currentVersionId) {
    if (door.kind === "folder") await followFolder(tx, { courseId: course.id, versionId: known.id });
    return stays("unchanged");
  }
  if (door.kind === "folder" && browserLeads(course)) return stays("kept");
  const number = known?.number ?? Math.max(0, ...course.versions.map((version) => version.number)) + 1;
  const versionId = known?.id ?? (await insertVersion(tx, { ...input, courseId: course.id, number }));
  // The browser's first version is made over one that the folder was.
  const filesVersionId = door.kind === "folder" ? versionId : (course.filesVersionId ?? door.over);
  await tx.course.update({
    where: { id: course.id },
    data: { currentVersionId: versionId, filesVersionId, title },
    select: { id: true },
  });
  return { courseId: course.id, versionId, number, outcome: known ? "restored" : "published" };
}

/** The folder was seen to be the current version: from here on it leads. */
export async function followFolder(db: Db, input: { courseId: string; versionId: string }): Promise<void> {
  const { courseId, versionId } = input;
  await db.course.updateMany({
    where: { id: courseId, currentVersionId: versionId },
    data: { filesVersionId: versionId },
  });
}

/** The files of a version of a course, as they were published; media stand as `StoredFile`. */
export async function loadFiles(db: Db, input: { courseId: string; versionId: string }): Promise<CourseFiles> {
  const files = await db.courseFile.findMany({
    where: { versionId: input.versionId, version: { courseId: input.courseId } },
    orderBy: { path: "asc" },
    select: { path: true, sha256: true, size: true, bytes: true },
  });
  return new Map(files.map((file) => [file.path, fileOfRow(file)]));
}

async function insertVersion(db: Db, version: NewVersion & { courseId: string; number: number }): Promise<string> {
  const { source, compiled } = version;
  const { id } = await db.courseVersion.create({
    data: {
      courseId: version.courseId,
      number: version.number,
      contentHash: version.hash,
      manifest: compiled.manifest as unknown as Prisma.InputJsonObject,
      changeNote: version.changeNote,
      publishedAt: version.now,
      publishedBy: version.publishedBy,
    },
    select: { id: true },
  });
  await db.courseFile.createMany({
    data: [...source.files].map(([path, bytes]) => ({ versionId: id, path, ...fileColumns(bytes) })),
  });
  await db.lessonVersion.createMany({
    data: compiled.lessons.map((lesson, position) => ({
      versionId: id,
      lessonId: lesson.id,
      position,
      compiled: lesson as unknown as Prisma.InputJsonObject,
    })),
  });
  await db.questionVersion.createMany({
    data: compiled.questions.map((question, position) => ({
      versionId: id,
      questionId: question.id,
      position,
      topic: question.topic,
      type: question.type,
      content: question as unknown as Prisma.InputJsonObject,
    })),
  });
  return id;
}

/** The files of a version by their hashes. */
export async function listFileHashes(db: Db, versionId: string): Promise<{ path: string; sha256: string }[]> {
  return db.courseFile.findMany({
    where: { versionId },
    select: { path: true, sha256: true },
    orderBy: { path: "asc" },
  });
}

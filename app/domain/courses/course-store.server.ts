import { type Db, type Prisma, query } from "~/platform/db.server";
import type { Question } from "../assessment/question-types";
import type { CompiledCourse } from "./compile-course.server";
import { sha256 } from "./content-hash.server";
import type { CompiledLesson, CourseManifest } from "./course";
import type { CourseSource } from "./course-source";

export interface CourseRecord {
  id: string;
  slug: string;
  title: string;
  currentVersionId: string | null;
  /** Content hash of the version that new learners get. */
  currentHash: string | null;
}

export async function findCourse(db: Db, slug: string): Promise<CourseRecord | null> {
  const course = await db.course.findUnique({
    where: { slug },
    include: { currentVersion: { select: { contentHash: true } } },
  });
  if (!course) return null;
  const { id, title, currentVersionId, currentVersion } = course;
  return { id, slug, title, currentVersionId, currentHash: currentVersion?.contentHash ?? null };
}

export type PublishOutcome = "published" | "restored" | "unchanged";

export interface PublishedVersion {
  courseId: string;
  versionId: string;
  number: number;
  outcome: PublishOutcome;
}

/**
 * Makes files a version, once: processes that publish the same course wait for each other, and who comes second finds
 * the work done. Files that were published before bring their version back.
 */
export async function publishVersion(
  tx: Prisma.TransactionClient,
  input: { source: CourseSource; hash: string; compiled: CompiledCourse; publishedBy: string | null; now: Date },
): Promise<PublishedVersion> {
  const { source, hash, compiled, now } = input;
  const { slug, title } = compiled.manifest;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`course:${slug}`}, 0))`;
  const course = await tx.course.upsert({
    where: { slug },
    create: { slug, title, createdAt: now },
    update: {},
    include: { versions: { select: { id: true, number: true, contentHash: true } } },
  });
  const known = course.versions.find((version) => version.contentHash === hash);
  if (known && known.id === course.currentVersionId) {
    return { courseId: course.id, versionId: known.id, number: known.number, outcome: "unchanged" };
  }
  const number = known?.number ?? Math.max(0, ...course.versions.map((version) => version.number)) + 1;
  const versionId = known?.id ?? (await insertVersion(tx, { ...input, courseId: course.id, number }));
  await tx.course.update({ where: { id: course.id }, data: { currentVersionId: versionId, title } });
  const outcome = known ? "restored" : "published";
  return { courseId: course.id, versionId, number, outcome };

  async function insertVersion(
    db: Db,
    version: { courseId: string; number: number; publishedBy: string | null },
  ): Promise<string> {
    const { id } = await db.courseVersion.create({
      data: {
        courseId: version.courseId,
        number: version.number,
        contentHash: hash,
        manifest: compiled.manifest as unknown as Prisma.InputJsonObject,
        publishedAt: now,
        publishedBy: version.publishedBy,
      },
      select: { id: true },
    });
    await db.courseFile.createMany({
      data: [...source.files].map(([path, bytes]) => ({
        versionId: id,
        path,
        sha256: sha256(bytes),
        bytes: new Uint8Array(bytes),
      })),
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
}

export interface StoredVersion {
  id: string;
  courseId: string;
  slug: string;
  number: number;
  contentHash: string;
  publishedAt: Date;
  manifest: CourseManifest;
  lessons: CompiledLesson[];
  questions: Question[];
}

/** A whole version in one statement. Versions never change: ask `courseVersion` of version-cache instead. */
export async function loadVersion(versionId: string): Promise<StoredVersion | null> {
  const rows = await query<StoredVersion>(
    "course-version",
    `select v.id, v.course_id as "courseId", c.slug, v.number, v.content_hash as "contentHash",
            v.published_at as "publishedAt", v.manifest,
            (select coalesce(json_agg(l.compiled order by l.position), '[]') from lesson_version l where l.version_id = v.id) as lessons,
            (select coalesce(json_agg(q.content order by q.position), '[]') from question_version q where q.version_id = v.id) as questions
       from course_version v join course c on c.id = v.course_id
      where v.id = $1::uuid`,
    [versionId],
  );
  return rows[0] ?? null;
}

/** The id of the version that new learners of a course get. */
export async function currentVersionId(slug: string): Promise<string | null> {
  const rows = await query<{ id: string | null }>(
    "course-current",
    "select current_version_id as id from course where slug = $1",
    [slug],
  );
  return rows[0]?.id ?? null;
}

export async function currentVersionIds(): Promise<string[]> {
  const rows = await query<{ id: string }>(
    "courses-current",
    "select current_version_id as id from course where current_version_id is not null order by title, slug",
    [],
  );
  return rows.map(({ id }) => id);
}

export interface VersionSummary {
  id: string;
  number: number;
  contentHash: string;
  publishedAt: Date;
  current: boolean;
}

/** The versions of a course, newest first. */
export async function listVersions(db: Db, courseId: string): Promise<VersionSummary[]> {
  const versions = await db.courseVersion.findMany({
    where: { courseId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, contentHash: true, publishedAt: true, currentOf: { select: { id: true } } },
  });
  return versions.map(({ currentOf, ...version }) => ({ ...version, current: currentOf !== null }));
}

/** An image of any published version, by the hash of its bytes; the name says which type it is. */
export async function findMedia(db: Db, input: { sha256: string; name: string }): Promise<Uint8Array | null> {
  const file = await db.courseFile.findFirst({
    where: { sha256: input.sha256, path: `media/${input.name}` },
    select: { bytes: true },
  });
  return file?.bytes ?? null;
}

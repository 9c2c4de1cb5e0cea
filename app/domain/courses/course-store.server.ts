import { type Db, query } from "~/platform/db.server";
import type { Question } from "../assessment/question-types";
import type { CompiledLesson, CourseManifest } from "./course";

export interface CourseRecord {
  id: string;
  slug: string;
  title: string;
  currentVersionId: string | null;
  /** Content hash of the version that new learners get. */
  currentHash: string | null;
  currentNumber: number | null;
  /** The version that the folder in `content/` was last seen to be. */
  filesVersionId: string | null;
  /** Its first version was made in the browser: no folder led it before. */
  begunInBrowser: boolean;
  /** Since when it is no longer offered; null while it is. */
  unpublishedAt: Date | null;
}

/** Was the version that learners have made in the browser, and not yet brought back into the folder? */
export const browserLeads = ({
  currentVersionId,
  filesVersionId,
  begunInBrowser,
}: Pick<CourseRecord, "currentVersionId" | "filesVersionId" | "begunInBrowser">) =>
  currentVersionId !== null && (filesVersionId === null ? begunInBrowser : currentVersionId !== filesVersionId);

export async function findCourse(db: Db, slug: string): Promise<CourseRecord | null> {
  const course = await db.course.findUnique({
    where: { slug },
    include: { currentVersion: { select: { contentHash: true, number: true } } },
  });
  if (!course) return null;
  const { id, title, currentVersionId, filesVersionId, begunInBrowser, unpublishedAt, currentVersion } = course;
  return {
    id,
    slug,
    title,
    currentVersionId,
    currentHash: currentVersion?.contentHash ?? null,
    currentNumber: currentVersion?.number ?? null,
    filesVersionId,
    begunInBrowser,
    unpublishedAt,
  };
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
export async function currentVersionId(slug: string, which: "all" | "offered"): Promise<string | null> {
  const rows = await query<{ id: string | null }>(
    "course-current",
    "select current_version_id as id from course where slug = $1 and ($2 = 'all' or unpublished_at is null)",
    [slug, which],
  );
  return rows[0]?.id ?? null;
}

/** The current version of every course; `offered` leaves out the courses that were taken out of use. */
export async function currentVersionIds(which: "all" | "offered"): Promise<string[]> {
  const rows = await query<{ id: string }>(
    "courses-current",
    `select current_version_id as id from course
      where current_version_id is not null and ($1 = 'all' or unpublished_at is null) order by title, slug`,
    [which],
  );
  return rows.map(({ id }) => id);
}

/** Why and since when courses are no longer offered, by slug. */
export async function listUnpublished(db: Db): Promise<Map<string, Unpublished>> {
  const rows = await db.course.findMany({
    where: { unpublishedAt: { not: null } },
    select: { slug: true, unpublishedAt: true, unpublishedByName: true, unpublishedReason: true },
  });
  return new Map(
    rows.map(({ slug, unpublishedAt, unpublishedByName, unpublishedReason }) => [
      slug,
      { at: unpublishedAt!, byName: unpublishedByName ?? "", reason: unpublishedReason ?? "" },
    ]),
  );
}

export interface Unpublished {
  at: Date;
  byName: string;
  reason: string;
}

/** Takes a course out of use, or (null) offers it again. False when it was so already. */
export async function setUnpublished(
  tx: Db,
  input: { courseId: string; unpublished: Unpublished | null },
): Promise<boolean> {
  const { courseId: id, unpublished } = input;
  const { count } = await tx.course.updateMany({
    where: { id, unpublishedAt: unpublished ? null : { not: null } },
    data: {
      unpublishedAt: unpublished?.at ?? null,
      unpublishedByName: unpublished?.byName ?? null,
      unpublishedReason: unpublished?.reason ?? null,
    },
  });
  return count === 1;
}

export interface VersionSummary {
  id: string;
  number: number;
  contentHash: string;
  publishedAt: Date;
  /** What was changed and why, where it was made in the browser. */
  changeNote: string | null;
  current: boolean;
}

/** A version of a course by its number; null when the course has none such. */
export async function findVersionId(db: Db, input: { courseId: string; number: number }): Promise<string | null> {
  const version = await db.courseVersion.findUnique({ where: { courseId_number: input }, select: { id: true } });
  return version?.id ?? null;
}

/** The versions of a course, newest first. */
export async function listVersions(db: Db, courseId: string): Promise<VersionSummary[]> {
  const versions = await db.courseVersion.findMany({
    where: { courseId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      contentHash: true,
      publishedAt: true,
      changeNote: true,
      currentOf: { select: { id: true } },
    },
  });
  return versions.map(({ currentOf, ...version }) => ({ ...version, current: currentOf !== null }));
}

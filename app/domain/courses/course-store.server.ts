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
}

/** Was the version that learners have made in the browser, and not yet brought back into the folder? */
export const browserLeads = ({
  currentVersionId,
  filesVersionId,
}: Pick<CourseRecord, "currentVersionId" | "filesVersionId">) =>
  currentVersionId !== null && filesVersionId !== null && currentVersionId !== filesVersionId;

export async function findCourse(db: Db, slug: string): Promise<CourseRecord | null> {
  const course = await db.course.findUnique({
    where: { slug },
    include: { currentVersion: { select: { contentHash: true, number: true } } },
  });
  if (!course) return null;
  const { id, title, currentVersionId, filesVersionId, currentVersion } = course;
  return {
    id,
    slug,
    title,
    currentVersionId,
    currentHash: currentVersion?.contentHash ?? null,
    currentNumber: currentVersion?.number ?? null,
    filesVersionId,
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
  /** What was changed and why, where it was made in the browser. */
  changeNote: string | null;
  current: boolean;
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

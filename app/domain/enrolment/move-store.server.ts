import { type Db, Prisma } from "~/platform/db.server";
import type { MoverGroup, VersionPeople } from "./move-forecast";

// A paper that is open or waits for marks, and a part of a lesson that must be read again, belong to the version they came from.
const HELD = Prisma.sql`(
  EXISTS (SELECT 1 FROM attempt t WHERE t.enrolment_id = e.id AND (t.status = 'open' OR t.awaits_marking))
  OR EXISTS (SELECT 1 FROM remedial_duty r WHERE r.enrolment_id = e.id AND r.done_at IS NULL))`;
const UNDER_WAY = Prisma.sql`e.started_at IS NOT NULL AND e.completed_at IS NULL`;

/** How many people are in which version of a course, newest first; versions with nobody are left out. */
export async function countByVersion(db: Db, courseId: string): Promise<VersionPeople[]> {
  return db.$queryRaw<VersionPeople[]>`
    SELECT v.id AS "versionId", v.number, coalesce(n."underWay", 0) AS "underWay", coalesce(n.held, 0) AS held,
      coalesce(n.completed, 0) AS completed,
      (SELECT count(*)::int FROM certificate g WHERE g.version_id = v.id) AS certificates
    FROM course_version v LEFT JOIN (
      SELECT e.version_id, count(*) FILTER (WHERE ${UNDER_WAY})::int AS "underWay",
        count(*) FILTER (WHERE ${UNDER_WAY} AND ${HELD})::int AS held,
        count(e.completed_at)::int AS completed
      FROM enrolment e WHERE e.course_id = ${courseId}::uuid AND e.started_at IS NOT NULL GROUP BY e.version_id
    ) n ON n.version_id = v.id
    WHERE v.course_id = ${courseId}::uuid
      AND (n.version_id IS NOT NULL OR EXISTS (SELECT 1 FROM certificate g WHERE g.version_id = v.id))
    ORDER BY v.number DESC`;
}

/** Who was asked to take a course and has not begun. */
export async function countNotBegun(db: Db, courseId: string): Promise<number> {
  return db.enrolment.count({ where: { courseId, startedAt: null } });
}

/** Those who could be moved, in groups by version, finished lessons and whether the test was passed. */
export async function listMoverGroups(db: Db, courseId: string): Promise<MoverGroup[]> {
  return db.$queryRaw<MoverGroup[]>`
    SELECT m.version_id AS "versionId", m.finished, m.passed, count(*)::int AS people FROM (
      SELECT e.version_id,
        ARRAY(SELECT p.lesson_id FROM lesson_progress p WHERE p.enrolment_id = e.id AND p.finished_at IS NOT NULL ORDER BY 1) AS finished,
        EXISTS (SELECT 1 FROM attempt t WHERE t.enrolment_id = e.id AND t.status = 'submitted' AND t.passed) AS passed
      FROM enrolment e WHERE e.course_id = ${courseId}::uuid AND ${UNDER_WAY} AND NOT ${HELD}
    ) m GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

/**
 * Moves everybody who is under way in a version, and held by nothing, to another one, and takes the mark off lessons that are to be
 * read again. Returns how many were moved and how many of them have something to read again.
 */
export async function moveUnderWay(
  tx: Db,
  input: { courseId: string; from: string; to: string; unread: readonly string[] },
): Promise<{ people: number; readAgain: number }> {
  const { courseId, from, to, unread } = input;
  // First the lock, which who begins a test takes too; then, in a statement of its own, a look at what they have begun.
  await tx.$queryRaw`SELECT e.id FROM enrolment e WHERE e.course_id = ${courseId}::uuid AND e.version_id = ${from}::uuid
    AND ${UNDER_WAY} ORDER BY e.id FOR UPDATE`;
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE enrolment e SET version_id = ${to}::uuid
    WHERE e.course_id = ${courseId}::uuid AND e.version_id = ${from}::uuid AND ${UNDER_WAY} AND NOT ${HELD} RETURNING e.id`;
  const ids = moved.map(({ id }) => id);
  if (ids.length === 0 || unread.length === 0) return { people: ids.length, readAgain: 0 };
  const [{ people: readAgain }] = await tx.$queryRaw<[{ people: number }]>`
    WITH again AS (
      UPDATE lesson_progress SET finished_at = NULL, resume_at = NULL
      WHERE enrolment_id = ANY(${ids}::uuid[]) AND lesson_id = ANY(${[...unread]}) AND finished_at IS NOT NULL
      RETURNING enrolment_id
    ) SELECT count(DISTINCT enrolment_id)::int AS people FROM again`;
  return { people: ids.length, readAgain };
}

/** The versions of a course, but for one, that somebody is under way in. */
export async function versionsUnderWay(db: Db, input: { courseId: string; but: string }): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT e.version_id AS id FROM enrolment e
    WHERE e.course_id = ${input.courseId}::uuid AND e.version_id <> ${input.but}::uuid AND ${UNDER_WAY} ORDER BY 1`;
  return rows.map(({ id }) => id);
}

/** The course turns under way in a version that have every one of these lessons finished. */
export async function havingFinished(
  db: Db,
  input: { versionId: string; lessonIds: readonly string[] },
): Promise<string[]> {
  const { versionId, lessonIds } = input;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM enrolment e WHERE e.version_id = ${versionId}::uuid AND ${UNDER_WAY} AND NOT ${HELD}
      AND (SELECT count(*) FROM lesson_progress p WHERE p.enrolment_id = e.id AND p.finished_at IS NOT NULL
        AND p.lesson_id = ANY(${lessonIds})) = ${lessonIds.length}
    ORDER BY e.id`;
  return rows.map(({ id }) => id);
}

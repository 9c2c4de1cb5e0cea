import { type Db, Prisma } from "~/platform/db.server";
import type { LocalDay } from "../time";
import { type EntryTurn, turnsAfterUndo } from "./entry-turns";

/** The entry that is taken back, with the units that it is about. */
export interface EntryOfPost {
  officialId: string;
  /** The line of `employment` that is taken away. */
  entryId: string;
  /** The unit that it put the person into. */
  unitPath: string;
  /** The unit in which the person stands without it, or stood before leaving. */
  formerPath: string;
  /** Without it the person has left. */
  leaves: boolean;
  recordedAt: Date;
  today: LocalDay;
}

/** Does an assignment to the unit `above` reach the unit at `path`? */
const reaches = (above: Prisma.Sql, path: Prisma.Sql) => Prisma.sql`starts_with(${path} || '/', ${above} || '/')`;

/**
 * The duties of somebody that come from an entry: asked by the unit that it put them into, and not by the one in which they stand without
 * it; where they had left before, everything asked since. Beside each the assignment that asks the same without the entry: one that
 * reached them before, one that reached all since, or one that still runs where they stand.
 */
export async function turnsOfEntry(db: Db, entry: EntryOfPost): Promise<EntryTurn[]> {
  const { officialId, entryId, leaves, recordedAt, today } = entry;
  const [unit, former] = [Prisma.sql`${entry.unitPath}::text`, Prisma.sql`${entry.formerPath}::text`];
  const [here, other] = [Prisma.sql`u.path`, Prisma.sql`x.path`];
  return db.$queryRaw<EntryTurn[]>`
    SELECT e.id AS "enrolmentId", e.course_id AS "courseId", c.title AS "courseTitle", e.cycle,
      CASE WHEN e.completed_at IS NOT NULL THEN 'completed'
        WHEN e.started_at IS NOT NULL OR EXISTS (SELECT FROM completion k
          WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle) THEN 'begun'
        ELSE 'untouched' END AS progress, without.id AS "askedBy", without.due_on::text AS "dueOn"
    FROM enrolment e JOIN course c ON c.id = e.course_id JOIN assignment a ON a.id = e.assignment_id JOIN unit u ON u.id = a.unit_id
      LEFT JOIN LATERAL (
        SELECT b.id, b.due_on FROM assignment b JOIN unit x ON x.id = b.unit_id
        WHERE b.course_id = e.course_id AND b.cycle = e.cycle AND b.withdrawn_at IS NULL AND (
          (e.created_at < ${recordedAt} AND b.assigned_at < ${recordedAt} AND EXISTS (
            SELECT FROM employment m JOIN unit p ON p.id = m.unit_id
            WHERE m.official_id = e.official_id AND m.id <> ${entryId}::uuid AND b.due_on >= m.valid_from
              AND ${reaches(other, Prisma.sql`p.path`)}))
          OR (NOT ${leaves}::boolean AND ${reaches(other, former)}
            AND (b.due_on >= ${today}::date OR (b.assigned_at >= ${recordedAt} AND ${reaches(other, unit)}))))
        ORDER BY b.due_on, b.assigned_at LIMIT 1
      ) without ON true
    WHERE e.official_id = ${officialId}::uuid AND e.required AND ${reaches(here, unit)}
      AND (NOT ${reaches(here, former)} OR (${leaves}::boolean AND e.created_at >= ${recordedAt}))
    ORDER BY c.title, e.cycle`;
}

/**
 * Takes them away where nothing was begun and nothing is on record, gives those that another one asks to that one, and leaves the rest
 * as the person's own choice; what is complete stays as it is. Returns how many were taken away. Whoever begins one in this moment keeps
 * it. The caller holds the locks of the turns and counts anew.
 */
export async function takeBackTurns(tx: Db, turns: readonly EntryTurn[]): Promise<number> {
  const { taken, asked } = turnsAfterUndo(turns);
  for (const { enrolmentId, askedBy, dueOn } of asked) {
    await tx.$executeRaw`
      UPDATE enrolment SET assignment_id = ${askedBy}::uuid, due_on = ${dueOn}::date
      WHERE id = ${enrolmentId}::uuid AND completed_at IS NULL`;
  }
  const gone = await tx.$executeRaw`
    DELETE FROM enrolment e WHERE e.id = ANY(${taken.map(({ enrolmentId }) => enrolmentId)}::uuid[]) AND e.started_at IS NULL
      AND NOT EXISTS (SELECT FROM completion k WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle)`;
  const left = turns.filter(({ askedBy }) => askedBy === null).map(({ enrolmentId }) => enrolmentId);
  await tx.$executeRaw`
    UPDATE enrolment SET required = false, due_on = NULL, assignment_id = NULL
    WHERE id = ANY(${left}::uuid[]) AND completed_at IS NULL`;
  return gone;
}

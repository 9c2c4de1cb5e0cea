import { type Db, Prisma } from "~/platform/db.server";
import type { LocalDay } from "../time";

/**
 * `unit_standing` holds, per unit and course turn, how many people must finish by a day and how many have. One more
 * completion adds one; changes of who must learn count a unit anew. Both stand in the transaction of what caused them.
 * This is the part of the completion's own statement; it counts when `onlyIf` holds there.
 */
export const countOneMore = (
  input: { unitId: string; courseId: string; cycle: string; dueOn: LocalDay | null; required: boolean },
  onlyIf: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
    UPDATE unit_standing SET completed = completed + 1
    WHERE unit_id = ${input.unitId}::uuid AND course_id = ${input.courseId}::uuid AND cycle = ${input.cycle}
      AND due_on = ${input.dueOn}::date AND ${input.required}::boolean AND ${onlyIf}`;

const LOCK = 0x57a7d; // advisory lock space of the counts

/**
 * Counts anew for a course turn in the units at or below a path. Completions in between wait: the lock of the course turn is
 * taken here for good and by each completion in shared mode.
 */
export async function recountStandings(
  db: Db,
  input: { courseId: string; cycle: string; unitPath: string },
): Promise<void> {
  await lockStandings(db, input);
  await db.$executeRaw`
    DELETE FROM unit_standing s USING unit u
    WHERE u.id = s.unit_id AND s.course_id = ${input.courseId}::uuid AND s.cycle = ${input.cycle}
      AND (u.path = ${input.unitPath} OR u.path LIKE ${`${input.unitPath}/%`})`;
  await db.$executeRaw`
    INSERT INTO unit_standing (unit_id, course_id, cycle, due_on, required, completed)
    SELECT o.unit_id, e.course_id, e.cycle, e.due_on, count(*), count(e.completed_at)
    FROM enrolment e JOIN official o ON o.id = e.official_id JOIN unit u ON u.id = o.unit_id
    WHERE e.course_id = ${input.courseId}::uuid AND e.cycle = ${input.cycle} AND e.required AND e.due_on IS NOT NULL
      AND o.left_on IS NULL AND (u.path = ${input.unitPath} OR u.path LIKE ${`${input.unitPath}/%`})
    GROUP BY o.unit_id, e.course_id, e.cycle, e.due_on`;
}

/** Taken first by whoever changes what is asked, so that no rows are held while waiting for completions under way. Twice is once. */
export async function lockStandings(db: Db, input: { courseId: string; cycle: string }): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, hashtext(${`${input.courseId}:${input.cycle}`}))`;
}

/** To be selected in a statement of its own, before what it protects: a statement sees what was there when it began. */
export const standingsLockShared = (input: { courseId: string; cycle: string }): Prisma.Sql =>
  Prisma.sql`pg_advisory_xact_lock_shared(${LOCK}::int, hashtext(${`${input.courseId}:${input.cycle}`}))`;

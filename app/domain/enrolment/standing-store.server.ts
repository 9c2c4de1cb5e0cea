import { type Db, Prisma } from "~/platform/db.server";
import type { LocalDay } from "../time";

/**
 * `unit_standing` holds, per unit and course turn, how many people must finish by a day and how many have. One more
 * completion adds one; changes of who must learn count a unit anew. Both stand in the transaction of what caused them.
 * This is the part of the completion's own statement; it counts when `onlyIf` holds there, in the unit where the person is as the
 * statement begins: they may have been moved since their facts were read. Who has left is counted nowhere.
 */
export const countOneMore = (
  input: { officialId: string; courseId: string; cycle: string; dueOn: LocalDay | null; required: boolean },
  onlyIf: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
    UPDATE unit_standing SET completed = completed + 1
    WHERE unit_id = (SELECT o.unit_id FROM official o WHERE o.id = ${input.officialId}::uuid AND o.left_on IS NULL) AND course_id = ${input.courseId}::uuid AND cycle = ${input.cycle}
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
  await recount(db, input, Prisma.sql`(u.path = ${input.unitPath} OR u.path LIKE ${`${input.unitPath}/%`})`);
}

/** The same for some units alone, without those below them. */
export async function recountUnits(
  db: Db,
  input: { courseId: string; cycle: string; unitIds: readonly string[] },
): Promise<void> {
  await recount(db, input, Prisma.sql`u.id = ANY(${[...input.unitIds]}::uuid[])`);
}

/** The same for the unit in which somebody is now, whatever was read of them before. */
export async function recountUnitOf(
  db: Db,
  input: { courseId: string; cycle: string; officialId: string },
): Promise<void> {
  const here = Prisma.sql`u.id = (SELECT p.unit_id FROM official p WHERE p.id = ${input.officialId}::uuid)`;
  await recount(db, input, here);
}

async function recount(db: Db, input: { courseId: string; cycle: string }, inUnits: Prisma.Sql): Promise<void> {
  await lockStandings(db, input);
  await db.$executeRaw`
    DELETE FROM unit_standing s USING unit u
    WHERE u.id = s.unit_id AND s.course_id = ${input.courseId}::uuid AND s.cycle = ${input.cycle} AND ${inUnits}`;
  await db.$executeRaw`
    INSERT INTO unit_standing (unit_id, course_id, cycle, due_on, required, completed)
    SELECT o.unit_id, e.course_id, e.cycle, e.due_on, count(*), count(e.completed_at)
    FROM enrolment e JOIN official o ON o.id = e.official_id JOIN unit u ON u.id = o.unit_id
    WHERE e.course_id = ${input.courseId}::uuid AND e.cycle = ${input.cycle} AND e.required AND e.due_on IS NOT NULL
      AND o.left_on IS NULL AND ${inUnits}
    GROUP BY o.unit_id, e.course_id, e.cycle, e.due_on`;
}

/** Taken first by whoever changes what is asked, so that no rows are held while waiting for completions under way. Twice is once. */
export async function lockStandings(db: Db, input: { courseId: string; cycle: string }): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, hashtext(${`${input.courseId}:${input.cycle}`}))`;
}

/** To be selected in a statement of its own, before what it protects: a statement sees what was there when it began. */
export const standingsLockShared = (input: { courseId: string; cycle: string }): Prisma.Sql =>
  Prisma.sql`pg_advisory_xact_lock_shared(${LOCK}::int, hashtext(${`${input.courseId}:${input.cycle}`}))`;

export interface Turn {
  courseId: string;
  cycle: string;
}

/** Many of them, always in the same order, so that two who need several do not wait for each other. */
export async function lockManyStandings(db: Db, turns: readonly Turn[]): Promise<void> {
  const keys = new Map(turns.map((turn) => [`${turn.courseId}:${turn.cycle}`, turn]));
  for (const key of [...keys.keys()].sort()) await lockStandings(db, keys.get(key)!);
}

/** The course turns that are counted of somebody: required, with a last day. */
export async function countedTurnsOf(db: Db, officialId: string): Promise<Turn[]> {
  return db.$queryRaw<Turn[]>`
    SELECT DISTINCT e.course_id AS "courseId", e.cycle FROM enrolment e
    WHERE e.official_id = ${officialId}::uuid AND e.required AND e.due_on IS NOT NULL`;
}

const MEMBERSHIP = 0x30196; // advisory lock: who belongs to which unit, against what is asked of whole units

/**
 * Whoever puts somebody into a unit takes this first and gives them what is asked there; many may at once. Whoever asks something of a
 * whole unit, or takes it back, waits for them (`holdMembership`), so that nobody slips in between and is never asked.
 */
export async function joinMembership(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock_shared(${MEMBERSHIP}::bigint)`;
}

/** Until the transaction ends nobody is put into another unit. Taken before anything else. */
export async function holdMembership(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${MEMBERSHIP}::bigint)`;
}

import { type Db, Prisma } from "~/platform/db.server";
import { dayToColumn, type LocalDay } from "../time";

export interface OpenAssignment {
  id: string;
  courseId: string;
  courseTitle: string;
  unitId: string;
  cycle: string;
  dueOn: LocalDay;
}

/**
 * Begins a course turn: pins the version that is published now. A turn that has begun already is left as it is.
 * False when there is no such turn, or the course is no longer offered.
 */
export async function startEnrolment(
  db: Db,
  input: { enrolmentId: string; officialId: string; now: Date },
): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE enrolment e SET started_at = ${input.now}, version_id = c.current_version_id
    FROM course c WHERE c.id = e.course_id AND e.id = ${input.enrolmentId}::uuid AND e.official_id = ${input.officialId}::uuid
      AND e.started_at IS NULL AND c.current_version_id IS NOT NULL AND c.unpublished_at IS NULL`;
  return changed > 0;
}

/** Somebody takes up a published course on their own. Twice is once. */
export async function enrolByChoice(
  db: Db,
  input: { officialId: string; courseSlug: string; cycle: string; now: Date },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO enrolment (official_id, course_id, cycle, version_id, required, created_at, started_at)
    SELECT ${input.officialId}::uuid, c.id, ${input.cycle}, c.current_version_id, false, ${input.now}, ${input.now}
    FROM course c WHERE c.slug = ${input.courseSlug} AND c.current_version_id IS NOT NULL AND c.unpublished_at IS NULL
    ON CONFLICT (official_id, course_id, cycle) DO NOTHING`;
}

export async function insertAssignment(
  db: Db,
  input: {
    courseId: string;
    unitId: string;
    cycle: string;
    dueOn: LocalDay;
    note: string | null;
    assignedBy: string | null;
    now: Date;
  },
): Promise<string> {
  const row = await db.assignment.create({
    data: {
      courseId: input.courseId,
      unitId: input.unitId,
      cycle: input.cycle,
      dueOn: dayToColumn(input.dueOn),
      note: input.note,
      assignedBy: input.assignedBy,
      assignedAt: input.now,
    },
    select: { id: true },
  });
  return row.id;
}

/**
 * Gives an assignment to everybody now in the unit and below it, in one statement whatever their number. Who chose the
 * course before keeps their progress and gets the due date; who has the same turn as a duty already keeps the earlier
 * date. A course that is out of use is asked of joiners too: it waits for them as for everybody who had been asked before. Returns how many
 * rows were made or made required.
 */
export async function enrolUnit(
  db: Db,
  input: {
    assignmentId: string;
    courseId: string;
    unitPath: string;
    cycle: string;
    dueOn: LocalDay;
    now: Date;
    officialId?: string;
  },
): Promise<number> {
  const only = input.officialId === undefined ? Prisma.empty : Prisma.sql`AND o.id = ${input.officialId}::uuid`;
  return db.$executeRaw`
    INSERT INTO enrolment AS e (official_id, course_id, cycle, version_id, assignment_id, required, due_on, created_at)
    SELECT o.id, c.id, ${input.cycle}, c.current_version_id, ${input.assignmentId}::uuid, true, ${input.dueOn}::date, ${input.now}
    FROM official o JOIN unit u ON u.id = o.unit_id, course c
    WHERE c.id = ${input.courseId}::uuid AND c.current_version_id IS NOT NULL AND o.left_on IS NULL
      AND (u.path = ${input.unitPath} OR u.path LIKE ${`${input.unitPath}/%`}) ${only}
    ON CONFLICT (official_id, course_id, cycle) DO UPDATE
      SET required = true, assignment_id = excluded.assignment_id, due_on = excluded.due_on
      WHERE e.completed_at IS NULL AND (e.due_on IS NULL OR excluded.due_on < e.due_on)`;
}

/** The assignments in force for a unit: its own and those of the units above it. For somebody who joins. */
export async function assignmentsFor(db: Db, input: { unitPath: string; today: LocalDay }): Promise<OpenAssignment[]> {
  return db.$queryRaw<OpenAssignment[]>`
    SELECT a.id, a.course_id AS "courseId", c.title AS "courseTitle", a.unit_id AS "unitId", a.cycle, a.due_on::text AS "dueOn"
    FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN course c ON c.id = a.course_id
    WHERE a.withdrawn_at IS NULL AND a.due_on >= ${input.today}::date
      AND (${input.unitPath} = u.path OR ${input.unitPath} LIKE u.path || '/%')
    ORDER BY a.due_on`;
}

/**
 * Takes an assignment back: turns that nobody has begun, and of which the record says nothing, disappear; the others stay as the
 * person's own choice.
 */
export async function withdrawAssignment(db: Db, input: { assignmentId: string; now: Date }): Promise<void> {
  await db.assignment.update({
    where: { id: input.assignmentId },
    data: { withdrawnAt: input.now },
    select: { id: true },
  });
  await db.$executeRaw`
    DELETE FROM enrolment e WHERE e.assignment_id = ${input.assignmentId}::uuid AND e.started_at IS NULL
      AND NOT EXISTS (SELECT FROM completion k WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle)`;
  await db.$executeRaw`
    UPDATE enrolment SET required = false, due_on = NULL
    WHERE assignment_id = ${input.assignmentId}::uuid AND completed_at IS NULL`;
}

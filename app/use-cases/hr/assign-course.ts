import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { inScope } from "~/domain/auth/permissions";
import { findCourse } from "~/domain/courses/course-store.server";
import { enrolUnit, insertAssignment } from "~/domain/enrolment/enrolment-store.server";
import { recountStandings } from "~/domain/enrolment/standing-store.server";
import { findUnit } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { type LocalDay, localDay } from "~/domain/time";
import { db, inTransaction } from "~/platform/db.server";

export type AssignCourseAnswer =
  | { kind: "assigned"; assignmentId: string; people: number }
  | { kind: "refused"; reason: "due-in-the-past" };

/**
 * Gives a course to everybody in a unit and below it, to be finished by the end of a day. `scope` lists the unit paths in which
 * the actor may assign.
 */
export async function assignCourse(input: {
  actor: Actor;
  scope: readonly string[];
  courseSlug: string;
  unitCode: string;
  dueOn: LocalDay;
  /** The turn of the course; the year of the due date unless said. */
  cycle?: string;
  note: string | null;
  now: Date;
}): Promise<AssignCourseAnswer> {
  const { actor, dueOn, now } = input;
  const cycle = input.cycle ?? dueOn.slice(0, 4);
  if (dueOn < localDay(now)) return { kind: "refused", reason: "due-in-the-past" };
  const [unit, course] = await Promise.all([findUnit(db, { code: input.unitCode, scope: input.scope }), findCourse(db, input.courseSlug)]);
  if (!unit || !inScope(unit.path, input.scope)) throw notFound(`unit ${input.unitCode}`);
  if (!course?.currentVersionId) throw notFound(`published course ${input.courseSlug}`);
  return inTransaction(async (tx) => {
    const assignmentId = await insertAssignment(tx, {
      courseId: course.id,
      unitId: unit.id,
      cycle,
      dueOn,
      note: input.note,
      assignedBy: actor.accountId,
      now,
    });
    const people = await enrolUnit(tx, { assignmentId, courseId: course.id, unitPath: unit.path, cycle, dueOn, now });
    await recountStandings(tx, { courseId: course.id, cycle, unitPath: unit.path });
    await recordAudit(tx, {
      actor,
      action: "assignment.created",
      subject: { type: "assignment", id: assignmentId, label: `${course.title} – ${unit.name}` },
      unitPath: unit.path,
      after: { course: input.courseSlug, unit: unit.code, dueOn, cycle, people },
      at: now,
    });
    return { kind: "assigned", assignmentId, people };
  });
}

import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { findCourse } from "~/domain/courses/course-store.server";
import { type AssignmentPreview, newlyAsked } from "~/domain/enrolment/assignment";
import { assignmentsReaching, countAudience } from "~/domain/enrolment/assignment-store.server";
import { enrolUnit, insertAssignment } from "~/domain/enrolment/enrolment-store.server";
import { holdMembership, lockStandings, recountStandings } from "~/domain/enrolment/standing-store.server";
import { notFound } from "~/domain/problem";
import { addDays, type LocalDay, localDay } from "~/domain/time";
import { type Db, db, inTransaction, LONG_WORK } from "~/platform/db.server";
import { findUnitInScope } from "./find-unit-in-scope";

export interface AssignmentWish {
  /** The unit paths in which the actor may assign. */
  scope: readonly string[];
  courseSlug: string;
  unitCode: string;
  dueOn: LocalDay;
  /** The turn of the course; the year of the due date unless said. */
  cycle?: string;
  now: Date;
}

export type AssignmentRefused =
  | { kind: "refused"; reason: "due-in-the-past" }
  /** Three years ahead is a slip of the pen. */
  | { kind: "refused"; reason: "due-too-far" }
  /** The same unit has this course turn already, to be finished by that day or earlier: nothing would change. */
  | { kind: "refused"; reason: "already-assigned"; dueOn: LocalDay };

export type AssignCourseAnswer =
  { kind: "assigned"; assignmentId: string; people: number; unitName: string } | AssignmentRefused;

export type PreviewAnswer = { kind: "preview"; preview: AssignmentPreview } | AssignmentRefused;

async function prepare(input: AssignmentWish) {
  const cycle = input.cycle ?? input.dueOn.slice(0, 4);
  const [unit, course] = await Promise.all([
    findUnitInScope({ code: input.unitCode, scope: input.scope }),
    SLUG.test(input.courseSlug) ? findCourse(db, input.courseSlug) : null,
  ]);
  if (!course?.currentVersionId || course.unpublishedAt) throw notFound(`published course ${input.courseSlug}`);
  return { unit, course, turn: { courseId: course.id, cycle, unitPath: unit.path } };
}

const LATEST = 3 * 365;
const SLUG = /^[a-z0-9-]+$/;

type Turn = Awaited<ReturnType<typeof prepare>>["turn"];

async function refusal(tx: Db, input: AssignmentWish, turn: Turn): Promise<AssignmentRefused | null> {
  if (input.dueOn < localDay(input.now)) return { kind: "refused", reason: "due-in-the-past" };
  if (input.dueOn > addDays(localDay(input.now), LATEST)) return { kind: "refused", reason: "due-too-far" };
  const same = (await assignmentsReaching(tx, turn)).find(
    (each) => each.unitPath === turn.unitPath && each.dueOn <= input.dueOn,
  );
  return same ? { kind: "refused", reason: "already-assigned", dueOn: same.dueOn } : null;
}

/** Says whom an assignment would reach, and changes nothing. */
export async function previewAssignment(input: AssignmentWish): Promise<PreviewAnswer> {
  const { unit, course, turn } = await prepare(input);
  const refused = await refusal(db, input, turn);
  if (refused) return refused;
  const audience = await countAudience({ ...turn, dueOn: input.dueOn });
  return {
    kind: "preview",
    preview: {
      courseTitle: course.title,
      unitName: unit.name,
      dueOn: input.dueOn,
      audience,
      newlyAsked: newlyAsked(audience),
    },
  };
}

/** Gives a course to everybody in a unit and below it, to be finished by the end of a day. */
export async function assignCourse(
  input: AssignmentWish & { actor: Actor; note: string | null },
): Promise<AssignCourseAnswer> {
  const { actor, dueOn, now } = input;
  const { unit, course, turn } = await prepare(input);
  return inTransaction(async (tx) => {
    await holdMembership(tx);
    // A second press of the button waits here and then finds the first one's assignment.
    await lockStandings(tx, turn);
    const refused = await refusal(tx, input, turn);
    if (refused) return refused;
    const assignmentId = await insertAssignment(tx, {
      courseId: course.id,
      unitId: unit.id,
      cycle: turn.cycle,
      dueOn,
      note: input.note,
      assignedBy: actor.accountId,
      now,
    });
    const people = await enrolUnit(tx, { assignmentId, ...turn, dueOn, now });
    await recountStandings(tx, turn);
    await recordAudit(tx, {
      actor,
      action: "assignment.created",
      subject: { type: "assignment", id: assignmentId, label: `${course.title} – ${unit.name}` },
      unitPath: unit.path,
      after: { course: input.courseSlug, unit: unit.code, dueOn, cycle: turn.cycle, people },
      at: now,
    });
    return { kind: "assigned", assignmentId, people, unitName: unit.name };
  }, LONG_WORK);
}

import { assignmentsFor, enrolUnit } from "~/domain/enrolment/enrolment-store.server";
import { recountStandings } from "~/domain/enrolment/standing-store.server";
import { localDay } from "~/domain/time";
import type { Db } from "~/platform/db.server";

/**
 * Somebody has joined a unit: what is asked of everybody there is asked of them too. In the transaction of the joining.
 * Returns the titles of the courses.
 */
export async function giveAssignmentsInForce(tx: Db, input: { officialId: string; unitPath: string; now: Date }): Promise<string[]> {
  const { officialId, unitPath, now } = input;
  const assignments = await assignmentsFor(tx, { unitPath, today: localDay(now) });
  const turns = new Map<string, { courseId: string; cycle: string }>();
  for (const { id: assignmentId, courseId, cycle, dueOn } of assignments) {
    await enrolUnit(tx, { assignmentId, courseId, unitPath, cycle, dueOn, now, officialId });
    turns.set(`${courseId}:${cycle}`, { courseId, cycle });
  }
  // Counts are locked per course turn: always in one order, so that two joinings do not wait for each other.
  for (const key of [...turns.keys()].sort()) await recountStandings(tx, { ...turns.get(key)!, unitPath });
  return [...new Set(assignments.map(({ courseTitle }) => courseTitle))];
}

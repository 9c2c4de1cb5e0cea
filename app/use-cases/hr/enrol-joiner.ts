import { assignmentsFor, enrolUnit } from "~/domain/enrolment/enrolment-store.server";
import { lockStandings, recountStandings } from "~/domain/enrolment/standing-store.server";
import { localDay } from "~/domain/time";
import type { Db } from "~/platform/db.server";

/**
 * Somebody has joined a unit: what is asked of everybody there, by the unit or from above, is asked of them as well. In the
 * transaction that puts the person on the staff list. Returns how many course turns were given.
 */
export async function enrolJoiner(tx: Db, input: { officialId: string; unitPath: string; now: Date }): Promise<number> {
  const { officialId, unitPath, now } = input;
  let given = 0;
  for (const { id, courseId, cycle, dueOn } of await assignmentsFor(tx, { unitPath, today: localDay(now) })) {
    await lockStandings(tx, { courseId, cycle });
    given += await enrolUnit(tx, { assignmentId: id, courseId, unitPath, cycle, dueOn, now, officialId });
    await recountStandings(tx, { courseId, cycle, unitPath });
  }
  return given;
}

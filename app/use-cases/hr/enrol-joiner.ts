import { assignmentsFor, enrolUnit } from "~/domain/enrolment/enrolment-store.server";
import {
  countedTurnsOf,
  joinMembership,
  lockManyStandings,
  recountStandings,
  recountUnits,
} from "~/domain/enrolment/standing-store.server";
import { localDay } from "~/domain/time";
import type { Db } from "~/platform/db.server";

/**
 * Somebody has joined a unit: what is asked of everybody there, by the unit or from above, is asked of them as well. In the
 * transaction that puts the person on the staff list. Returns how many course turns were given.
 */
export async function enrolJoiner(tx: Db, input: { officialId: string; unitPath: string; now: Date }): Promise<number> {
  const { officialId, unitPath, now } = input;
  await joinMembership(tx);
  const asked = await assignmentsFor(tx, { unitPath, today: localDay(now) });
  await lockManyStandings(tx, asked);
  let given = 0;
  for (const { id, courseId, cycle, dueOn } of asked) {
    given += await enrolUnit(tx, { assignmentId: id, courseId, unitPath, cycle, dueOn, now, officialId });
    await recountStandings(tx, { courseId, cycle, unitPath });
  }
  return given;
}

/**
 * The same for somebody who comes from another unit, or comes back: what was asked of them elsewhere goes with them, begun, finished or
 * neither, and is counted where they are now and no longer where they were.
 */
export async function enrolMover(
  tx: Db,
  input: { officialId: string; from: { unitId: string }; to: { unitId: string; unitPath: string }; now: Date },
): Promise<number> {
  const { officialId, from, to, now } = input;
  const { unitPath } = to;
  const brought = await countedTurnsOf(tx, officialId);
  await lockManyStandings(tx, [...brought, ...(await assignmentsFor(tx, { unitPath, today: localDay(now) }))]);
  const given = await enrolJoiner(tx, { officialId, unitPath, now });
  for (const turn of brought) await recountUnits(tx, { ...turn, unitIds: [from.unitId, to.unitId] });
  return given;
}

/** Somebody has left the staff list: what was asked of them is counted no longer. The turns themselves stay. */
export async function countWithout(tx: Db, input: { officialId: string; unitId: string }): Promise<void> {
  const turns = await countedTurnsOf(tx, input.officialId);
  await lockManyStandings(tx, turns);
  for (const turn of turns) await recountUnits(tx, { ...turn, unitIds: [input.unitId] });
}

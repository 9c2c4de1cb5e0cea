import { takeBackTurns, turnsOfEntry } from "~/domain/enrolment/entry-turn-store.server";
import type { EntryTurn } from "~/domain/enrolment/entry-turns";
import { assignmentsFor, enrolUnit } from "~/domain/enrolment/enrolment-store.server";
import {
  countedTurnsOf,
  joinMembership,
  lockManyStandings,
  recountStandings,
  recountUnits,
} from "~/domain/enrolment/standing-store.server";
import type { LatestChange } from "~/domain/organization/undo-change";
import { localDay, startOfDay } from "~/domain/time";
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

/**
 * The entry that moved somebody is taken back: what was asked only because of it goes as far as nothing was begun, everything else stays
 * with the person, and what is asked where they stand again is given. Counted anew in both units.
 */
export async function enrolBack(
  tx: Db,
  input: { officialId: string; change: LatestChange; now: Date },
): Promise<{ coursesTaken: number; coursesGiven: number }> {
  const { officialId, now } = input;
  const { kind, taken, again } = input.change;
  if (kind === "transfer" && taken.unitId === again.unitId) return { coursesTaken: 0, coursesGiven: 0 };
  const { unitPath } = again;
  const counted = await countedTurnsOf(tx, officialId);
  const asked = kind === "return" ? [] : await assignmentsFor(tx, { unitPath, today: localDay(now) });
  await lockManyStandings(tx, [...counted, ...asked]);
  const coursesTaken = await takeBackTurns(tx, await turnsOfChange(tx, input));
  const coursesGiven = kind === "return" ? 0 : await enrolJoiner(tx, { officialId, unitPath, now });
  for (const turn of counted) await recountUnits(tx, { ...turn, unitIds: [taken.unitId, again.unitId] });
  return { coursesTaken, coursesGiven };
}

/** The turns that somebody has because of a change. */
export async function turnsOfChange(
  db: Db,
  input: { officialId: string; change: LatestChange; now: Date },
): Promise<EntryTurn[]> {
  const { officialId, now } = input;
  const { kind, taken, again } = input.change;
  if (kind === "leaving") return [];
  return turnsOfEntry(db, {
    officialId,
    entryId: taken.id,
    unitPath: taken.unitPath,
    formerPath: again.unitPath,
    leaves: kind === "return",
    recordedAt: taken.recordedAt ?? startOfDay(taken.from),
    today: localDay(now),
  });
}

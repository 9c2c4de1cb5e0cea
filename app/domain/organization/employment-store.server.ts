import type { Db } from "~/platform/db.server";
import { dayFromColumn, type LocalDay } from "../time";
import type { Decision, EndReason, PersonDetails, PostHeld, PresentPost } from "./staff-change";
import type { StaffCategory } from "./staff-category";
import { withinScopeFilter } from "./unit-scope";

/** Employment is half open: `valid_to` is the first day on which the post is no longer held. */
export async function openEmployment(
  db: Db,
  input: {
    officialId: string;
    unitId: string;
    positionTitle: string;
    from: LocalDay;
    decision?: Decision | null;
    /** When it is recorded; left out where the person is put on the list with it. */
    now?: Date;
  },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO employment (official_id, unit_id, position_title, valid_from, decision_number, decided_on, recorded_at)
    VALUES (${input.officialId}::uuid, ${input.unitId}::uuid, ${input.positionTitle}, ${input.from}::date,
      ${input.decision?.number ?? null}, ${input.decision?.decidedOn ?? null}::date, ${input.now ?? null}::timestamptz)`;
}

/**
 * Ends the open post before a day; with `end`, because the person leaves the list. The staff category with which it was held is written
 * down: the row of the official holds the next one from here on.
 */
export async function closeEmployment(
  db: Db,
  input: { officialId: string; before: LocalDay; end?: Decision & { reason: EndReason } },
): Promise<void> {
  const { officialId, before, end } = input;
  await db.$executeRaw`
    UPDATE employment SET valid_to = ${before}::date, end_reason = ${end?.reason ?? null}, end_decision_number = ${end?.number ?? null},
      end_decided_on = ${end?.decidedOn ?? null}::date,
      staff_category = (SELECT o.staff_category FROM official o WHERE o.id = ${officialId}::uuid)
    WHERE official_id = ${officialId}::uuid AND valid_to IS NULL`;
}

/** A person on the staff list, or one who has left it, as a change finds them. */
export interface LockedOfficial extends PersonDetails, PresentPost {
  id: string;
  unitCode: string;
  unitPath: string;
  unitName: string;
  firstPostOn: LocalDay | null;
}

/**
 * The person of a scope, locked until the transaction ends, so that two changes follow each other; null outside of it. What only points
 * at the person (a turn, a completion) does not wait.
 */
export async function lockOfficial(
  tx: Db,
  input: { officialId: string; scope: readonly string[] },
): Promise<LockedOfficial | null> {
  await tx.$queryRaw`SELECT id FROM official WHERE id = ${input.officialId}::uuid FOR NO KEY UPDATE`;
  return readOfficial(tx, input);
}

/** The same without the lock, for a page. */
export async function readOfficial(
  db: Db,
  input: { officialId: string; scope: readonly string[] },
): Promise<LockedOfficial | null> {
  const row = await db.official.findFirst({
    where: { id: input.officialId, unit: { OR: withinScopeFilter(input.scope) } },
    select: {
      id: true,
      fullName: true,
      staffNumber: true,
      email: true,
      recruitedOn: true,
      staffCategory: true,
      unitId: true,
      positionTitle: true,
      leftOn: true,
      unit: { select: { code: true, path: true, name: true } },
      employments: { orderBy: { validFrom: "asc" }, select: { validFrom: true } },
    },
  });
  if (!row) return null;
  const { unit, employments, recruitedOn, leftOn, ...person } = row;
  const days = employments.map(({ validFrom }) => dayFromColumn(validFrom));
  return {
    ...person,
    recruitedOn: recruitedOn && dayFromColumn(recruitedOn),
    leftOn: leftOn && dayFromColumn(leftOn),
    unitCode: unit.code,
    unitPath: unit.path,
    unitName: unit.name,
    firstPostOn: days[0] ?? null,
    since: days.at(-1) ?? null,
  };
}

/** Where the person is now, a copy of the open post; `leftOn` where there is none. */
export async function setPresentPost(
  tx: Db,
  input: { officialId: string; unitId: string; positionTitle: string; staffCategory: StaffCategory; now: Date },
): Promise<void> {
  const { officialId, unitId, positionTitle, staffCategory, now } = input;
  await tx.official.update({
    where: { id: officialId },
    data: { unitId, positionTitle, staffCategory, leftOn: null, changedAt: now },
    select: { id: true },
  });
}

/** From this day on the person is no longer on the staff list; everything of them stays. */
export async function setLeft(tx: Db, input: { officialId: string; from: LocalDay; now: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE official SET left_on = ${input.from}::date, changed_at = ${input.now} WHERE id = ${input.officialId}::uuid`;
}

/** Where somebody was when, the latest first. The caller has made sure that the official may be seen. */
export async function listPosts(db: Db, officialId: string): Promise<PostHeld[]> {
  const rows = await db.$queryRaw<
    (Pick<PostHeld, "unitName" | "positionTitle" | "from" | "lastDay"> & {
      number: string | null;
      decidedOn: LocalDay | null;
      endReason: EndReason | null;
      endNumber: string | null;
      endDecidedOn: LocalDay | null;
    })[]
  >`
    SELECT u.name AS "unitName", m.position_title AS "positionTitle", m.valid_from::text AS "from", (m.valid_to - 1)::text AS "lastDay",
      m.decision_number AS number, m.decided_on::text AS "decidedOn", m.end_reason AS "endReason", m.end_decision_number AS "endNumber",
      m.end_decided_on::text AS "endDecidedOn"
    FROM employment m JOIN unit u ON u.id = m.unit_id WHERE m.official_id = ${officialId}::uuid ORDER BY m.valid_from DESC`;
  return rows.map(({ number, decidedOn, endReason, endNumber, endDecidedOn, ...post }) => ({
    ...post,
    decision: number === null ? null : { number, decidedOn },
    end: endReason && { reason: endReason, decisionNumber: endNumber, decidedOn: endDecidedOn },
  }));
}

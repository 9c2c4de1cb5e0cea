import type { Db } from "~/platform/db.server";
import { notFound } from "../problem";
import type { LocalDay } from "../time";
import { lockOfficial, type LockedOfficial, setLeft, setPresentPost } from "./employment-store.server";
import type { EndReason } from "./staff-change";
import { type LatestChange, latestChange, type PostEntry, type UndoFault, undoFault } from "./undo-change";
import { withinScopeSql } from "./unit-scope";
import { addToHeadcount, moveBetweenHeadcounts } from "./unit-store.server";

type Row = Omit<PostEntry, "decision" | "end"> & {
  number: string | null;
  decidedOn: LocalDay | null;
  endReason: EndReason | null;
  endNumber: string | null;
  endDecidedOn: LocalDay | null;
  changedAt: Date | null;
};

/** What was recorded last about somebody's posts; whether both units lie in the scope, its lines say. */
export async function readLatestChange(
  db: Db,
  input: { officialId: string; scope: readonly string[] },
): Promise<LatestChange | null> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    `SELECT m.id, m.unit_id AS "unitId", u.code AS "unitCode", u.name AS "unitName", u.path AS "unitPath",
       u.valid_to IS NULL AS "unitStands", ${withinScopeSql("u.path", 1)} AS "inScope", u.headcount AS people,
       m.position_title AS "positionTitle", m.staff_category::text AS "staffCategory", m.valid_from::text AS "from",
       m.valid_to::text AS "until", m.recorded_at AS "recordedAt", m.decision_number AS number, m.decided_on::text AS "decidedOn",
       m.end_reason AS "endReason", m.end_decision_number AS "endNumber", m.end_decided_on::text AS "endDecidedOn",
       o.changed_at AS "changedAt"
     FROM employment m JOIN unit u ON u.id = m.unit_id JOIN official o ON o.id = m.official_id
     WHERE m.official_id = $2::uuid ORDER BY m.valid_from DESC LIMIT 2`,
    input.scope,
    input.officialId,
  );
  const posts = rows.map(({ number, decidedOn, endReason, endNumber, endDecidedOn, changedAt: _, ...post }) => ({
    ...post,
    decision: number === null ? null : { number, decidedOn },
    end: endReason && { reason: endReason, number: endNumber, decidedOn: endDecidedOn },
  }));
  return latestChange({ posts, changedAt: rows[0]?.changedAt ?? null });
}

/**
 * Takes the latest entry about somebody's posts back: what stood before stands again. In a transaction; the caller sets right in the same
 * one what was asked of the person because of the entry, and keeps in the trail what it said.
 */
export async function undoLatestChange(
  tx: Db,
  input: { officialId: string; scope: readonly string[]; seen: string; now: Date },
): Promise<{ kind: "undone"; before: LockedOfficial; change: LatestChange } | { kind: "refused"; reason: UndoFault }> {
  const { officialId, now } = input;
  const before = await lockOfficial(tx, input);
  if (!before) throw notFound(`official ${officialId}`);
  const change = await readLatestChange(tx, input);
  const reason = undoFault(change, input.seen);
  if (!change || reason) return { kind: "refused", reason: reason ?? "nothing-to-undo" };
  const { kind, taken, again } = change;
  if (kind !== "leaving") await tx.$executeRaw`DELETE FROM employment WHERE id = ${taken.id}::uuid`;
  if (kind !== "return") await reopen(tx, again.id);
  const { unitId, positionTitle } = again;
  const staffCategory = again.staffCategory ?? before.staffCategory;
  await setPresentPost(tx, { officialId, unitId, positionTitle, staffCategory, now });
  if (kind === "return" && again.until !== null) await setLeft(tx, { officialId, from: again.until, now });
  await countAgain(tx, change);
  return { kind: "undone", before, change };
}

async function reopen(tx: Db, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE employment SET valid_to = NULL, end_reason = NULL, end_decision_number = NULL, end_decided_on = NULL, staff_category = NULL
    WHERE id = ${id}::uuid`;
}

async function countAgain(tx: Db, { kind, taken, again }: LatestChange): Promise<void> {
  if (kind === "leaving") await addToHeadcount(tx, { unitId: again.unitId, by: 1 });
  else if (kind === "return") await addToHeadcount(tx, { unitId: taken.unitId, by: -1 });
  else if (taken.unitId !== again.unitId) await moveBetweenHeadcounts(tx, { from: taken.unitId, to: again.unitId });
}

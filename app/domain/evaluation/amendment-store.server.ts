import { query } from "~/platform/db.server";
import { withinScopeSql } from "../organization/unit-scope";
import { changedSince } from "./changed-since";
import type { LocalDay } from "../time";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Officials of a scope, frozen there or there now, of whom a fact has changed since an instant; one more than `limit` when there are more. */
export async function listChangedOfficials(input: {
  snapshotId: string;
  periodId: string;
  scope: readonly string[];
  fromOn: LocalDay;
  lastDay: LocalDay;
  since: Date;
  after: string | null;
  limit: number;
}): Promise<string[]> {
  const { scope, snapshotId, fromOn, lastDay, since, periodId, limit } = input;
  const after = input.after && UUID.test(input.after) ? input.after : null;
  const rows = await query<{ id: string }>(
    "evaluation-changed-officials",
    `SELECT o.id FROM official o
     WHERE ${changedSince({ official: "o.id", since: "$5", lastDay: "$4", period: "$6" })}
       AND (EXISTS (SELECT 1 FROM evaluation_snapshot_line l WHERE l.snapshot_id = $2::uuid AND l.official_id = o.id
              AND ${withinScopeSql("l.unit_path", 1)})
         OR EXISTS (SELECT 1 FROM employment m JOIN unit u ON u.id = m.unit_id WHERE m.official_id = o.id
              AND m.valid_from <= $4::date AND coalesce(m.valid_to, o.left_on, 'infinity'::date) > $3::date
              AND ${withinScopeSql("u.path", 1)}))
       AND ($7::uuid IS NULL OR (o.sort_name COLLATE "C", o.id) >
         (SELECT p.sort_name COLLATE "C", p.id FROM official p WHERE p.id = $7::uuid))
     ORDER BY o.sort_name COLLATE "C", o.id LIMIT $8`,
    [scope, snapshotId, fromOn, lastDay, since, periodId, after, limit + 1],
  );
  return rows.map(({ id }) => id);
}

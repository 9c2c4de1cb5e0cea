import { type Db, Prisma } from "~/platform/db.server";
import type { EvidencePlace } from "./evidence-cursor";
import type { Snapshot } from "./snapshot";

export interface NewLine extends EvidencePlace {
  start: number;
  size: number;
  rowCount: number;
  sha256: string;
}

/** What a run that broke off has left. Of a snapshot that stands nothing can be taken away: the database refuses it. */
export async function forgetUnfinished(db: Db, snapshotId: string): Promise<void> {
  await db.$executeRaw`DELETE FROM evaluation_snapshot_line WHERE snapshot_id = ${snapshotId}::uuid`;
  await db.$executeRaw`DELETE FROM evaluation_snapshot_chunk WHERE snapshot_id = ${snapshotId}::uuid`;
}

/** A piece that lies in the file store, and where each line of it stands. */
export async function insertChunk(
  tx: Db,
  input: { snapshotId: string; position: number; sha256: string; size: number; lines: readonly NewLine[] },
): Promise<void> {
  const { snapshotId, position, lines } = input;
  await tx.$executeRaw`
    INSERT INTO evaluation_snapshot_chunk (snapshot_id, position, sha256, size, lines)
    VALUES (${snapshotId}::uuid, ${position}, ${input.sha256}, ${input.size}, ${lines.length})`;
  await tx.$executeRaw`
    INSERT INTO evaluation_snapshot_line (snapshot_id, unit_path, sort_name, official_id, chunk, start, size, row_count, sha256)
    SELECT ${snapshotId}::uuid, "unitPath", "sortName", "officialId", ${position}, start, size, "rowCount", sha256
    FROM json_to_recordset(${JSON.stringify(lines)}::json)
      AS r("unitPath" text, "sortName" text, "officialId" uuid, start int, size int, "rowCount" int, sha256 text)`;
}

export async function insertSnapshot(tx: Db, snapshot: Omit<Snapshot, "manifest"> & Pick<Snapshot, "manifest">) {
  const { id, periodId, madeAt, manifest, manifestText, root, keyId, publicKey, signature } = snapshot;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO evaluation_snapshot (id, period_id, made_at, as_of, manifest, root, key_id, public_key, signature, people, row_count)
    VALUES (${id}::uuid, ${periodId}::uuid, ${madeAt}, ${manifest.asOf}::timestamptz, ${manifestText}, ${root}, ${keyId}, ${publicKey},
      ${signature}, ${manifest.people}, ${manifest.rows})`);
}

/** What stands open before a period is closed: counted by the database, people are not read one by one. */
export async function countOpenEnds(
  db: Db,
  input: { periodId: string; unitPath: string; fromOn: string; lastDay: string },
): Promise<{ people: number; withoutRows: number; overdue: number; objections: number }> {
  const { periodId, unitPath, fromOn, lastDay } = input;
  const [row] = await db.$queryRaw<{ people: number; withoutRows: number; overdue: number; objections: number }[]>`
    WITH there AS MATERIALIZED (
      SELECT DISTINCT m.official_id FROM employment m JOIN unit u ON u.id = m.unit_id JOIN official o ON o.id = m.official_id
      WHERE (u.path = ${unitPath} OR starts_with(u.path, ${unitPath} || '/')) AND m.valid_from <= ${lastDay}::date
        AND coalesce(m.valid_to, o.left_on, 'infinity'::date) > ${fromOn}::date
    ), turns AS MATERIALIZED (
      SELECT e.official_id, bool_or(e.completed_at IS NULL AND e.due_on < ${lastDay}::date) AS late
      FROM enrolment e JOIN there t ON t.official_id = e.official_id
      WHERE (e.completed_at IS NULL AND e.required) OR e.completed_at >= ${fromOn}::date - interval '7 hours'
      GROUP BY e.official_id
    )
    SELECT (SELECT count(*)::int FROM there) AS people,
      (SELECT count(*)::int FROM there t WHERE NOT EXISTS (SELECT FROM turns x WHERE x.official_id = t.official_id)) AS "withoutRows",
      (SELECT count(*)::int FROM turns WHERE late) AS overdue,
      (SELECT count(*)::int FROM evaluation_objection j WHERE j.period_id = ${periodId}::uuid
        AND NOT EXISTS (SELECT FROM evaluation_objection_answer w WHERE w.objection_id = j.id)) AS objections`;
  return row!;
}

import { type Db, query } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";
import { withinScopeSql } from "../organization/unit-scope";
import type { EvidencePerson } from "./evidence";
import { cursorOf, type EvidencePlace } from "./evidence-cursor";
import type { EvaluationPeriod } from "./period";
import type { Snapshot, SnapshotManifest } from "./snapshot";

/** The frozen figures of a closed period; null while it is open. The caller has found the period in scope. */
export async function readSnapshot(db: Db, periodId: string): Promise<Snapshot | null> {
  const [row] = await db.$queryRaw<Omit<Snapshot, "manifest">[]>`
    SELECT s.id, s.period_id AS "periodId", s.made_at AS "madeAt", s.manifest AS "manifestText", s.root, s.key_id AS "keyId",
      s.public_key AS "publicKey", s.signature
    FROM evaluation_snapshot s JOIN evaluation_period p ON p.snapshot_id = s.id
    WHERE s.period_id = ${periodId}::uuid AND p.state = 'closed'`;
  return row ? { ...row, manifest: JSON.parse(row.manifestText) as SnapshotManifest } : null;
}

interface StoredLine extends EvidencePlace {
  chunk: number;
  start: number;
  size: number;
}

/** A page of the frozen figures, in the order in which they were frozen. */
export async function readSnapshotPage(
  db: Db,
  input: { period: EvaluationPeriod; scope: readonly string[]; after: EvidencePlace | null; limit: number },
): Promise<{ people: EvidencePerson[]; next: string | null; asOf: Date; snapshot: { id: string; root: string } }> {
  const { period, scope, after, limit } = input;
  const snapshot = (await readSnapshot(db, period.id))!;
  const lines = await query<StoredLine>(
    "evaluation-snapshot-page",
    `SELECT l.unit_path AS "unitPath", l.sort_name AS "sortName", l.official_id AS "officialId", l.chunk, l.start, l.size
     FROM evaluation_snapshot_line l WHERE l.snapshot_id = $1::uuid AND ${withinScopeSql("l.unit_path", 2)}
       AND ($3::text IS NULL OR (l.unit_path COLLATE "C", l.sort_name COLLATE "C", l.official_id) > ($3, $4, $5::uuid))
     ORDER BY l.unit_path COLLATE "C", l.sort_name COLLATE "C", l.official_id LIMIT $6`,
    [snapshot.id, scope, after?.unitPath ?? null, after?.sortName ?? null, after?.officialId ?? null, limit + 1],
  );
  const shown = lines.slice(0, limit);
  return {
    people: (await readLines(snapshot, shown)).map((line) => JSON.parse(line) as EvidencePerson),
    next: lines.length > limit ? cursorOf(shown.at(-1)!) : null,
    asOf: new Date(snapshot.manifest.asOf),
    snapshot: { id: snapshot.id, root: snapshot.root },
  };
}

/** The lines of these officials in all their units. */
export async function readSnapshotOf(snapshot: Snapshot, officialIds: readonly string[]): Promise<EvidencePerson[]> {
  const lines = await query<StoredLine>(
    "evaluation-snapshot-official",
    `SELECT l.unit_path AS "unitPath", l.sort_name AS "sortName", l.official_id AS "officialId", l.chunk, l.start, l.size
     FROM evaluation_snapshot_line l WHERE l.snapshot_id = $1::uuid AND l.official_id = ANY($2::uuid[])
     ORDER BY l.unit_path COLLATE "C", l.sort_name COLLATE "C", l.official_id`,
    [snapshot.id, officialIds],
  );
  return (await readLines(snapshot, lines)).map((line) => JSON.parse(line) as EvidencePerson);
}

/** The texts of lines: each run of neighbours in a piece is fetched at once. */
async function readLines(snapshot: Snapshot, lines: readonly StoredLine[]): Promise<string[]> {
  const runs: StoredLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    if (last?.chunk === line.chunk && last.start + last.size === line.start) runs.at(-1)!.push(line);
    else runs.push([line]);
  }
  const texts: string[] = [];
  for (const run of runs) {
    const { chunk, start } = run[0]!;
    const end = run.at(-1)!;
    const { sha256 } = snapshot.manifest.chunks[chunk]!;
    const stream = await files().open(sha256, { from: start, to: end.start + end.size - 1 });
    if (!stream) throw new Error(`piece ${chunk} of snapshot ${snapshot.id} is not in the file store`);
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    for (const { start: from, size } of run) texts.push(bytes.toString("utf8", from - start, from - start + size));
  }
  return texts;
}

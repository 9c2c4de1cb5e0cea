import { query } from "~/platform/db.server";
import type { RecordTable } from "./seal";

/** How each table of the record names its rows, and finds them by their names ($1: text[]). */
const ROWS: Record<RecordTable, { key: string; found: string }> = {
  audit_event: { key: "r.id::text", found: "r.id = ANY($1::text[]::bigint[])" },
  certificate: { key: "r.id::text", found: "r.id = ANY($1::text[]::uuid[])" },
  certificate_document: { key: "r.id::text", found: "r.id = ANY($1::text[]::uuid[])" },
  certificate_event: { key: "r.id::text", found: "r.id = ANY($1::text[]::uuid[])" },
  completion: { key: "r.id::text", found: "r.id = ANY($1::text[]::uuid[])" },
  recognised_learning: { key: "r.id::text", found: "r.id = ANY($1::text[]::uuid[])" },
  supplement_completion: {
    key: "r.supplement_id || '/' || r.official_id",
    found:
      "(r.supplement_id, r.official_id) IN (SELECT split_part(k, '/', 1)::uuid, split_part(k, '/', 2)::uuid FROM unnest($1::text[]) k)",
  },
};

/** The one text of each of these rows, by key; what is no longer there is not in it. */
export async function readRowTexts(table: RecordTable, keys: readonly string[]): Promise<Map<string, string>> {
  const { key, found } = ROWS[table];
  const rows = await query<{ key: string; text: string }>(
    `record.texts-${table}`,
    `SELECT ${key} AS key, record_text(to_jsonb(r)) AS text FROM ${table} r WHERE ${found}`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row.text]));
}

/** Rows that came into a table past the trigger that notes them. */
export async function readUnnotedRows(table: RecordTable, limit: number): Promise<{ key: string; text: string }[]> {
  const { key } = ROWS[table];
  return query(
    `record.unnoted-${table}`,
    `SELECT ${key} AS key, record_text(to_jsonb(r)) AS text FROM ${table} r
     WHERE NOT EXISTS (SELECT FROM record_entry e WHERE e.table_name = '${table}' AND e.row_key = ${key}) LIMIT $1`,
    [limit],
  );
}

export interface RowFault {
  table: RecordTable;
  key: string;
  kind: "row-altered" | "row-missing";
}

/** Compares a stretch of entries of a table with its rows: one statement. `last`: where the next stretch begins, null at the end. */
export async function compareRows(input: {
  table: RecordTable;
  after: string;
  limit: number;
}): Promise<{ compared: number; faults: RowFault[]; last: string | null }> {
  const { table, after, limit } = input;
  const { key, found } = ROWS[table];
  const entries = await query<{ key: string; same: boolean | null }>(
    `record.compare-${table}`,
    `WITH stretch AS MATERIALIZED (
       SELECT row_key, row_hash FROM record_entry WHERE table_name = '${table}' AND row_key > $1 ORDER BY row_key LIMIT $2
     ), there AS (
       SELECT ${key} AS row_key, record_hash('${table}', ${key}, record_text(to_jsonb(r))) AS row_hash
       FROM ${table} r WHERE ${found.replaceAll("$1::text[]", "(SELECT array_agg(row_key) FROM stretch)::text[]")}
     )
     SELECT s.row_key AS key, t.row_hash = s.row_hash AS same FROM stretch s LEFT JOIN there t USING (row_key) ORDER BY s.row_key`,
    [after, limit],
  );
  const faults = entries
    .filter(({ same }) => same !== true)
    .map(({ key: name, same }) => ({
      table,
      key: name,
      kind: same === null ? ("row-missing" as const) : ("row-altered" as const),
    }));
  return { compared: entries.length, faults, last: entries.length === limit ? entries.at(-1)!.key : null };
}

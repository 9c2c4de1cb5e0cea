import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyDump } from "~/domain/seals/verify-dump.server";
import { closeDatabase } from "~/platform/db.server";
import { forgetEnv } from "~/platform/env.server";
import { applyMigrations } from "~/platform/migrations.server";
import { exportRecord } from "~/use-cases/system/export-record";
import { sealRecord } from "~/use-cases/system/seal-record";
import { createDatabase, dropDatabase } from "../../support/database";

const MIGRATIONS = path.resolve("prisma/migrations");
/** The first day of the migrations that came with the sealed record. */
const SINCE = "20261126";
const TABLES = ["completion", "certificate", "certificate_event", "audit_event", "supplement_completion"];
const now = new Date("2026-11-26T03:00:00Z");
const before = process.env["DATABASE_URL"];

let database: { name: string; url: string };
let client: pg.Client;
let older: string;
let rows: Record<string, string[]>;

// A row as the record tells it: without columns that are empty.
const told = async (table: string) => {
  const { rows: found } = await client.query<{ text: string }>(
    `SELECT (SELECT jsonb_object_agg(key, value) FILTER (WHERE value <> 'null') FROM jsonb_each(to_jsonb(r)))::text AS text FROM ${table} r ORDER BY 1`,
  );
  return found.map(({ text }) => text);
};
const tell = async () => {
  const all: Record<string, string[]> = {};
  for (const table of TABLES) all[table] = await told(table);
  return all;
};

beforeAll(async () => {
  database = await createDatabase({ template: "template0" });
  older = mkdtempSync(path.join(tmpdir(), "chuan-muc-older-"));
  for (const name of readdirSync(MIGRATIONS)) {
    if (name < SINCE && name !== "migration_lock.toml")
      cpSync(path.join(MIGRATIONS, name), path.join(older, name), { recursive: true });
  }
  await applyMigrations({ directory: older, databaseUrl: database.url });
  client = new pg.Client({ connectionString: database.url, options: "-c timezone=UTC" });
  await client.connect();
  await client.query(FILLED);
  rows = await tell();
  await applyMigrations({ directory: MIGRATIONS, databaseUrl: database.url });
  process.env["DATABASE_URL"] = database.url;
  forgetEnv();
}, 60_000);

afterAll(async () => {
  await closeDatabase();
  await client.end();
  await dropDatabase(database.name);
  if (before === undefined) delete process.env["DATABASE_URL"];
  else process.env["DATABASE_URL"] = before;
  rmSync(older, { recursive: true });
});

describe("a database of the release before, brought up to this one", () => {
  test("has every row of the record as it was, and not one more", async () => {
    expect(Object.values(rows).map((each) => each.length)).toEqual([2, 2, 3, 4, 1]);
    expect(await tell()).toEqual(rows);
  });

  test("has no certificate of its own making, no work begun, and nothing that goes out", async () => {
    const { rows: numbers } = await client.query("SELECT issuer_code, year, last_number FROM certificate_register");
    expect(numbers).toEqual([{ issuer_code: "SNV", year: 2026, last_number: 2 }]);
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND (tablename ~ 'mail|outbox|outgoing|deliver|webhook|notif' OR tablename IN ('long_job', 'certificate_document'))`,
    );
    expect(tables.length).toBeGreaterThan(0);
    // Who is told of changes begins behind everything that happened before.
    const { rows: position } = await client.query(
      "SELECT read_to = (SELECT max(id) FROM audit_event) AS behind FROM outbox_position",
    );
    expect(position).toEqual([{ behind: true }]);
    for (const { name } of tables.filter(({ name }) => name !== "outbox_position")) {
      expect((await client.query(`SELECT FROM ${name}`)).rowCount, name).toBe(0);
    }
  });

  test("has each old row noted with its hash, so that it goes into the first seal and an export is intact", async () => {
    const { rows: wrong } = await client.query(
      TABLES.map((table) => {
        const key = table === "supplement_completion" ? "r.supplement_id || '/' || r.official_id" : "r.id::text";
        return `SELECT '${table}' AS "table", ${key} AS key FROM ${table} r LEFT JOIN record_entry e ON e.table_name = '${table}' AND e.row_key = ${key}
          WHERE e.row_hash IS DISTINCT FROM record_hash('${table}', ${key}, record_text(to_jsonb(r)))`;
      }).join(" UNION ALL "),
    );
    expect(wrong, "a column that was added to a table of the record must be empty in old rows").toEqual([]);
    expect(await sealRecord({ now })).toEqual({ seals: 1, entries: 12 });
    const parts: string[] = [];
    for await (const line of exportRecord({ now })) parts.push(line);
    expect(await verifyDump([Buffer.from(parts.join(""))])).toMatchObject({
      ok: true,
      summary: { seals: 1, rows: 12, unsealed: 0 },
    });
  });
});

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const completion = (n: number, official: number) => `
  ('${id(n)}', '${id(official)}', '${id(3)}', '2026', '${id(4)}', '2026-11-20T02:00:00Z', '2026-11-20T02:00:01.123Z', 'Nguyễn Thị Hồ Sơ', 'AG1',
   'public_employee', 'Chuyên viên', '${id(1)}', 'Sở Nội vụ', 'Tỉnh › Sở', 'Khóa', '2026-11-01', '2026-12-01', true, 92.50, 1, '[{"kind":"test-passed","percent":92.5}]')`;
const certificate = (n: number, official: number, done: number, number: number) => `
  ('${id(n)}', 'CM26-000${number}', 'SNV', 2026, ${number}, '000${number}/GCN-SNV', '${id(done)}', '${id(official)}', '${id(3)}', '${id(4)}', '2026',
   '2026-11-20T02:00:02Z', 1, '{"fullName":"Nguyễn Thị Hồ Sơ"}')`;

const FILLED = `
INSERT INTO unit (id, code, name, search_name, kind, path, depth, valid_from) VALUES ('${id(1)}', 'AG', 'Tỉnh', 'tinh', 'province', 'AG', 0, '2025-07-01');
INSERT INTO official (id, staff_number, full_name, given_name, search_name, sort_name, staff_category, unit_id, position_title)
  SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'AG' || n, 'Nguyễn Thị Hồ Sơ', 'Sơ', 'nguyen', 'so', 'public_employee', '${id(1)}', 'Chuyên viên'
  FROM generate_series(11, 12) n;
INSERT INTO course (id, slug, title) VALUES ('${id(3)}', 'khoa', 'Khóa');
INSERT INTO course_version (id, course_id, number, content_hash, manifest, published_at) VALUES ('${id(4)}', '${id(3)}', 1, 'x', '{"title":"Khóa"}', now());
INSERT INTO enrolment (id, official_id, course_id, cycle, version_id, required, started_at, completed_at)
  VALUES ('${id(21)}', '${id(11)}', '${id(3)}', '2026', '${id(4)}', true, '2026-11-01', '2026-11-20T02:00:00Z'),
         ('${id(22)}', '${id(12)}', '${id(3)}', '2026', '${id(4)}', true, '2026-11-01', '2026-11-20T02:00:00Z');
INSERT INTO completion (id, official_id, course_id, cycle, version_id, completed_at, recorded_at, full_name, staff_number, staff_category, position_title,
  unit_id, unit_name, unit_path_names, course_title, started_at, due_on, on_time, score_percent, attempts_used, because)
  VALUES ${completion(31, 11)}, ${completion(32, 12)};
INSERT INTO certificate_register VALUES ('SNV', 2026, 2);
INSERT INTO certificate (id, serial, issuer_code, year, register_number, number, completion_id, official_id, course_id, version_id, cycle, issued_at,
  template_version, facts) VALUES ${certificate(41, 11, 31, 1)}, ${certificate(42, 12, 32, 2)};
INSERT INTO certificate_event (certificate_id, kind, at, reason)
  VALUES ('${id(41)}', 'issued', now(), NULL), ('${id(42)}', 'issued', now(), NULL), ('${id(42)}', 'revoked', now(), 'cấp nhầm');
INSERT INTO audit_event (at, actor_name, action, subject_type, subject_id, subject_label, before, after)
  SELECT now(), 'Hệ thống', 'completion.recorded', 'completion', n::text, 'x', NULL, '{"score": 92.50, "none": null}' FROM generate_series(1, 4) n;
INSERT INTO supplement (id, course_id, version_id, up_to_number, title, reason, due_on, parts, question_ids, people, published_at, published_by_name)
  VALUES ('${id(51)}', '${id(3)}', '${id(4)}', 1, 'Bổ sung', 'Luật mới', '2026-12-01', '[]', '{}', 1, now(), 'x');
INSERT INTO supplement_duty VALUES ('${id(51)}', '${id(11)}', '${id(21)}', '${id(31)}');
INSERT INTO supplement_completion VALUES ('${id(51)}', '${id(11)}', now(), '{"q-1": 0}', 'Nguyễn Thị Hồ Sơ', 'Sở Nội vụ');
`;

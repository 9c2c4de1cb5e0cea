import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { query } from "./db.server";
import { PlainSentence, errorCode } from "./plain-sentence";

/** The lock that `prisma migrate` takes too: whoever migrates, one does it at a time. */
const PRISMA_MIGRATE_LOCK = 72_707_369;

/** The table as `prisma migrate` makes it, so that its `deploy` and `status` understand what was done here. */
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedRow {
  migration_name: string;
  checksum: string;
  finished: boolean;
}

/** Applies what has not been applied yet, each migration whole or not at all; tells their names. */
export async function applyMigrations(input: { directory: string; databaseUrl: string }): Promise<string[]> {
  const migrations = await readMigrations(input.directory);
  const client = new pg.Client({ connectionString: input.databaseUrl, application_name: "chuan-muc-migrations" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_MIGRATE_LOCK]);
    await client.query(TABLE);
    const { rows } = await client.query<AppliedRow>(
      `select migration_name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null`,
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row]));
    for (const row of rows) checkApplied(row, migrations);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** The names of migrations that the database has not had yet. */
export async function pendingMigrations(input: { directory: string }): Promise<string[]> {
  const names = await migrationNames(input.directory);
  try {
    const rows = await query<{ migration_name: string }>(
      "applied-migrations",
      "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
      [],
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    return names.filter((name) => !applied.has(name));
  } catch (error) {
    if (errorCode(error) === "42P01") return names;
    throw error;
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query("begin");
    const startedAt = new Date();
    await client.query(migration.sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name, startedAt],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    const reason = (error as Error).message;
    throw new PlainSentence(
      `Bản cập nhật cơ sở dữ liệu "${migration.name}" không áp dụng được và đã được hoàn tác: ${reason}`,
      `The migration "${migration.name}" could not be applied and has been undone: ${reason}`,
    );
  }
}

function checkApplied(row: AppliedRow, migrations: Migration[]): void {
  const name = row.migration_name;
  if (!row.finished) {
    throw new PlainSentence(
      `Bản cập nhật cơ sở dữ liệu "${name}" trước đây dừng giữa chừng: hãy kiểm tra cơ sở dữ liệu rồi chạy "npx prisma migrate resolve --rolled-back ${name}" (hoặc --applied) và khởi động lại.`,
      `The migration "${name}" stopped half-way earlier: look at the database, run "npx prisma migrate resolve --rolled-back ${name}" (or --applied), and start again.`,
    );
  }
  const migration = migrations.find((candidate) => candidate.name === name);
  if (!migration) {
    throw new PlainSentence(
      `Cơ sở dữ liệu đã có bản cập nhật "${name}" mà bản cài này không có: hãy chạy phiên bản phần mềm mới hơn.`,
      `The database has had the migration "${name}", which this installation does not know: run a newer version of the software.`,
    );
  }
  if (migration.checksum !== row.checksum && checksumOf(withoutCarriageReturns(migration.sql)) !== row.checksum) {
    throw new PlainSentence(
      `Tệp prisma/migrations/${name}/migration.sql đã bị sửa sau khi áp dụng: hãy khôi phục tệp gốc và viết thay đổi thành một bản cập nhật mới.`,
      `The file prisma/migrations/${name}/migration.sql was changed after it had been applied: restore it, and write the change as a new migration.`,
    );
  }
}

async function migrationNames(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort();
}

async function readMigrations(directory: string): Promise<Migration[]> {
  return Promise.all(
    (await migrationNames(directory)).map(async (name) => {
      const sql = await readFile(path.join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: checksumOf(sql) };
    }),
  );
}

function checksumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A checkout on Windows may have turned line ends; what was applied is the same. */
function withoutCarriageReturns(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

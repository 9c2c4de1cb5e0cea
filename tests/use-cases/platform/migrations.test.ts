import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyMigrations, pendingMigrations } from "~/platform/migrations.server";
import { createDatabase, dropDatabase, useDatabase } from "../../support/database";

useDatabase();

let database: { name: string; url: string };
let directory: string;

beforeEach(async () => {
  database = await createDatabase({ template: "template0" });
  directory = mkdtempSync(path.join(tmpdir(), "chuan-muc-migrations-"));
  write("1_first", "create table first (id int);\ninsert into first values (1);\n");
});

afterEach(async () => {
  await dropDatabase(database.name);
  rmSync(directory, { recursive: true });
});

describe("migrations", () => {
  test("are applied once, in order, and noted as Prisma notes them", async () => {
    write("2_second", "create table second as select id from first;\n");
    expect(await apply()).toEqual(["1_first", "2_second"]);
    expect(await apply()).toEqual([]);
    const rows = await ask(
      "select migration_name, checksum, applied_steps_count, logs, rolled_back_at from _prisma_migrations",
    );
    expect(rows[0]).toEqual({
      migration_name: "1_first",
      checksum: createHash("sha256")
        .update("create table first (id int);\ninsert into first values (1);\n")
        .digest("hex"),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    });
  });

  test("that fail leave nothing behind, and what went before stays", async () => {
    write("2_second", "create table second (id int); insert into nowhere values (1);");
    await expect(apply()).rejects.toThrow(/2_second.*nowhere/);
    expect(await ask("select to_regclass('first') as first, to_regclass('second') as second")).toEqual([
      { first: "first", second: null },
    ]);
    write("2_second", "create table second (id int);");
    expect(await apply()).toEqual(["2_second"]);
  });

  test("are applied by one of several processes that start together", async () => {
    const counts = await Promise.all([apply(), apply(), apply()]);
    expect(counts.flat()).toEqual(["1_first"]);
  });

  test("must not be changed afterwards; turned line ends are no change", async () => {
    await apply();
    write("1_first", "create table first (id int);\r\ninsert into first values (1);\r\n");
    expect(await apply()).toEqual([]);
    write("1_first", "create table first (id bigint);\n");
    await expect(apply()).rejects.toThrow(/1_first.*đã bị sửa/);
  });

  test("that prisma left half-way are told, and not stepped over", async () => {
    await apply();
    await ask("update _prisma_migrations set finished_at = null");
    await expect(apply()).rejects.toThrow(/1_first.*dừng giữa chừng/);
    await ask("update _prisma_migrations set rolled_back_at = now()");
    await ask("drop table first");
    expect(await apply()).toEqual(["1_first"]);
  });

  test("of a newer version are told to an older one", async () => {
    write("9_newer", "select 1;");
    await apply();
    rmSync(path.join(directory, "9_newer"), { recursive: true });
    await expect(apply()).rejects.toThrow(/9_newer/);
  });

  test("of this project have all been applied to a test database", async () => {
    expect(await pendingMigrations({ directory: path.resolve("prisma/migrations") })).toEqual([]);
    expect(await pendingMigrations({ directory })).toEqual(["1_first"]);
  });
});

const apply = () => applyMigrations({ directory, databaseUrl: database.url });

function write(name: string, sql: string): void {
  mkdirSync(path.join(directory, name), { recursive: true });
  writeFileSync(path.join(directory, name, "migration.sql"), sql);
}

async function ask(statement: string): Promise<unknown[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

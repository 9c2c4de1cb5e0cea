import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, db, Prisma } from "~/platform/db.server";
import { forgetEnv } from "~/platform/env.server";
import { TEMPLATE } from "./postgres-for-tests";

/**
 * Gives the test file a database of its own: migrated, empty, gone afterwards. Call it once at the top of the file,
 * before other hooks; from then on `db` and `inTransaction` of `~/platform/db.server` speak to it.
 *
 *     useDatabase();
 *     beforeEach(truncateAll);
 *     test("…", async () => { await db.unit.create(…) });
 */
export function useDatabase(): void {
  let made: { name: string; url: string } | null = null;

  beforeAll(async () => {
    made = await createDatabase();
    process.env["DATABASE_URL"] = made.url;
    forgetEnv();
  });

  afterAll(async () => {
    await closeDatabase();
    if (made) await dropDatabase(made.name);
  });
}

/** For tests that want a database without `db`: a copy of the migrated template, or of another one (`template0`: empty). */
export async function createDatabase(input: { template?: string } = {}): Promise<{ name: string; url: string }> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(`create database ${name} template ${input.template ?? TEMPLATE}`);
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  return { name, url: url.href };
}

export async function dropDatabase(name: string): Promise<void> {
  await asAdmin(`drop database if exists ${name} with (force)`);
}

/** Empties every table but keeps the database: quicker than a new one for each test. Append-only tables too. */
export async function truncateAll(): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'public' and tablename <> '_prisma_migrations'`;
  if (tables.length === 0) return;
  // Triggers that keep facts from being deleted are for the application; a test starts from nothing.
  await db.$transaction([
    db.$executeRawUnsafe("set local session_replication_role = replica"),
    db.$executeRawUnsafe(`truncate ${tables.map((table) => table.name).join(", ")} restart identity cascade`),
  ]);
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client(inject("adminUrl"));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** In place of what a change would write into the audit trail together with itself. */
export const tellNothing = (): Prisma.Sql => Prisma.sql`SELECT 1`;

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../app/platform/embedded-postgres.server";
import { applyMigrations } from "../../app/platform/migrations.server";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's address of the PostgreSQL of this test run. */
    adminUrl: string;
  }
}

/** The database that every test database is a copy of: migrated, empty. */
export const TEMPLATE = "template_migrated";

/** One PostgreSQL for the test run, in a temporary folder and without waiting for the disk. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-test-postgres-"));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  const client = new pg.Client(postgres.adminUrl);
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const databaseUrl = new URL(postgres.adminUrl);
  databaseUrl.pathname = `/${TEMPLATE}`;
  await applyMigrations({ directory: path.resolve("prisma/migrations"), databaseUrl: databaseUrl.href });
  project.provide("adminUrl", postgres.adminUrl);
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

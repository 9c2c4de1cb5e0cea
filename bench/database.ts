import { existsSync } from "node:fs";
import pg from "pg";
import { startEmbeddedPostgres } from "../app/platform/embedded-postgres.server";

/** The PostgreSQL that everything runs on, seen from outside. */
export interface Server {
  /** "PostgreSQL 18.4, fsync on". */
  description: string;
  /** Its first process, when it runs on this machine. */
  postmaster: number | null;
  /** An empty database of its own for each province. */
  createDatabase(name: string): Promise<string>;
  /** Statements that a database has run: those that ask or change, and those that only open and close transactions. */
  statements(name: string): Promise<{ work: number; transactions: number } | null>;
  /** Writes everything to disk, so that this does not happen in the middle of a round. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(input: { dataDir: string; databaseUrl: string | null }): Promise<Server> {
  if (input.databaseUrl) return serverAt({ adminUrl: input.databaseUrl, ownerUrl: input.databaseUrl, stop: null });
  const settings = { shared_preload_libraries: "pg_stat_statements" };
  const postgres = await startEmbeddedPostgres({ dataDir: input.dataDir, settings });
  return serverAt({ adminUrl: postgres.adminUrl, ownerUrl: postgres.url, stop: () => postgres.stop() });
}

async function serverAt(input: {
  adminUrl: string;
  ownerUrl: string;
  stop: (() => Promise<void>) | null;
}): Promise<Server> {
  const admin = new pg.Client(input.adminUrl);
  await admin.connect();
  const counts = await admin.query("create extension if not exists pg_stat_statements").then(
    () =>
      admin.query("select 1 from pg_stat_statements limit 1").then(
        () => true,
        () => false,
      ),
    () => false,
  );
  const owner = decodeURIComponent(new URL(input.ownerUrl).username);
  const made: string[] = [];
  return {
    description: await describe(admin),
    postmaster: await findPostmaster(admin),
    async createDatabase(name) {
      await admin.query(`create database ${name} owner ${admin.escapeIdentifier(owner)}`);
      made.push(name);
      const url = new URL(input.ownerUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
    async statements(name) {
      if (!counts) return null;
      const { rows } = await admin.query<{ work: number; transactions: number }>(
        `select coalesce(sum(calls) filter (where not s.ends), 0)::float8 as work, coalesce(sum(calls) filter (where s.ends), 0)::float8 as transactions
         from (select calls, query ~* '^(begin|commit|rollback|start transaction|set transaction|deallocate)' as ends
           from pg_stat_statements where dbid = (select oid from pg_database where datname = $1)) s`,
        [name],
      );
      return rows[0]!;
    },
    async settle() {
      await admin.query("checkpoint").catch(() => undefined);
    },
    async stop() {
      if (!input.stop) for (const name of made) await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
      await input.stop?.();
    },
  };
}

async function describe(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ version: string; fsync: string }>(
    "select current_setting('server_version') as version, current_setting('fsync') as fsync",
  );
  return `PostgreSQL ${rows[0]!.version}, fsync ${rows[0]!.fsync}`;
}

/** The parent of the process that serves our own connection, if the server is on this machine. */
async function findPostmaster(admin: pg.Client): Promise<number | null> {
  const { rows } = await admin.query<{ pid: number; local: boolean }>(
    "select pg_backend_pid() as pid, coalesce(inet_server_addr() <<= '127.0.0.0/8', true) as local",
  );
  const { pid, local } = rows[0]!;
  if (!local || !existsSync(`/proc/${pid}/stat`)) return null;
  const { readFile } = await import("node:fs/promises");
  return Number((await readFile(`/proc/${pid}/stat`, "utf8")).split(") ").at(-1)!.split(" ")[1]);
}

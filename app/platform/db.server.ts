import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "./generated/prisma/client";
import { env } from "./env.server";

export { Prisma };

/** The client, or a transaction of it: store functions take either. */
export type Db = PrismaClient | Prisma.TransactionClient;

interface Connection {
  pool: pg.Pool;
  db: PrismaClient;
}

// One pool for the process, also across reloads of modules in development.
const holder = globalThis as typeof globalThis & { chuanMucConnection?: Connection };

function connect(): Connection {
  const pool = new pg.Pool({
    connectionString: env().databaseUrl,
    max: env().databasePoolSize,
    application_name: "chuan-muc",
    options: "-c timezone=UTC",
    // A connection that cannot be had is an error with a sentence, not a page that never comes.
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks (a database restart) is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function connection(): Connection {
  return (holder.chuanMucConnection ??= connect());
}

export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_target, name) => Reflect.get(connection().db, name) as unknown,
});

/**
 * One transaction. Everything inside happens or nothing does.
 * Isolation is READ COMMITTED; what must not happen twice is kept by unique constraints and row locks.
 */
export function inTransaction<T>(
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  /** How long it may take, in milliseconds: more than half a minute only for work on a whole province. */
  { timeout = 30_000 }: { timeout?: number } = {},
): Promise<T> {
  return connection().db.$transaction(work, { maxWait: 10_000, timeout });
}

/** For a transaction that touches very many rows: seconds, on a busy machine many of them. */
export const LONG_WORK = { timeout: 300_000 };

/** One prepared statement on the shared pool, for the hot paths: `name` is prepared once per connection. */
export async function query<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
  const result = await connection().pool.query<Row>({ name, text, values });
  return result.rows;
}

export async function closeDatabase(): Promise<void> {
  const open = holder.chuanMucConnection;
  if (!open) return;
  delete holder.chuanMucConnection;
  await open.db.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}

import pg from "pg";
import { log } from "./log.server";
import { PlainSentence, errorCode } from "./plain-sentence";

const PATIENCE_MS = 15_000;

/**
 * Waits a little for a database that is starting beside this process, then says in one sentence why it cannot be used.
 * The sentence holds host and database, never the password.
 */
export async function checkDatabaseReachable(databaseUrl: string): Promise<void> {
  let told = false;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("select 1");
      return await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      const refused = /^(28|3D)/.test(errorCode(error));
      if (refused || Date.now() > deadline) throw sentence(databaseUrl, error);
      if (!told) log().warn({ reason: (error as Error).message }, "waiting for the database");
      told = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function sentence(databaseUrl: string, error: unknown): PlainSentence {
  const { host, pathname } = new URL(databaseUrl);
  const where = `${host}${pathname}`;
  const inner = error instanceof AggregateError ? (error.errors[0] as Error) : (error as Error);
  return new PlainSentence(
    `Không kết nối được cơ sở dữ liệu ${where} (${inner.message}): hãy kiểm tra DATABASE_URL, máy chủ PostgreSQL và mạng, hoặc bỏ DATABASE_URL để hệ thống tự khởi động PostgreSQL.`,
    `The database ${where} cannot be reached (${inner.message}): check DATABASE_URL, the PostgreSQL server and the network, or leave DATABASE_URL out and the platform starts PostgreSQL itself.`,
  );
}

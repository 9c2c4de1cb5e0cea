import pg from "pg";

/**
 * Does something while no other process on the same database does it: several app processes may start at once, and
 * the second one finds the work done.
 */
export async function oneAtATime<T>(input: { databaseUrl: string; key: number }, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: input.databaseUrl, application_name: "chuan-muc-start" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [input.key]);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}

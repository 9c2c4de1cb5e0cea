import { checkDatabaseReachable } from "~/platform/database-reachable.server";
import { closeDatabase } from "~/platform/db.server";
import { DataFolderInUse, joinEmbeddedPostgres, startEmbeddedPostgres } from "~/platform/embedded-postgres.server";
import { env, useStartedDatabase } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { applyMigrations } from "~/platform/migrations.server";

export interface OpenDatabase {
  /** Ends the connections, and the database if this process started it. */
  close(): Promise<void>;
}

/**
 * Makes the database ready to be used: the one of DATABASE_URL, or the embedded one, started. A command that works
 * beside a running server joins that server's (`join`); a second server on the same folder is refused.
 */
export async function openDatabase(input: { join?: boolean } = {}): Promise<OpenDatabase> {
  const stop = env().embeddedDatabase ? await startEmbedded(input.join ?? false) : await reachGiven();

  async function close(): Promise<void> {
    await closeDatabase();
    await stop();
  }

  try {
    const { migrationsDir: directory, databaseUrl } = env();
    const applied = await applyMigrations({ directory, databaseUrl });
    if (applied.length > 0) log().info({ migrations: applied }, "migrated");
    return { close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

async function reachGiven(): Promise<() => Promise<void>> {
  await checkDatabaseReachable(env().databaseUrl);
  return () => Promise.resolve();
}

async function startEmbedded(join: boolean): Promise<() => Promise<void>> {
  const { dataDir } = env();
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, onNotice: (message) => log().warn(message) });
    useStartedDatabase(postgres.url);
    return () => postgres.stop();
  } catch (error) {
    const url = join && error instanceof DataFolderInUse ? await joinEmbeddedPostgres({ dataDir }) : null;
    if (!url) throw error;
    useStartedDatabase(url);
    return () => Promise.resolve();
  }
}

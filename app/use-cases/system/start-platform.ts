import { randomInt } from "node:crypto";
import path from "node:path";
import { now } from "~/platform/clock.server";
import { closeDatabase } from "~/platform/db.server";
import { checkDatabaseReachable } from "~/platform/database-reachable.server";
import { startEmbeddedPostgres } from "~/platform/embedded-postgres.server";
import { env, useStartedDatabase } from "~/platform/env.server";
import { keptSecret } from "~/platform/kept-secret.server";
import { log } from "~/platform/log.server";
import { applyMigrations } from "~/platform/migrations.server";
import { oneAtATime } from "~/platform/one-at-a-time.server";
import { createDemoProvince } from "./create-demo-province";
import { publishContent } from "./publish-content";

/** Everything before the first page is ready; held while one process does it. */
const START_LOCK = 7_270_302;

export interface StartedPlatform {
  content: Awaited<ReturnType<typeof publishContent>>;
  /** The fictitious province, when this installation shows one. */
  demo: { created: boolean; accounts: DemoAccount[]; password: string } | null;
  /** Ends the connections, and the database if this process started it. */
  stop(): Promise<void>;
}

type DemoAccount = Awaited<ReturnType<typeof createDemoProvince>>["accounts"][number];

/** Brings the platform up: settings, database, migrations, courses, and a demonstration province where none was forbidden. */
export async function startPlatform(): Promise<StartedPlatform> {
  const stopDatabase = await startDatabase();

  async function stop(): Promise<void> {
    await closeDatabase();
    await stopDatabase();
  }

  try {
    const prepared = await oneAtATime({ databaseUrl: env().databaseUrl, key: START_LOCK }, prepare);
    return { ...prepared, stop };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

async function startDatabase(): Promise<() => Promise<void>> {
  if (!env().embeddedDatabase) {
    await checkDatabaseReachable(env().databaseUrl);
    return () => Promise.resolve();
  }
  const postgres = await startEmbeddedPostgres({ dataDir: env().dataDir, onNotice: (message) => log().warn(message) });
  useStartedDatabase(postgres.url);
  return () => postgres.stop();
}

async function prepare(): Promise<Omit<StartedPlatform, "stop">> {
  const { databaseUrl, migrationsDir, contentDir } = env();
  const applied = await applyMigrations({ directory: migrationsDir, databaseUrl });
  if (applied.length > 0) log().info({ migrations: applied }, "migrated");
  const content = await publishContent({ contentDir, now: now() });
  return { content, demo: env().demo ? await showProvince() : null };
}

async function showProvince(): Promise<StartedPlatform["demo"]> {
  const password = env().demoPassword ?? keptSecret({ file: path.join(env().dataDir, "demo-password"), make: makePassword });
  return { ...(await createDemoProvince({ password, now: now() })), password };
}

/** Easy to read off a screen and to type: no sign that looks like another one. */
function makePassword(): string {
  const signs = "abcdefghijkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join("");
  return [group(), group(), group()].join("-");
}

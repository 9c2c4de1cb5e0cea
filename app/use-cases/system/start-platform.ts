import { randomInt } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { knownKeys } from "~/domain/certificates/credential/credential-store.server";
import { configuredRoots } from "~/domain/certificates/signing/certificate-chain.server";
import { configuredSigning } from "~/domain/certificates/signing/sign-pdf.server";
import { days } from "~/domain/time";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { keptSecret } from "~/platform/kept-secret.server";
import { platformKey } from "~/platform/platform-key.server";
import { oneAtATime } from "~/platform/one-at-a-time.server";
import { createDemoProvince, DEMO_ACCOUNTS, type DemoAccount } from "./create-demo-province";
import { openDatabase } from "./open-database";
import { publishContent } from "./publish-content";
import { hasUnits } from "./setup-store.server";

/** Everything before the first page is ready; held while one process does it. */
const START_LOCK = 7_270_302;

export interface StartedPlatform {
  content: Awaited<ReturnType<typeof publishContent>>;
  /** How to get into the fictitious province, when this installation shows one. */
  demo: DemoAccess | null;
  /** Ends the connections, and the database if this process started it. */
  stop(): Promise<void>;
}

export interface DemoAccess {
  accounts: readonly DemoAccount[];
  password: string;
}

/** Brings the platform up: database, migrations, courses, and a demonstration province where none was forbidden. */
export async function startPlatform(): Promise<StartedPlatform> {
  // A signing key that cannot be used is told now, and not when the first certificate waits for it.
  await configuredSigning();
  configuredRoots();
  const database = await openDatabase();
  try {
    const prepared = await oneAtATime({ databaseUrl: env().databaseUrl, key: START_LOCK }, async () => {
      const empty = env().demo && !(await hasUnits(db));
      // The demonstration province has learnt for some weeks already, from courses that were there.
      const publishedAt = empty ? new Date(now().getTime() - days(60)) : now();
      const content = await publishContent({ contentDir: env().contentDir, now: publishedAt });
      await knownKeys(db, { present: platformKey().publicKeyMultibase, now: now() });
      return { content, demo: env().demo ? await showProvince(empty) : null };
    });
    return { ...prepared, stop: database.close };
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

/**
 * Who can sign in is told at every start. It is kept before the province is made, so that it is known also when the first start
 * was cut short.
 */
async function showProvince(empty: boolean): Promise<DemoAccess | null> {
  const { dataDir, demoPassword } = env();
  const kept = path.join(dataDir, "demo-accounts.json");
  if (!empty) {
    return readFile(kept, "utf8").then(
      (text) => JSON.parse(text) as DemoAccess,
      () => null,
    );
  }
  const password = demoPassword ?? keptSecret({ file: path.join(dataDir, "demo-password"), make: makePassword });
  const access: DemoAccess = { accounts: DEMO_ACCOUNTS, password };
  await mkdir(dataDir, { recursive: true });
  await writeFile(kept, JSON.stringify(access, null, 2), { mode: 0o600 });
  await createDemoProvince({ password, now: now() });
  return access;
}

/** Easy to read off a screen and to type: no sign that looks like another one. */
function makePassword(): string {
  const signs = "abcdefghijkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join("");
  return [group(), group(), group()].join("-");
}

import { randomBytes } from "node:crypto";
import path from "node:path";
import { keptSecret } from "./kept-secret.server";
import { PlainSentence } from "./plain-sentence";
import { readSettings, type Settings } from "./settings";

/** The settings of this process, checked: see `Settings` for what each one means. */
export interface Env extends Omit<Settings, "databaseUrl" | "secretKey"> {
  /** Where the database is. Reading it before the embedded one has started is a fault. */
  readonly databaseUrl: string;
  /** No DATABASE_URL was given: the platform starts PostgreSQL itself. */
  readonly embeddedDatabase: boolean;
  /** The key behind keyed hashes and sealed personal IDs: SECRET_KEY, else one kept in DATA_DIR/secret-key. */
  readonly secretKey: string;
}

// One copy for the process: the server and the Remix build each bundle this module.
const holder = globalThis as typeof globalThis & { chuanMucEnv?: Env; chuanMucDatabaseUrl?: string };

/** Reads and checks the environment once; throws one sentence that lists every wrong setting. */
export function env(): Env {
  return (holder.chuanMucEnv ??= makeEnv());
}

/** Tells where the database is that this process started itself. */
export function useStartedDatabase(url: string): void {
  holder.chuanMucDatabaseUrl = url;
}

/** Forgets what was read, so that a test can change `process.env`. */
export function forgetEnv(): void {
  delete holder.chuanMucEnv;
  delete holder.chuanMucDatabaseUrl;
}

function makeEnv(): Env {
  const { settings, problems } = readSettings(process.env, process.cwd());
  if (problems.length > 0) {
    throw new PlainSentence(
      `Cấu hình chưa đúng:\n${problems.map((problem) => `  - ${problem.vietnamese}`).join("\n")}`,
      `The settings are not right:\n${problems.map((problem) => `  - ${problem.english}`).join("\n")}`,
    );
  }
  let secretKey: string | null = settings.secretKey;
  return Object.freeze({
    ...settings,
    embeddedDatabase: settings.databaseUrl === null,
    get databaseUrl(): string {
      const url = settings.databaseUrl ?? holder.chuanMucDatabaseUrl;
      if (!url) throw new Error("The database was asked for before it was started and DATABASE_URL is not set");
      return url;
    },
    get secretKey(): string {
      const file = path.join(settings.dataDir, "secret-key");
      return (secretKey ??= keptSecret({ file, make: () => randomBytes(48).toString("base64url") }));
    },
  });
}

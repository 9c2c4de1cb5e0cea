import { accessSync, constants, mkdirSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { findBinaries } from "./embedded-postgres/binaries.server";
import { prepareCluster, readPasswords } from "./embedded-postgres/cluster.server";
import { diskSentence } from "./embedded-postgres/disk-sentence";
import {
  connectAs,
  DataFolderInUse,
  prepareDatabase,
  takeOwnership,
  type Ownership,
} from "./embedded-postgres/ownership.server";
import { findPostmaster, launch, stop, type Postmaster } from "./embedded-postgres/postmaster.server";
import { chooseUser } from "./embedded-postgres/run-as.server";
import { PlainSentence } from "./plain-sentence";

export { DataFolderInUse };

export interface EmbeddedPostgres {
  /** The application's database, as a role that owns it and nothing else. */
  url: string;
  /** The same server as its superuser, for tests that make databases. */
  adminUrl: string;
  pid: number;
  /** Ends the connections and the server, with everything committed on disk. */
  stop(): Promise<void>;
}

interface Input {
  dataDir: string;
  /** Settings of postgresql.conf that a test wants otherwise. */
  settings?: Record<string, string>;
  /** Told when the server had to be taken over or started again. */
  onNotice?: (message: string) => void;
}

/**
 * Starts the PostgreSQL that came with npm, on this machine alone, with its data in DATA_DIR/postgres. A server that a
 * killed app left running is taken over; a data folder that a living app uses is refused. Throws one plain sentence
 * when it cannot be done.
 */
export async function startEmbeddedPostgres(input: Input): Promise<EmbeddedPostgres> {
  await checkFolder(input.dataDir);
  const pgData = path.join(input.dataDir, "postgres");
  let server = await findPostmaster(pgData);
  let ownership: Ownership | null = null;
  if (server) {
    ownership = await takeOwnership({ pgData, server });
    if (ownership) input.onNotice?.("The PostgreSQL of an earlier process was still running and has been taken over");
  }
  const relaunch = await launcher(input, pgData);
  if (!ownership) {
    server = await relaunch();
    ownership = await takeOwnership({ pgData, server });
  }
  if (!ownership || !server) throw new Error("PostgreSQL ended while it was starting");
  return keep({ ...input, pgData, server, ownership, relaunch });
}

/** The address of the application's database on the server that another process has started on this folder. */
export async function joinEmbeddedPostgres(input: { dataDir: string }): Promise<string | null> {
  const pgData = path.join(input.dataDir, "postgres");
  const server = await findPostmaster(pgData);
  if (!server) return null;
  const { application } = await readPasswords(pgData);
  return connectAs({ server, user: "chuan_muc", password: application, database: "chuan_muc" });
}

async function launcher(input: Input, pgData: string): Promise<(port?: number) => Promise<Postmaster>> {
  const binaries = await findBinaries({ dataDir: input.dataDir });
  const runAs = chooseUser({ pgData, mustReach: input.dataDir, initdb: binaries.initdb });
  return async (port) => {
    await prepareCluster({ dataDir: input.dataDir, binaries, runAs, sync: input.settings?.["fsync"] !== "off" });
    return launch({ dataDir: input.dataDir, binaries, runAs, port, settings: input.settings });
  };
}

/** Holds on to the server: a lost connection is made again, an ended server is started again on the same port. */
async function keep(
  held: Input & {
    pgData: string;
    server: Postmaster;
    ownership: Ownership;
    relaunch: (port?: number) => Promise<Postmaster>;
  },
): Promise<EmbeddedPostgres> {
  let { server, ownership } = held;
  const passwords = await readPasswords(held.pgData);
  await prepareDatabase({ server, passwords }).catch(async (error: unknown) => {
    await stop(server);
    throw error;
  });
  let stopping = false;

  async function watch(): Promise<void> {
    await ownership.lost;
    if (stopping) return;
    held.onNotice?.("The connection to PostgreSQL was lost; connecting again");
    try {
      const running = (await findPostmaster(held.pgData)) ?? (await held.relaunch(server.port));
      const again = await takeOwnership({ pgData: held.pgData, server: running });
      if (again) [server, ownership] = [running, again];
      if (stopping) await stop(running);
    } catch (error) {
      held.onNotice?.(`PostgreSQL could not be reached again: ${(error as Error).message}`);
      await new Promise((resolve) => setTimeout(resolve, 2_000).unref());
    }
    return watch();
  }
  void watch();

  return {
    url: connectAs({ server, user: "chuan_muc", password: passwords.application, database: "chuan_muc" }),
    adminUrl: connectAs({ server, user: "postgres", password: passwords.superuser, database: "postgres" }),
    get pid() {
      return server.pid;
    },
    async stop() {
      stopping = true;
      await stop(server);
      await ownership.release();
    },
  };
}

async function checkFolder(dataDir: string): Promise<void> {
  if (process.platform === "win32") {
    throw new PlainSentence(
      `Trên Windows hãy cài PostgreSQL riêng và đặt DATABASE_URL; bản đi kèm chỉ chạy trên Linux và macOS.`,
      `On Windows install PostgreSQL yourself and set DATABASE_URL; the bundled one runs on Linux and macOS only.`,
    );
  }
  const probe = path.join(dataDir, `.writable-${process.pid}`);
  try {
    // Others may pass through (PostgreSQL runs as another user when the app is root) but not look around.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.W_OK);
    await writeFile(probe, "x".repeat(65_536), { flush: true });
  } catch (error) {
    throw diskSentence(error, dataDir) ?? error;
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

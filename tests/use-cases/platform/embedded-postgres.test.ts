import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isAlive } from "~/platform/embedded-postgres/postmaster.server";

interface App {
  child: ChildProcess;
  url: string;
  pid: number;
  refused: string;
  notices: string[];
}

let used: string;
let dataDir: string;
let apps: App[] = [];

/** A folder that an app has used and left in order, to be copied: making one takes seconds. */
beforeAll(async () => {
  used = dataDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-used-"));
  const { child, url } = await startApp();
  await run(url, "create table kept (word text)", "insert into kept values ('còn đây')");
  await ended(child, "SIGTERM");
});

afterAll(() => rm(used, { recursive: true, force: true }));

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "chuan-muc-folder-"));
  apps = [];
});

afterEach(async () => {
  for (const { child } of apps) await ended(child, "SIGTERM");
  const left = Number(pidFile().split("\n")[0]);
  if (left > 1 && isAlive(left)) process.kill(left, "SIGQUIT");
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe("the embedded PostgreSQL", () => {
  test("keeps what was written, and ends with its app", async () => {
    await useUsedFolder();
    const app = await startApp();
    expect(await run(app.url, "select word from kept")).toEqual([{ word: "còn đây" }]);
    await ended(app.child, "SIGTERM");
    expect(isAlive(app.pid)).toBe(false);
  });

  test("speaks UTF-8 on this machine alone, to a role that rules its own database and nothing else", async () => {
    await useUsedFolder();
    const { url } = await startApp();
    expect(await run(url, "show server_encoding")).toEqual([{ server_encoding: "UTF8" }]);
    expect(await run(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await run(url, "select rolsuper from pg_roles where rolname = current_user")).toEqual([{ rolsuper: false }]);
    await expect(run(url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(/password/);
    expect(statSync(path.join(dataDir, "postgres/chuan-muc-passwords.json")).mode & 0o777).toBe(0o600);
  });

  test("outlives an app that was killed, and is taken over by the next one", async () => {
    await useUsedFolder();
    const killed = await startApp();
    await ended(killed.child, "SIGKILL");
    expect(isAlive(killed.pid)).toBe(true);
    const next = await startApp();
    expect(next.pid).toBe(killed.pid);
    expect(next.notices).toHaveLength(1);
    expect(await run(next.url, "select word from kept")).toEqual([{ word: "còn đây" }]);
    await ended(next.child, "SIGTERM");
    expect(isAlive(killed.pid)).toBe(false);
  });

  test("recovers when app and server were killed together", async () => {
    await useUsedFolder();
    const killed = await startApp();
    await run(killed.url, "update kept set word = 'vẫn còn'");
    await ended(killed.child, "SIGKILL");
    process.kill(killed.pid, "SIGKILL");
    const next = await startApp();
    expect(next.pid).not.toBe(killed.pid);
    expect(await run(next.url, "select word from kept")).toEqual([{ word: "vẫn còn" }]);
  });

  test("is not fooled by a process number that another program has by now", async () => {
    await useUsedFolder();
    writeFileSync(path.join(dataDir, "postgres/postmaster.pid"), `${process.pid}\n${dataDir}\n1\n5432\n\n\n\nready\n`);
    expect((await startApp()).refused).toBe("");
  });

  test("is started again on the same port when it ends under a living app", async () => {
    await useUsedFolder();
    const app = await startApp();
    process.kill(app.pid, "SIGKILL");
    await expect.poll(() => run(app.url, "select 1 as one").catch(() => []), { timeout: 15_000 }).toEqual([{ one: 1 }]);
  });

  test("belongs to one app: a second one is refused with a sentence and leaves the first in peace", async () => {
    await useUsedFolder();
    const first = await startApp();
    const second = await startApp();
    expect(second.refused).toContain("đang được một tiến trình khác dùng");
    expect(await run(first.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("is made once when two apps start on an empty folder together", async () => {
    const both = await Promise.all([startApp(), startApp()]);
    expect(both.map(({ refused }) => refused !== "").sort()).toEqual([false, true]);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("postgres.new-"))).toEqual([]);
  });

  test("clears away what an interrupted first start has left", async () => {
    const abandoned = path.join(dataDir, "postgres.new-999999-abc/data");
    mkdirSync(abandoned, { recursive: true });
    writeFileSync(path.join(abandoned, "PG_VERSION"), "18\n");
    expect((await startApp()).refused).toBe("");
    expect(existsSync(abandoned)).toBe(false);
  });

  test("does not take a folder of other files for its own", async () => {
    mkdirSync(path.join(dataDir, "postgres"));
    writeFileSync(path.join(dataDir, "postgres/notes.txt"), "not a database");
    expect((await startApp()).refused).toContain("postgres");
    expect(readFileSync(path.join(dataDir, "postgres/notes.txt"), "utf8")).toBe("not a database");
  });
});

const useUsedFolder = () => cp(used, dataDir, { recursive: true });

/** An app in a process of its own; settles when it has the database or was refused. */
async function startApp(): Promise<App> {
  const script = path.resolve("tests/support/embedded-postgres-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  const app: App = { child, url: "", pid: 0, refused: "", notices: [] };
  apps.push(app);
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { url?: string; pid?: number; notice?: string; refused?: string };
    if (said.notice) app.notices.push(said.notice);
    Object.assign(app, said);
    if (said.url || said.refused) break;
  }
  return app;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await end;
  await sleep(20);
}

async function run(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function pidFile(): string {
  const file = path.join(dataDir, "postgres/postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

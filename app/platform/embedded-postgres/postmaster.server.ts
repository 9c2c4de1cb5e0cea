import { spawn } from "node:child_process";
import { existsSync, openSync, closeSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PlainSentence } from "../plain-sentence";
import type { Binaries } from "./binaries.server";
import { fullDisk, isFullDisk } from "./disk-sentence";
import { postgresEnvironment } from "./environment";
import type { RunAs } from "./run-as.server";

/** A running PostgreSQL: its main process and the port that it listens on. */
export interface Postmaster {
  pid: number;
  port: number;
}

const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  fsync: "on",
  synchronous_commit: "on",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  // One file a weekday, overwritten a week later: the log never outgrows the disk.
  logging_collector: "on",
  log_directory: "log",
  log_filename: "postgres-%a.log",
  log_truncate_on_rotation: "on",
  log_rotation_age: "1d",
  log_rotation_size: "0",
};

/** The server that runs on this data folder, also one that an app left behind when it was killed; null: none runs. */
export async function findPostmaster(pgData: string): Promise<Postmaster | null> {
  let [pid, port] = readPidFile(pgData);
  // The file is made and filled in two steps: one without a number may be half a millisecond old.
  for (let attempt = 0; attempt < 20 && pid === 0; attempt++) {
    await sleep(50);
    [pid, port] = readPidFile(pgData);
  }
  if (pid === null) return null;
  if (pid > 1 && isAlive(pid) && servesFolder(pid, pgData)) return { pid, port };
  // Left by a crash. The number may by now belong to another program, which PostgreSQL would take for itself.
  rmSync(path.join(pgData, "postmaster.pid"), { force: true });
  return null;
}

/** Process, port, state ("ready"); null when there is no file, 0 when a number does not stand there yet. */
function readPidFile(pgData: string): [pid: number | null, port: number, state: string] {
  try {
    const lines = readFileSync(path.join(pgData, "postmaster.pid"), "utf8").split("\n");
    return [Number(lines[0]) || 0, Number(lines[3]) || 0, lines[7]?.trim() ?? ""];
  } catch {
    return [null, 0, ""];
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** Ended, but nobody has asked for its exit code yet: an orphan in a container without an init process. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function servesFolder(pid: number, pgData: string): boolean {
  if (!existsSync("/proc/self/cwd")) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgData);
  } catch (error) {
    // Another user's process cannot be looked into; its name can.
    if ((error as NodeJS.ErrnoException).code !== "EACCES") return false;
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
  }
}

/**
 * Starts the server on a free port of this machine. It is a process group of its own, so that Ctrl-C reaches the app
 * and not the database: the app stops the database when its last request is done.
 */
export async function launch(input: {
  dataDir: string;
  binaries: Binaries;
  runAs: RunAs;
  port?: number;
  settings?: Record<string, string>;
}): Promise<Postmaster> {
  const pgData = path.join(input.dataDir, "postgres");
  const logFile = path.join(input.dataDir, "postgres-start.log");
  for (let attempt = 1; ; attempt++) {
    const port = input.port ?? (await freePort());
    const flags = Object.entries({ ...SETTINGS, ...input.settings }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]);
    const run = input.runAs.command(input.binaries.postgres, ["-D", pgData, "-p", String(port), ...flags]);
    const { file, args, ...owner } = run;
    const log = openSync(logFile, "w", 0o600);
    const child = spawn(file, args, {
      ...owner,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
      env: postgresEnvironment(),
    });
    closeSync(log);
    child.unref();
    const ended = new Promise<"ended">((resolve) =>
      child.once("exit", () => resolve("ended")).once("error", () => resolve("ended")),
    );
    const outcome = await Promise.race([ended, untilListening(pgData, child.pid ?? -1)]);
    if (outcome === "listening") return { pid: child.pid ?? -1, port };
    const said = readFileSync(logFile, "utf8");
    if (outcome === "ended" && /could not bind|Address already in use/.test(said) && attempt < 4) continue;
    // The last processes of a server that was killed let go of its memory within moments.
    if (outcome === "ended" && /shared memory block .* still in use/.test(said) && attempt < 20) {
      await sleep(500);
      continue;
    }
    const other = await findPostmaster(pgData);
    if (outcome === "ended" && /lock file "postmaster.pid" already exists/.test(said) && other) return other;
    throw isFullDisk(said) ? fullDisk(input.dataDir) : startSentence(pgData, said);
  }
}

/** Ready, or in recovery after a crash: from here on a connection is answered, if only with "starting up". */
async function untilListening(pgData: string, pid: number): Promise<"listening" | "silent"> {
  for (let waited = 0; waited < 120_000; waited += 20) {
    await sleep(20);
    const [running, , state] = readPidFile(pgData);
    if (running === pid && state !== "") return "listening";
  }
  return "silent";
}

/** Fast shutdown: open transactions are rolled back, everything that was committed is on disk. */
export async function stop(server: Postmaster): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ];
  for (const [signal, patience] of steps) {
    if (!isAlive(server.pid)) return;
    process.kill(server.pid, signal);
    for (let waited = 0; waited < patience && isAlive(server.pid); waited += 20) await sleep(20);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function startSentence(pgData: string, said: string): PlainSentence {
  const reason = said.match(/(?:FATAL|PANIC|ERROR):\s+(.*)/)?.[1] ?? (said.trim().split("\n").at(-1) || "?");
  return new PlainSentence(
    `PostgreSQL không khởi động được trên ${pgData}: ${reason} (xem thêm ${path.join(pgData, "log")}).`,
    `PostgreSQL could not start on ${pgData}: ${reason} (more in ${path.join(pgData, "log")}).`,
  );
}

import { type ChildProcess, fork, spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { get } from "./requests";
import { openConnection } from "./raw-http";

/** A helper process that answers each message with one. */
export interface Helper<In, Out> {
  ask(message: In): Promise<Out>;
  /** What it says first, unasked. */
  first: Promise<Out>;
  pid: number;
  stop(): void;
}

export function startHelper<In extends object, Out>(
  file: string,
  env: NodeJS.ProcessEnv = process.env,
): Helper<In, Out> {
  const child = fork(file, { serialization: "advanced", env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const reply = () =>
    new Promise<Out>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${file} ended with code ${code}`));
      child.once("exit", ended);
      child.once("message", (message) => {
        child.removeListener("exit", ended);
        resolve(message as Out);
      });
    });
  const first = reply();
  first.catch(() => undefined);
  return {
    first,
    pid: child.pid!,
    ask(message) {
      const answer = reply();
      child.send(message);
      return answer;
    },
    stop: () => void child.kill(),
  };
}

export interface App {
  port: number;
  pid: number;
  /** On the clock of `performance.now()`. */
  startedAt: number;
  stop(): Promise<void>;
}

/** The platform as in production, one process; back when it says that readers can be sent to it. */
export async function startApp(input: {
  entry: string;
  port: number;
  env: NodeJS.ProcessEnv;
  nodeFlags: string[];
}): Promise<App> {
  const { port } = input;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...input.nodeFlags, input.entry], {
    env: { ...input.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // The greeting is of no interest here; a fault in the log is.
  createInterface(child.stdout).on("line", (line) => {
    if (/"level":[56]0/.test(line)) process.stderr.write(`${line.slice(0, 2_000)}\n`);
  });
  const ended = new Promise<number | null>((resolve) => void child.once("exit", resolve));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await ended;
    clearTimeout(patience);
  };
  for (let waited = 0; !(await isReady(port)); waited += 100) {
    if (hasEnded(child) || waited > 120_000) {
      await stop();
      throw new Error("the platform did not start; the reason stands above");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { port, pid: child.pid!, startedAt, stop };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function isReady(port: number): Promise<boolean> {
  try {
    const connection = await openConnection(port);
    const answer = await connection.send(get({ port, path: "/readyz" }));
    connection.close();
    return answer.status === 200;
  } catch {
    return false;
  }
}

// Linux counts in hundredths of a second, whatever the kernel's own clock.
const TICK_MS = 10;

/** Processor time of a process in milliseconds, all its threads; with `children` also of those that it has waited for. */
function processorTime(pid: number | string, children = false): number {
  const fields = statOf(pid);
  if (!fields) return 0;
  const [own, waited] = [Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14])];
  return (own + (children ? waited : 0)) * TICK_MS;
}

/** The fields of /proc/<pid>/stat from the third on: the name before them may hold spaces and brackets. */
function statOf(pid: number | string): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
  } catch {
    return null;
  }
}

/** A process that has no children of its own. */
export function nodeTime(pid: number): number {
  return processorTime(pid);
}

/** PostgreSQL: the first process, those that it has now, and those that have ended. */
export function postgresTime(postmaster: number): number {
  const children = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && Number(statOf(name)?.[1]) === postmaster,
  );
  return children.reduce((sum, pid) => sum + processorTime(pid), processorTime(postmaster, true));
}

/** Resident memory in MB: now, and the most there has been. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

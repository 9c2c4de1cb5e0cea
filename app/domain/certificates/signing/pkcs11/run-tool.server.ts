import { spawn } from "node:child_process";
import { errorCode } from "~/platform/plain-sentence";

/** The name under which the tool finds the PIN: arguments can be read by everybody on the machine, an environment cannot. */
const PIN_NAME = "CHUAN_MUC_TOKEN_PIN";

/** The platform's own secrets are no business of a vendor's driver; OPENSC_DEBUG would write the PIN down. */
const NOT_FOR_DRIVERS =
  /^(SECRET_KEY|RECORD_KEY|DATABASE_URL|DEMO_PASSWORD|OPENSC_DEBUG|(SIGNING|FILES_S3)_.*|CHUAN_MUC_TOKEN_PIN)$/;

/** A listing of a full HSM is far below; more is a driver gone wild. */
const MOST_OUTPUT = 1_048_576;

export type Ran =
  /** `stderr` may hold anything, the PIN too: it is looked at for codes and never shown. */
  | { kind: "ended"; code: number; stdout: string; stderr: string }
  | { kind: "crashed"; signal: string }
  | { kind: "not-started"; code: string }
  | { kind: "hung" };

/** Runs the tool once, as a process group of its own, and ends all of it when the time is up. */
export function runTool(input: {
  tool: string;
  args: readonly string[];
  pin: string | null;
  stdin: Uint8Array | null;
  limitMs: number;
}): Promise<Ran> {
  const { tool, pin, limitMs } = input;
  const args = pin === null ? input.args : [...input.args, "--login", "--pin", `env:${PIN_NAME}`];
  return new Promise((resolve) => {
    const child = spawn(tool, args, { env: environment(pin), detached: true, stdio: "pipe" });
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (chunk: string) => {
        if (output[name].length < MOST_OUTPUT) output[name] += chunk;
      });
    }
    const limit = setTimeout(() => {
      kill(child.pid);
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      resolve({ kind: "hung" });
    }, limitMs);
    child.once("error", (error) => {
      clearTimeout(limit);
      resolve({ kind: "not-started", code: errorCode(error) });
    });
    child.once("close", (code, signal) => {
      clearTimeout(limit);
      resolve(code === null ? { kind: "crashed", signal: signal ?? "" } : { kind: "ended", code, ...output });
    });
    // A tool that ends without reading is judged by its code.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input.stdin ?? undefined);
  });
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}

function environment(pin: string | null): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !NOT_FOR_DRIVERS.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: process.env.NODE_ENV, LC_ALL: "C", ...(pin && { [PIN_NAME]: pin }) };
}

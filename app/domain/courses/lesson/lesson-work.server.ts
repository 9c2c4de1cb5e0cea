import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { WorkerThread } from "~/platform/worker-thread.server";
import { sha256 } from "../content-hash.server";
import type { CompiledDraft, DraftToCompile } from "./compile-draft.server";
import type { FoundComponent } from "./read-component";

export type LessonJob =
  | ({ kind: "compile" } & DraftToCompile)
  /** The component in which an offset of a text stands. */
  | { kind: "component"; text: string; offset: number };

export type LessonAnswer =
  { kind: "compile"; compiled: CompiledDraft } | { kind: "component"; component: FoundComponent | null };

const TIME_LIMIT_MS = 5_000;
const START_LIMIT_MS = 60_000;
const IDLE_MS = 5 * 60_000;
const MEMORY_MB = 256;
const KEPT = 100;

const thread = new WorkerThread<LessonJob, LessonAnswer>({
  file: workerFile,
  timeLimitMs: TIME_LIMIT_MS,
  startLimitMs: START_LIMIT_MS,
  idleMs: IDLE_MS,
  memoryMb: MEMORY_MB,
});
/** Lessons by the hash of all that they were compiled from: who opens a draft again waits for nothing. */
const kept = new Map<string, CompiledDraft>();

export type DraftCompilation =
  { kind: "compiled"; draft: CompiledDraft } | { kind: "too-slow" } | { kind: "superseded" };

/** Compiles a lesson of a draft on its thread. `writer`: a later request of the same writer makes this one needless. */
export async function compileDraftLesson(
  draft: DraftToCompile,
  writer: string | null = null,
): Promise<DraftCompilation> {
  const key = sha256(new TextEncoder().encode(JSON.stringify(draft)));
  const ready = kept.get(key);
  if (ready) return { kind: "compiled", draft: ready };
  const done = await thread.ask({ kind: "compile", ...draft }, writer);
  if (done.kind === "stopped") return { kind: "too-slow" };
  if (done.kind === "superseded") return done;
  const { compiled } = done.answer as LessonAnswer & { kind: "compile" };
  kept.set(key, compiled);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return { kind: "compiled", draft: compiled };
}

/** Reads the component around a place of a text, to be changed in its form. */
export async function readComponentAt(input: { text: string; offset: number }): Promise<FoundComponent | null> {
  const done = await thread.ask({ kind: "component", ...input });
  return done.kind === "done" ? (done.answer as LessonAnswer & { kind: "component" }).component : null;
}

/** For tests and for the end of the process. */
export const stopLessonWork = () => thread.stop();

/** The thread's program: built beside the server; in development and tests it is bundled when it is first needed. */
async function workerFile(): Promise<string> {
  const built = path.resolve("build/server/lesson-worker.js");
  if (import.meta.env?.PROD && existsSync(built)) return built;
  const { build } = await import("esbuild");
  const folder = path.resolve(".cache");
  mkdirSync(folder, { recursive: true });
  process.once("exit", () => rmSync(path.join(folder, `lesson-worker-${process.pid}.mjs`), { force: true }));
  const outfile = path.join(folder, `lesson-worker-${process.pid}.mjs`);
  await build({
    entryPoints: [path.resolve("app/domain/courses/lesson/lesson-worker.server.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    jsx: "automatic",
    packages: "external",
    alias: { "~": path.resolve("app") },
    logLevel: "silent",
  });
  return outfile;
}

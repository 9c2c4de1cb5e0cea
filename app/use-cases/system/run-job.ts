import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { JOB_SILENCE_MS } from "~/domain/jobs/job";
import {
  claimLongJob,
  finishLongJob,
  forgetJobFiles,
  listForgottenJobs,
  noteJobProgress,
  returnLongJob,
} from "~/domain/jobs/job-store.server";
import { now as clock } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { logFault } from "~/platform/log.server";
import { LONG_WORK, type LongWork } from "./long-work";

/** A page that is looked at again every second needs no more. */
const NOTE_EVERY_MS = 400;

/**
 * Does the work of a job unless somebody does or has; safe to call twice and from several processes. A fault is logged and the job
 * waits for another turn, three in all.
 */
export async function runJob(id: string, works: Partial<Record<string, LongWork>> = LONG_WORK): Promise<void> {
  const job = await claimLongJob(db, { id, now: clock() });
  if (!job) return;
  let last = { done: 0, total: null as number | null };
  const note = () => noteJobProgress(db, { id, ...last, now: clock() });
  // Also through a step that takes long: whoever is silent is thought to have ended.
  const beat = setInterval(() => void note().catch(() => undefined), JOB_SILENCE_MS / 4);
  let noted = 0;
  const progress = async (done: number, total: number | null) => {
    last = { done, total };
    if (clock().getTime() - noted < NOTE_EVERY_MS) return;
    noted = clock().getTime();
    await note();
  };
  const folder = await mkdtemp(path.join(tmpdir(), "chuan-muc-job-"));
  try {
    const work = works[job.kind];
    if (!work) throw new Error(`nobody knows the work ${job.kind}`);
    const outcome = await work({ job, progress, folder, now: clock() });
    await finishLongJob(db, { id, outcome, now: clock() });
  } catch (error) {
    logFault(error, { method: "long work", url: job.kind });
    await returnLongJob(db, { job, now: clock() });
  } finally {
    clearInterval(beat);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Jobs that nobody was told of, because the process that took them in ended; and files whose time is over. */
export async function runForgottenJobs(): Promise<void> {
  for (const id of await listForgottenJobs(db, clock())) await runJob(id);
  await forgetJobFiles(db, clock());
}

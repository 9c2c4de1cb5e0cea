import type { Viewer } from "~/domain/auth/permissions";
import type { JobKind } from "~/domain/jobs/job";
import { insertJob } from "~/domain/jobs/job-store.server";
import { type Db, db } from "~/platform/db.server";
import { enqueue } from "~/platform/queue.server";

export const LONG_WORK_QUEUE = "long-work";

/**
 * Takes in long work that the viewer asks for; answers with its id, for `jobPath`. Inside a transaction hand in `tx`, and call
 * `tellOfJob` after it; without one that is done here.
 */
export async function startJob(input: {
  tx?: Db;
  kind: JobKind;
  label: string;
  input: object;
  viewer: Viewer;
  now: Date;
}): Promise<string> {
  const { tx, kind, label, viewer, now } = input;
  const by = { accountId: viewer.accountId, name: viewer.displayName };
  const id = await insertJob(tx ?? db, { kind, label, input: input.input, by, now });
  if (!tx) await tellOfJob(id);
  return id;
}

/** Hastens a job. Untold it is found by timed work within the minute. */
export async function tellOfJob(id: string): Promise<void> {
  await enqueue({ queue: LONG_WORK_QUEUE, data: { id }, onceKey: id });
}

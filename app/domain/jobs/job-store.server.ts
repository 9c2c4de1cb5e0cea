import type { Db, Prisma } from "~/platform/db.server";
import { days } from "../time";
import { type Job, JOB_FILE_DAYS, JOB_SILENCE_MS, type JobKind, type JobOutcome, MOST_JOB_TRIES } from "./job";

type Row = Awaited<ReturnType<Db["longJob"]["findUniqueOrThrow"]>>;

const jobOf = ({ fileSha256, beatAt: _, ...row }: Row): Job => ({
  ...row,
  kind: row.kind as JobKind,
  outcome: row.outcome as JobOutcome | null,
  fileThere: fileSha256 !== null,
});

export async function insertJob(
  tx: Db,
  input: { kind: JobKind; label: string; input: object; by: { accountId: string | null; name: string }; now: Date },
): Promise<string> {
  const { kind, label, by, now } = input;
  const { id } = await tx.longJob.create({
    data: {
      kind,
      label,
      input: input.input as Prisma.InputJsonObject,
      requestedBy: by.accountId,
      requestedByName: by.name,
      requestedAt: now,
    },
    select: { id: true },
  });
  return id;
}

/** A job, for who asked for it only. */
export async function findOwnJob(db: Db, input: { id: string; accountId: string }): Promise<Job | null> {
  const row = await db.longJob.findFirst({ where: { id: input.id, requestedBy: input.accountId } });
  return row && jobOf(row);
}

/** The latest that somebody asked for. */
export async function listOwnJobs(db: Db, input: { accountId: string; limit: number }): Promise<Job[]> {
  const rows = await db.longJob.findMany({
    where: { requestedBy: input.accountId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: input.limit,
  });
  return rows.map(jobOf);
}

/** The one of a kind that waits or is under way about something: `about` names a field of its input and what stands there. */
export async function findOpenJob(
  db: Db,
  input: { kind: JobKind; about: { field: string; value: string } },
): Promise<Job | null> {
  const { field, value } = input.about;
  const row = await db.longJob.findFirst({
    where: { kind: input.kind, state: { in: ["waiting", "running"] }, input: { path: [field], equals: value } },
    orderBy: { requestedAt: "desc" },
  });
  return row && jobOf(row);
}

/** Takes a job that nobody works on, so that no other process does; null when somebody does or it has ended. */
export async function claimLongJob(db: Db, input: { id: string; now: Date }): Promise<Job | null> {
  const silentSince = new Date(input.now.getTime() - JOB_SILENCE_MS);
  const claimed = await db.longJob.updateManyAndReturn({
    where: { id: input.id, OR: [{ state: "waiting" }, { state: "running", beatAt: { lt: silentSince } }] },
    data: { state: "running", beatAt: input.now, tries: { increment: 1 }, done: 0 },
  });
  return claimed[0] ? jobOf(claimed[0]) : null;
}

/** Those that wait or fell silent: nobody may have been told of them. */
export async function listForgottenJobs(db: Db, now: Date): Promise<string[]> {
  const silentSince = new Date(now.getTime() - JOB_SILENCE_MS);
  const rows = await db.longJob.findMany({
    where: { OR: [{ state: "waiting" }, { state: "running", beatAt: { lt: silentSince } }] },
    orderBy: { requestedAt: "asc" },
    select: { id: true },
    take: 50,
  });
  return rows.map(({ id }) => id);
}

/** How far it is; says also that somebody is still working on it. */
export async function noteJobProgress(
  db: Db,
  input: { id: string; done: number; total: number | null; now: Date },
): Promise<void> {
  const { id, done, total, now } = input;
  await db.longJob.updateMany({ where: { id, state: "running" }, data: { done, total, beatAt: now } });
}

/**
 * Notes what came of it, once: false when that was done. Work that must tell of its end exactly once calls this itself, in the
 * transaction in which it tells.
 */
export async function finishLongJob(db: Db, input: { id: string; outcome: JobOutcome; now: Date }): Promise<boolean> {
  const { id, outcome, now } = input;
  const { count } = await db.longJob.updateMany({
    where: { id, state: "running" },
    data: {
      state: outcome.refused === undefined ? "done" : "failed",
      outcome: outcome as unknown as Prisma.InputJsonObject,
      fileSha256: outcome.file?.sha256 ?? null,
      finishedAt: now,
    },
  });
  return count === 1;
}

/** After a fault: it waits again, or is given up. One that has ended stays as it is. */
export async function returnLongJob(db: Db, input: { job: Pick<Job, "id" | "tries">; now: Date }): Promise<void> {
  const given = input.job.tries >= MOST_JOB_TRIES;
  await db.longJob.updateMany({
    where: { id: input.job.id, state: "running" },
    data: given
      ? { state: "failed", outcome: { refused: "fault" }, finishedAt: input.now }
      : { state: "waiting", beatAt: null },
  });
}

/** Files whose time is over are no longer named: the sweep of the file store takes them away. */
export async function forgetJobFiles(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days(JOB_FILE_DAYS));
  const { count } = await db.longJob.updateMany({
    where: { fileSha256: { not: null }, finishedAt: { lt: before } },
    data: { fileSha256: null },
  });
  return count;
}

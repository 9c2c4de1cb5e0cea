import type { Db, Prisma } from "~/platform/db.server";
import {
  MOST_TRIES,
  type PublishJob,
  type PublishOutcome,
  type PublishStep,
  type PublishWish,
  SILENCE_MS,
} from "./publish-job";

const SELECT = { include: { draft: { select: { slug: true } } } } as const;

type Row = Omit<PublishJob, "slug" | "step" | "wish" | "outcome"> & {
  step: string;
  wish: unknown;
  outcome: unknown;
  draft: { slug: string };
};

const jobOf = ({ draft, ...row }: Row): PublishJob => ({
  ...row,
  slug: draft.slug,
  step: row.step as PublishStep,
  wish: row.wish as PublishWish,
  outcome: row.outcome as PublishOutcome | null,
});

/** The publication of a draft that is asked for or under way; the one that was asked for before when there is one. */
export async function requestJob(
  tx: Db,
  input: { draftId: string; wish: PublishWish; by: { accountId: string | null; name: string }; now: Date },
): Promise<string> {
  const { draftId, wish, by, now } = input;
  await tx.$executeRaw`
    INSERT INTO publish_job (draft_id, wish, requested_at, requested_by, requested_by_name)
    VALUES (${draftId}::uuid, ${JSON.stringify(wish)}::jsonb, ${now}, ${by.accountId}::uuid, ${by.name})
    ON CONFLICT DO NOTHING`;
  const where = { draftId, state: { in: ["waiting" as const, "running" as const] } };
  return (await tx.publishJob.findFirstOrThrow({ where, select: { id: true } })).id;
}

/** The last publication that was asked for of a course's drafts. */
export async function lastJob(db: Db, slug: string): Promise<PublishJob | null> {
  const row = await db.publishJob.findFirst({
    where: { draft: { slug } },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    ...SELECT,
  });
  return row && jobOf(row);
}

/** Takes a job that nobody works on, so that no other process does; null when there is none. */
export async function claimJob(db: Db, now: Date): Promise<PublishJob | null> {
  const silentSince = new Date(now.getTime() - SILENCE_MS);
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    UPDATE publish_job SET state = 'running', beat_at = ${now}, tries = tries + 1,
      step = CASE WHEN outcome IS NULL THEN 'checking' ELSE step END
    WHERE id = (SELECT id FROM publish_job WHERE state = 'waiting' OR (state = 'running' AND beat_at < ${silentSince})
      ORDER BY requested_at FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING id`;
  if (!claimed) return null;
  return jobOf(await db.publishJob.findUniqueOrThrow({ where: { id: claimed.id }, ...SELECT }));
}

/** How far it is; says also that somebody is still working on it. */
export async function noteProgress(
  db: Db,
  input: {
    jobId: string;
    step: PublishStep;
    lessonsDone?: number;
    lessonsInAll?: number;
    /** What it has come to so far. */
    outcome?: PublishOutcome;
    now: Date;
  },
): Promise<void> {
  const { jobId: id, step, lessonsDone, lessonsInAll, outcome, now } = input;
  const lessons = {
    ...(outcome && { outcome: outcome as unknown as Prisma.InputJsonObject }),
    ...(lessonsDone !== undefined && { lessonsDone }),
    ...(lessonsInAll !== undefined && { lessonsInAll }),
  };
  await db.publishJob.update({ where: { id }, data: { step, ...lessons, beatAt: now }, select: { id: true } });
}

export async function finishJob(tx: Db, input: { jobId: string; outcome: PublishOutcome; now: Date }): Promise<void> {
  const { jobId: id, outcome, now: finishedAt } = input;
  const published = outcome.kind === "published";
  const data = {
    state: published ? ("done" as const) : ("failed" as const),
    ...(published && { step: "done" }),
    finishedAt,
    outcome: outcome as unknown as Prisma.InputJsonObject,
  };
  await tx.publishJob.update({ where: { id }, data, select: { id: true } });
}

/** After a fault: to be tried again, or given up. */
export async function returnJob(db: Db, input: { job: PublishJob; now: Date }): Promise<void> {
  const { job, now } = input;
  if (job.tries >= MOST_TRIES) return finishJob(db, { jobId: job.id, outcome: { kind: "fault" }, now });
  await db.publishJob.update({ where: { id: job.id }, data: { state: "waiting" }, select: { id: true } });
}

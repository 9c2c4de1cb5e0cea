import { type Db, Prisma } from "~/platform/db.server";
import { dayFromColumn, dayToColumn, type LocalDay } from "../time";
import { RUN_BROKEN_OFF_MS, type RetentionRun, type TimedClassName } from "./retention";

/** Rows in one statement, so that nobody waits for a lock long. */
const BATCH = 5_000;

interface Rule {
  table: string;
  /** Which rows are due. */
  due: (before: Date, now: Date) => Prisma.Sql;
  /** What is set in place of taking the row away. */
  set?: string;
}

const READ = "SELECT e.id FROM enrolment e WHERE e.completed_at IS NOT NULL AND e.completed_at";
const sql = Prisma.sql;
const RULES: Record<TimedClassName, Rule[]> = {
  sessions: [{ table: "session", due: (_, now) => sql`expires_at <= ${now}` }],
  throttling: [
    {
      table: "sign_in_throttle",
      due: (before, now) => sql`updated_at < ${before} AND (blocked_until IS NULL OR blocked_until < ${now})`,
    },
  ],
  presence: [{ table: "draft_presence", due: (before) => sql`seen_at < ${before}` }],
  imports: [
    { table: "question_import", due: (before) => sql`uploaded_at < ${before} AND applied_at IS NULL` },
    { table: "content_import", due: (before) => sql`uploaded_at < ${before}` },
  ],
  // The file itself is taken from the store by the sweep, once nothing names it.
  jobFiles: [
    {
      table: "long_job",
      due: (before) => sql`finished_at < ${before} AND file_sha256 IS NOT NULL`,
      set: "file_sha256 = NULL",
    },
  ],
  jobs: [{ table: "long_job", due: (before) => sql`finished_at < ${before} AND file_sha256 IS NULL` }],
  journals: [
    {
      table: "draft_file_revision",
      due: (before) => sql`draft_id IN (SELECT d.id FROM course_draft d WHERE d.closed_at < ${before})`,
    },
  ],
  reading: [
    {
      table: "lesson_progress",
      due: (before) =>
        sql`enrolment_id IN (${Prisma.raw(READ)} < ${before}) AND (checks <> '{}' OR resume_at IS NOT NULL)`,
      set: "checks = '{}', resume_at = NULL",
    },
    {
      table: "scorm_progress",
      due: (before) => sql`enrolment_id IN (${Prisma.raw(READ)} < ${before}) AND cmi <> '{}'`,
      set: "cmi = '{}'",
    },
  ],
  accesses: [{ table: "record_access", due: (before) => sql`at < ${before}` }],
};

/** How many rows of a class are due. */
export async function countDue(db: Db, input: { name: TimedClassName; before: Date; now: Date }): Promise<number> {
  let count = 0;
  for (const { table, due } of RULES[input.name]) {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ${Prisma.raw(table)} WHERE ${due(input.before, input.now)}`;
    count += row!.count;
  }
  return count;
}

/** Does with what is due of a class what the plan says, a batch at a time; answers with how many rows. */
export async function carryOut(db: Db, input: { name: TimedClassName; before: Date; now: Date }): Promise<number> {
  let count = 0;
  for (const { table, due, set } of RULES[input.name]) {
    const batch = sql`ctid = ANY(ARRAY(SELECT ctid FROM ${Prisma.raw(table)} WHERE ${due(input.before, input.now)} LIMIT ${BATCH}))`;
    const work = set
      ? sql`UPDATE ${Prisma.raw(table)} SET ${Prisma.raw(set)} WHERE ${batch}`
      : sql`DELETE FROM ${Prisma.raw(table)} WHERE ${batch}`;
    let done: number;
    do {
      done = await db.$executeRaw(work);
      count += done;
    } while (done === BATCH);
  }
  return count;
}

/** Takes the run of a day, so that no other process does it; false when one did, or is at it. */
export async function claimRun(db: Db, input: { day: LocalDay; now: Date }): Promise<boolean> {
  const { day, now } = input;
  const silentSince = new Date(now.getTime() - RUN_BROKEN_OFF_MS);
  const taken = await db.$executeRaw`
    INSERT INTO retention_run (day, started_at) VALUES (${day}::date, ${now})
    ON CONFLICT (day) DO UPDATE SET started_at = excluded.started_at
      WHERE retention_run.finished_at IS NULL AND retention_run.started_at < ${silentSince}`;
  return taken > 0;
}

export async function finishRun(
  db: Db,
  input: { day: LocalDay; done: RetentionRun["done"]; now: Date },
): Promise<void> {
  await db.retentionRun.update({
    where: { day: dayToColumn(input.day) },
    data: { finishedAt: input.now, done: input.done },
    select: { day: true },
  });
}

export async function findLastRun(db: Db): Promise<RetentionRun | null> {
  const row = await db.retentionRun.findFirst({ orderBy: { day: "desc" } });
  return row && { ...row, day: dayFromColumn(row.day), done: row.done as RetentionRun["done"] };
}

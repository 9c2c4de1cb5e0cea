import { type Db, Prisma, query } from "~/platform/db.server";
import { TOLD_ACTIONS, type TrailEvent } from "./webhook-event";

/** A bound of the audit trail, and who was writing into it when it was read. */
export interface Horizon {
  upTo: bigint;
  /** Transactions that may hold an id below the bound and have not ended. */
  writers: string[];
}

/**
 * The last id that can be seen, and the transactions that hold a lock on the trail, as every writer does from before it takes an
 * id until its end. Once those have ended, no id up to the bound can appear any more (docs/decisions/019).
 */
export async function readHorizon(db: Db): Promise<Horizon> {
  const rows = await db.$queryRaw<Horizon[]>`
    SELECT (SELECT coalesce(max(id), 0) FROM audit_event) AS "upTo", (
      SELECT coalesce(array_agg(DISTINCT l.virtualtransaction), '{}') FROM pg_locks l
      WHERE l.locktype = 'relation' AND l.relation = 'audit_event'::regclass AND l.mode = 'RowExclusiveLock'
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS writers`;
  return rows[0]!;
}

/** Those of the transactions that have not ended. */
export async function stillWriting(db: Db, writers: readonly string[]): Promise<string[]> {
  const { writers: now } = await readHorizon(db);
  return writers.filter((one) => now.includes(one));
}

/** What there is to do for those who are told. */
export interface OutboxLook {
  /** There is somebody to tell. */
  listening: boolean;
  /** Something that can be told lies beyond where the reader has come. */
  news: boolean;
  /** How many ids lie beyond it, whatever they are of. */
  behind: number;
  /** A message waits whose time has come. */
  due: boolean;
}

/**
 * One look, for every process every few seconds: it takes no lock and writes nothing. (`ORDER BY` keeps the planner on the index: a
 * search of the whole trail would find what it seeks at its very end.)
 */
export async function lookAtOutbox(input: { reader: string; now: Date }): Promise<OutboxLook> {
  const rows = await query<OutboxLook>(
    "outbox-look",
    `SELECT listening, greatest(last - read_to, 0)::float8 AS behind,
       CASE WHEN listening AND last > read_to THEN (SELECT e.id FROM audit_event e WHERE e.id > read_to AND e.action = ANY($2)
         ORDER BY e.id LIMIT 1) IS NOT NULL ELSE false END AS news,
       CASE WHEN listening THEN EXISTS (SELECT FROM webhook_delivery d WHERE d.state = 'waiting' AND d.next_try_at <= $3)
         ELSE false END AS due
     FROM (SELECT EXISTS (SELECT FROM webhook_endpoint WHERE removed_at IS NULL) AS listening,
       coalesce((SELECT max(id) FROM audit_event), 0) AS last,
       coalesce((SELECT read_to FROM outbox_position WHERE reader = $1), 0) AS read_to) AS place`,
    [input.reader, TOLD_ACTIONS, input.now],
  );
  return rows[0]!;
}

/** How far a reader has come, held until the transaction ends; null while another process holds it and it is not waited for. */
export async function takePosition(tx: Db, reader: string, held: "wait" | "skip" = "skip"): Promise<bigint | null> {
  await tx.$executeRaw`INSERT INTO outbox_position (reader, read_to) VALUES (${reader}, 0) ON CONFLICT DO NOTHING`;
  const rows = await tx.$queryRaw<{ readTo: bigint }[]>`
    SELECT read_to AS "readTo" FROM outbox_position WHERE reader = ${reader}
    FOR UPDATE ${held === "skip" ? Prisma.sql`SKIP LOCKED` : Prisma.empty}`;
  return rows[0]?.readTo ?? null;
}

/** How far a reader has come: what is later becomes messages by itself. */
export async function readPosition(db: Db, reader: string): Promise<bigint> {
  const rows = await db.$queryRaw<{ readTo: bigint }[]>`
    SELECT read_to AS "readTo" FROM outbox_position WHERE reader = ${reader}`;
  return rows[0]?.readTo ?? 0n;
}

export async function movePosition(tx: Db, input: { reader: string; readTo: bigint }): Promise<void> {
  await tx.$executeRaw`UPDATE outbox_position SET read_to = ${input.readTo} WHERE reader = ${input.reader}`;
}

/** Where in the trail to begin: after an id, up to a bound; or from an instant on, after the last one that was read. */
export type TrailPart =
  | { after: bigint; upTo: bigint; from?: Date | null }
  | { since: Date; after: { at: Date; id: bigint } | null; upTo: bigint };

/**
 * Closed periods, of units above, into which the completion falls that the event (e) is about, itself (d) or by its certificate (c), when
 * their figures had been frozen before. What became of the figures is said by the period's amendments.
 */
const AMENDED = Prisma.sql`(
  SELECT coalesce(array_agg(p.id::text ORDER BY p.id), '{}') FROM evaluation_snapshot s
  JOIN evaluation_period p ON p.id = s.period_id AND p.state = 'closed' JOIN unit w ON w.id = p.unit_id
  WHERE coalesce(d.official_id, c.official_id) IS NOT NULL AND e.at > s.as_of
    AND (e.unit_path = w.path OR starts_with(e.unit_path, w.path || '/'))
    AND (coalesce(d.completed_at, c.issued_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date BETWEEN p.from_on AND p.to_on)`;

/** What can be told of, in the order of the trail, with whose record it is. */
export async function readTrail(db: Db, part: TrailPart, limit: number): Promise<TrailEvent[]> {
  const { where, order } = placeOf(part);
  return db.$queryRaw<TrailEvent[]>`
    SELECT e.id::text AS id, e.at, e.action, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.unit_path AS "unitPath",
      coalesce(c.official_id, d.official_id)::text AS "officialId", c.serial, coalesce(c.completion_id, d.id)::text AS "completionId",
      coalesce(c.course_id, d.course_id)::text AS "courseId", coalesce(c.cycle, d.cycle) AS cycle,
      ${AMENDED} AS amends
    FROM audit_event e
    LEFT JOIN certificate c ON c.id = CASE WHEN e.subject_type = 'certificate' THEN e.subject_id::uuid END
    LEFT JOIN completion d ON d.id = CASE WHEN e.subject_type = 'completion' THEN e.subject_id::uuid END
    WHERE e.action = ANY(${[...TOLD_ACTIONS]}) AND e.id <= ${part.upTo} AND ${where}
    ORDER BY ${order} LIMIT ${limit}`;
}

/** How much there is to read in a part of the trail. */
export async function countTrail(db: Db, part: TrailPart): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM audit_event e
    WHERE e.action = ANY(${[...TOLD_ACTIONS]}) AND e.id <= ${part.upTo} AND ${placeOf(part).where}`;
  return row!.count;
}

function placeOf(part: TrailPart): { where: Prisma.Sql; order: Prisma.Sql } {
  if (!("since" in part)) {
    const from = part.from ? Prisma.sql`AND e.at >= ${part.from}` : Prisma.empty;
    return { where: Prisma.sql`e.id > ${part.after} ${from}`, order: Prisma.sql`e.id` };
  }
  const where = part.after
    ? Prisma.sql`(e.at, e.id) > (${part.after.at}::timestamptz, ${part.after.id})`
    : Prisma.sql`e.at >= ${part.since}`;
  return { where, order: Prisma.sql`e.at, e.id` };
}

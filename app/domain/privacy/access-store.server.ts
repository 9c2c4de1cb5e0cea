import { type Db, Prisma } from "~/platform/db.server";
import type { Actor } from "../audit/audit-event";
import { dayFromColumn } from "../time";
import { type AccessPage, type AccessWay, pathsUpFrom, type RecordAccess, SAME_LOOK_MINUTES } from "./access";

/** The roles of somebody that reach a unit, read when they look: later they may hold others. */
const rolesReaching = (actorId: string | null, path: Prisma.Sql) => Prisma.sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'unit', ru.name) ORDER BY ru.path, g.role)
    FROM role_grant g JOIN unit ru ON ru.id = g.unit_id
    WHERE g.account_id = ${actorId}::uuid AND g.revoked_at IS NULL AND (${path} = ru.path OR starts_with(${path}, ru.path || '/'))), '[]')`;

/**
 * Notes that somebody opened the record of one person: once an hour for each way. One's own record is not noted, and an official who
 * does not exist is nothing to note. For every use case that shows one person's record to somebody else.
 */
export function noteAccess(
  db: Db,
  { officialId, ...input }: { actor: Pick<Actor, "accountId" | "name">; how: AccessWay; officialId: string; now: Date },
): Promise<void> {
  return noteAccesses(db, { ...input, officialIds: [officialId] });
}

/** The same of several people whose records were opened together, one by one and not as a unit: one statement. */
export async function noteAccesses(
  db: Db,
  input: { actor: Pick<Actor, "accountId" | "name">; how: AccessWay; officialIds: readonly string[]; now: Date },
): Promise<void> {
  const { actor, how, officialIds, now } = input;
  const since = new Date(now.getTime() - SAME_LOOK_MINUTES * 60_000);
  await db.$executeRaw`
    INSERT INTO record_access (at, actor_id, actor_name, roles, how, official_id)
    SELECT ${now}, ${actor.accountId}::uuid, ${actor.name}, ${rolesReaching(actor.accountId, Prisma.sql`u.path`)}, ${how}, o.id
    FROM official o JOIN unit u ON u.id = o.unit_id
    WHERE o.id = ANY (${[...officialIds]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id = ${actor.accountId}::uuid AND a.official_id = o.id)
      AND NOT EXISTS (SELECT 1 FROM record_access r WHERE r.official_id = o.id AND r.at > ${since} AND r.how = ${how}
        AND r.actor_name = ${actor.name} AND r.actor_id IS NOT DISTINCT FROM ${actor.accountId}::uuid)`;
}

/** Notes that the records of whole units left together: one row for each unit, whoever belongs to it or below it sees it. */
export async function noteBulkAccess(
  db: Db,
  input: {
    actor: Pick<Actor, "accountId" | "name">;
    how: AccessWay;
    unitPaths: readonly string[];
    /** How many people were in it. */
    rows: number | null;
    now: Date;
  },
): Promise<void> {
  const { actor, how, unitPaths, rows, now } = input;
  // A search that found nobody showed nobody.
  if (rows === 0) return;
  await db.$executeRaw`
    INSERT INTO record_access (at, actor_id, actor_name, roles, how, unit_path, rows)
    SELECT ${now}, ${actor.accountId}::uuid, ${actor.name}, ${rolesReaching(actor.accountId, Prisma.sql`p.path`)}, ${how}, p.path, ${rows}::int
    FROM unnest(${[...unitPaths]}::text[]) AS p(path)`;
}

const PAGE = 50;

/**
 * Who has seen this person's record, the latest first: who opened it, and who took the unit along that the person belonged to on that
 * day. `before` begins below one of them.
 */
export async function listAccessesOf(
  db: Db,
  input: { officialId: string; before: string | null; limit?: number },
): Promise<AccessPage> {
  const { officialId } = input;
  const limit = input.limit ?? PAGE;
  const before = input.before && /^\d{1,18}$/.test(input.before) ? input.before : null;
  const posts = await db.employment.findMany({
    where: { officialId },
    select: { validFrom: true, validTo: true, unit: { select: { path: true } } },
  });
  const held = posts.flatMap(({ validFrom, validTo, unit }) =>
    pathsUpFrom(unit.path).map((path) => ({
      path,
      from: dayFromColumn(validFrom),
      to: validTo && dayFromColumn(validTo),
    })),
  );
  const rows = await db.$queryRaw<(Omit<RecordAccess, "unit"> & { unit: string | null })[]>`
    WITH held AS (
      SELECT * FROM unnest(${held.map(({ path }) => path)}::text[], ${held.map(({ from }) => from)}::date[], ${held.map(({ to }) => to)}::date[])
        AS h(path, from_day, to_day)
    ), seen AS (
      SELECT r.* FROM record_access r WHERE r.official_id = ${officialId}::uuid
      UNION
      SELECT r.* FROM held h JOIN record_access r ON r.unit_path = h.path
        AND (r.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date >= h.from_day
        AND (h.to_day IS NULL OR (r.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < h.to_day)
    )
    SELECT s.id::text AS id, s.at, s.actor_name AS "actorName", s.roles, s.how, coalesce(u.name, s.unit_path) AS unit
    FROM seen s LEFT JOIN unit u ON u.path = s.unit_path
    WHERE ${before}::bigint IS NULL OR (s.at, s.id) < (SELECT x.at, x.id FROM record_access x WHERE x.id = ${before}::bigint)
    ORDER BY s.at DESC, s.id DESC LIMIT ${limit + 1}`;
  const accesses = rows.slice(0, limit);
  return { accesses, next: rows.length > limit ? (accesses.at(-1)?.id ?? null) : null };
}

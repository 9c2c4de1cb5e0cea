import { type Db, Prisma } from "~/platform/db.server";
import type { EvaluationPeriod, PeriodDays, PeriodKind } from "./period";

const PERIOD =
  Prisma.raw(`SELECT p.id, p.kind, p.title, p.from_on::text AS "fromOn", p.to_on::text AS "toOn", p.cut_off_on::text AS "cutOffOn",
  p.object_until::text AS "objectUntil", p.state, p.created_at AS "createdAt", p.created_by_name AS "createdByName",
  p.closing_at AS "closingAt", p.closing_by_name AS "closingByName", p.closed_at AS "closedAt", p.snapshot_id AS "snapshotId",
  json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'path', u.path) AS unit
  FROM evaluation_period p JOIN unit u ON u.id = p.unit_id`);

const LATEST_FIRST = Prisma.raw(`ORDER BY p.to_on DESC, p.from_on DESC, u.path COLLATE "C", p.id`);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A period has to do with a scope when one lies within the other. */
const touches = (scope: readonly string[]) => Prisma.sql`EXISTS (SELECT 1 FROM unnest(${[...scope]}::text[]) AS s(path)
  WHERE u.path = s.path OR starts_with(u.path, s.path || '/') OR starts_with(s.path, u.path || '/'))`;

/** The periods of units within the scope, and of those above that take in the scope. */
export async function listPeriods(db: Db, input: { scope: readonly string[] }): Promise<EvaluationPeriod[]> {
  return db.$queryRaw`${PERIOD} WHERE ${touches(input.scope)} ${LATEST_FIRST} LIMIT 500`;
}

export async function findPeriod(
  db: Db,
  input: { id: string; scope: readonly string[] },
): Promise<EvaluationPeriod | null> {
  if (!UUID.test(input.id)) return null;
  const [row] = await db.$queryRaw<EvaluationPeriod[]>`
    ${PERIOD} WHERE p.id = ${input.id}::uuid AND ${touches(input.scope)}`;
  return row ?? null;
}

/** For the platform itself, which stands outside every scope. */
export async function findAnyPeriod(db: Db, id: string): Promise<EvaluationPeriod | null> {
  if (!UUID.test(id)) return null;
  const [row] = await db.$queryRaw<EvaluationPeriod[]>`${PERIOD} WHERE p.id = ${id}::uuid`;
  return row ?? null;
}

const CONCERNS = (officialId: string) => Prisma.sql`EXISTS (
  SELECT 1 FROM employment m JOIN official o ON o.id = m.official_id JOIN unit w ON w.id = m.unit_id
  WHERE m.official_id = ${officialId}::uuid AND m.valid_from <= p.to_on
    AND coalesce(m.valid_to, o.left_on, 'infinity'::date) > p.from_on
    AND (w.path = u.path OR starts_with(w.path, u.path || '/')))`;

/** The periods in which an official belonged to the agency. */
export async function listPeriodsOf(db: Db, input: { officialId: string }): Promise<EvaluationPeriod[]> {
  return db.$queryRaw`${PERIOD} WHERE ${CONCERNS(input.officialId)} ${LATEST_FIRST} LIMIT 200`;
}

export async function findPeriodOf(
  db: Db,
  input: { id: string; officialId: string },
): Promise<EvaluationPeriod | null> {
  if (!UUID.test(input.id)) return null;
  const [row] = await db.$queryRaw<EvaluationPeriod[]>`
    ${PERIOD} WHERE p.id = ${input.id}::uuid AND ${CONCERNS(input.officialId)}`;
  return row ?? null;
}

/** Null: this unit has a period of this kind from this day already. */
export async function insertPeriod(
  tx: Db,
  input: PeriodDays & {
    unitId: string;
    kind: PeriodKind;
    title: string;
    by: { accountId: string | null; name: string };
    now: Date;
  },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO evaluation_period (unit_id, kind, title, from_on, to_on, cut_off_on, object_until, created_at, created_by, created_by_name)
    VALUES (${input.unitId}::uuid, ${input.kind}, ${input.title}, ${input.fromOn}::date, ${input.toOn}::date, ${input.cutOffOn}::date,
      ${input.objectUntil}::date, ${input.now}, ${input.by.accountId}::uuid, ${input.by.name})
    ON CONFLICT DO NOTHING RETURNING id`;
  return rows[0]?.id ?? null;
}

/** Changes what may still be changed of an open period; "taken": another one begins on that day, "not-open": too late. */
export async function updatePeriod(
  tx: Db,
  input: { id: string; title: string } & PeriodDays,
): Promise<"changed" | "taken" | "not-open"> {
  const taken = await tx.$queryRaw<object[]>`
    SELECT 1 FROM evaluation_period p JOIN evaluation_period q ON q.unit_id = p.unit_id AND q.kind = p.kind AND q.id <> p.id
    WHERE p.id = ${input.id}::uuid AND q.from_on = ${input.fromOn}::date`;
  if (taken.length > 0) return "taken";
  const changed = await tx.$executeRaw`
    UPDATE evaluation_period SET title = ${input.title}, from_on = ${input.fromOn}::date, to_on = ${input.toOn}::date,
      cut_off_on = ${input.cutOffOn}::date, object_until = ${input.objectUntil}::date
    WHERE id = ${input.id}::uuid AND state = 'open'`;
  return changed > 0 ? "changed" : "not-open";
}

/** From here on nobody objects or changes days; false when somebody else was first. */
export async function beginClosing(
  tx: Db,
  input: { id: string; snapshotId: string; byName: string; now: Date },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE evaluation_period SET state = 'closing', snapshot_id = ${input.snapshotId}::uuid, closing_at = ${input.now},
      closing_by_name = ${input.byName}
    WHERE id = ${input.id}::uuid AND state = 'open'`;
  return changed > 0;
}

/** After work that was given up: the period is open again as it was. */
export async function reopenAfterFault(tx: Db, input: { id: string; snapshotId: string }): Promise<void> {
  await tx.$executeRaw`
    UPDATE evaluation_period SET state = 'open', snapshot_id = NULL, closing_at = NULL, closing_by_name = NULL
    WHERE id = ${input.id}::uuid AND state = 'closing' AND snapshot_id = ${input.snapshotId}::uuid`;
}

export async function finishClosing(tx: Db, input: { id: string; snapshotId: string; now: Date }): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE evaluation_period SET state = 'closed', closed_at = ${input.now}
    WHERE id = ${input.id}::uuid AND state = 'closing' AND snapshot_id = ${input.snapshotId}::uuid`;
  return changed > 0;
}

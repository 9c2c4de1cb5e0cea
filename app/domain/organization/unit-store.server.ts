import { query, type Db } from "~/platform/db.server";
import { dayToColumn } from "../time";
import { foldName, tidyName } from "./names";
import { withinScopeFilter, withinScopeSql } from "./unit-scope";
import { depthOf, pathsDownTo, unitPathOf, type NewUnit, type UnitNode, type UnitWithPeople } from "./unit";

const NODE = {
  id: true,
  parentId: true,
  code: true,
  name: true,
  kind: true,
  path: true,
  depth: true,
  headcount: true,
} as const;

const NODE_SQL = `u.id, u.parent_id AS "parentId", u.code, u.name, u.kind::text AS kind, u.path, u.depth, u.headcount`;

export type UnitCreated = { kind: "created"; unit: UnitNode } | { kind: "refused"; reason: "code-taken" };

/** The parent comes from a find within scope, so that nobody hangs a unit where they may not look. */
export async function createUnit(db: Db, input: NewUnit): Promise<UnitCreated> {
  const path = unitPathOf(input.parent?.path ?? null, input.code);
  const name = tidyName(input.name);
  const rows = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO unit (parent_id, code, name, kind, path, depth, position, search_name, valid_from)
    VALUES (${input.parent?.id ?? null}::uuid, ${input.code}, ${name}, ${input.kind}::unit_kind, ${path}, ${depthOf(path)},
      ${input.position ?? 0}, ${foldName(name)}, ${input.validFrom}::date)
    ON CONFLICT DO NOTHING RETURNING id`;
  const id = rows[0]?.id;
  if (id === undefined) return { kind: "refused", reason: "code-taken" };
  const { code, kind, parent } = input;
  return {
    kind: "created",
    unit: { id, parentId: parent?.id ?? null, code, name, kind, path, depth: depthOf(path), headcount: 0 },
  };
}

/** The root of the organization; for the platform itself, which stands outside every scope. */
export async function findRootUnit(db: Db): Promise<UnitNode | null> {
  return db.unit.findFirst({ where: { parentId: null }, orderBy: { position: "asc" }, select: NODE });
}

export async function findUnit(db: Db, input: { code: string; scope: readonly string[] }): Promise<UnitNode | null> {
  return db.unit.findFirst({ where: { code: input.code, OR: withinScopeFilter(input.scope) }, select: NODE });
}

/** The units above, as far as the scope reaches, widest first, and the unit itself: the trail over a page. */
export async function breadcrumbTo(db: Db, input: { path: string; scope: readonly string[] }): Promise<UnitNode[]> {
  return db.unit.findMany({
    where: { path: { in: pathsDownTo(input.path) }, OR: withinScopeFilter(input.scope) },
    orderBy: { depth: "asc" },
    select: NODE,
  });
}

/** The names from the root down, as completions and certificates copy them. */
export async function namesDownTo(db: Db, path: string): Promise<string[]> {
  const units = await db.unit.findMany({
    where: { path: { in: pathsDownTo(path) } },
    orderBy: { depth: "asc" },
    select: { name: true },
  });
  return units.map((unit) => unit.name);
}

// Sums over the index of paths: one short range for each unit that is listed.
const WITH_PEOPLE = `${NODE_SQL},
  (u.headcount + COALESCE((SELECT sum(d.headcount) FROM unit d
     WHERE d.path ~>=~ (u.path || '/') AND d.path ~<~ (u.path || '0')), 0))::int AS people,
  (SELECT count(*) FROM unit c WHERE c.parent_id = u.id AND c.valid_to IS NULL)::int AS "childCount"`;

/** What hangs directly below a unit, with the people of all that is below each. */
export async function childrenWithPeople(input: {
  parentId: string;
  scope: readonly string[];
}): Promise<UnitWithPeople[]> {
  return query<UnitWithPeople>(
    "unit-children",
    `SELECT ${WITH_PEOPLE} FROM unit u
     WHERE u.parent_id = $1::uuid AND u.valid_to IS NULL AND ${withinScopeSql("u.path", 2)}
     ORDER BY u.position, u.name COLLATE "C"`,
    [input.parentId, input.scope],
  );
}

/** Where somebody's view begins: the units of their scope themselves. */
export async function topUnitsWithPeople(input: { scope: readonly string[] }): Promise<UnitWithPeople[]> {
  return query<UnitWithPeople>(
    "unit-tops",
    `SELECT ${WITH_PEOPLE} FROM unit u WHERE u.path = ANY($1::text[]) ORDER BY u.depth, u.position`,
    [input.scope],
  );
}

export async function countPeople(input: { scope: readonly string[] }): Promise<number> {
  const rows = await query<{ people: number }>(
    "unit-people",
    `SELECT COALESCE(sum(u.headcount), 0)::int AS people FROM unit u WHERE ${withinScopeSql("u.path", 1)}`,
    [input.scope],
  );
  return rows[0]?.people ?? 0;
}

/**
 * Units to choose from, in the order of the tree: all that stand in the scope down to a depth, or those whose name has
 * the text in it.
 */
export async function unitsToChoose(input: {
  scope: readonly string[];
  text?: string;
  maxDepth?: number;
  limit?: number;
}): Promise<UnitNode[]> {
  const text = foldName(input.text ?? "").replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return query<UnitNode>(
    "units-to-choose",
    `WITH RECURSIVE tree AS (
       SELECT u.id, ARRAY[lpad(u.position::text, 6, '0') || u.code] AS trail
       FROM unit u WHERE u.path = ANY($1::text[]) AND u.valid_to IS NULL
       UNION ALL
       SELECT c.id, tree.trail || (lpad(c.position::text, 6, '0') || c.code)
       FROM unit c JOIN tree ON c.parent_id = tree.id WHERE c.valid_to IS NULL AND c.depth <= $3)
     SELECT ${NODE_SQL} FROM tree JOIN unit u ON u.id = tree.id
     WHERE $2 = '' OR u.search_name LIKE '%' || $2 || '%'
     ORDER BY tree.trail COLLATE "C" LIMIT $4`,
    [input.scope, text, input.maxDepth ?? 20, input.limit ?? 500],
  );
}

/** Somebody joined or left: kept in the transaction of the change, so that an overview sums units and not people. */
export async function addToHeadcount(db: Db, input: { unitId: string; by: number }): Promise<void> {
  await db.unit.update({
    where: { id: input.unitId },
    data: { headcount: { increment: input.by } },
    select: { id: true },
  });
}

/** One person less in a unit and one more in another; always in the same order, so that two who cross do not wait for each other. */
export async function moveBetweenHeadcounts(db: Db, { from, to }: { from: string; to: string }): Promise<void> {
  const moves = [
    { unitId: from, by: -1 },
    { unitId: to, by: 1 },
  ];
  for (const move of moves.sort((a, b) => (a.unitId < b.unitId ? -1 : 1))) await addToHeadcount(db, move);
}

/** A unit that is dissolved keeps its past and takes nobody in. `validTo` is the first day on which it is no more. */
export async function endUnit(
  db: Db,
  input: { code: string; scope: readonly string[]; validTo: string },
): Promise<boolean> {
  const ended = await db.unit.updateMany({
    where: { code: input.code, validTo: null, headcount: 0, OR: withinScopeFilter(input.scope) },
    data: { validTo: dayToColumn(input.validTo) },
  });
  return ended.count === 1;
}

/** The units that stand at these paths, in the order of the paths. */
export async function unitsAt(
  db: Db,
  paths: readonly string[],
): Promise<{ code: string; name: string; path: string }[]> {
  return db.unit.findMany({
    where: { path: { in: [...paths] } },
    select: { code: true, name: true, path: true },
    orderBy: { path: "asc" },
  });
}

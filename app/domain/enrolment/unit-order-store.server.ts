import { query } from "~/platform/db.server";
import { pathsDownTo } from "../organization/unit";
import { withinScopeSql } from "../organization/unit-scope";

export interface UnitInOrder {
  id: string;
  path: string;
  name: string;
  /** The names of the units above, from the widest down. */
  namesAbove: string[];
  headcount: number;
}

interface Row {
  id: string;
  path: string;
  name: string;
  code: string;
  position: number;
  headcount: number;
  inside: boolean;
}

/** The units of a scope as the tree is read: a unit, then what hangs below it. Those above are read for their names alone. */
export async function unitsInTreeOrder(input: { scope: readonly string[] }): Promise<UnitInOrder[]> {
  const rows = await query<Row>(
    "units-in-tree-order",
    `SELECT u.id, u.path, u.name, u.code, u.position, u.headcount, ${withinScopeSql("u.path", 1)} AS inside FROM unit u
     WHERE ${withinScopeSql("u.path", 1)} OR EXISTS (SELECT 1 FROM unnest($1::text[]) AS s(path) WHERE s.path LIKE u.path || '/%')`,
    [input.scope],
  );
  const byPath = new Map(rows.map((row) => [row.path, row]));
  const read = rows.map((row) => {
    const above = pathsDownTo(row.path).flatMap((path) => byPath.get(path) ?? []);
    const trail = above.map(({ position, code }) => `${String(position).padStart(6, "0")}${code}`).join("/");
    return { ...row, trail, namesAbove: above.slice(0, -1).map(({ name }) => name) };
  });
  return read
    .filter((row) => row.inside)
    .sort((a, b) => (a.trail < b.trail ? -1 : 1))
    .map(({ id, path, name, namesAbove, headcount }) => ({ id, path, name, namesAbove, headcount }));
}

/** Cuts a list of units into pieces of at most so many people; a larger unit is a piece of its own. */
export function piecesOf(units: readonly UnitInOrder[], people: number): UnitInOrder[][] {
  const pieces: UnitInOrder[][] = [];
  let sum = Infinity;
  for (const unit of units) {
    if (sum + unit.headcount > people) {
      pieces.push([]);
      sum = 0;
    }
    pieces.at(-1)!.push(unit);
    sum += unit.headcount;
  }
  return pieces;
}

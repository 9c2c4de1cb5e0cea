import { query } from "~/platform/db.server";
import { withinScopeSql } from "../organization/unit-scope";
import { codesOf } from "../organization/unit";
import type { LocalDay } from "../time";
import type { CourseTurn } from "./course-turn";
import type { UnitRow } from "./unit-counts";

/**
 * The course turns that were asked of anybody in a scope, the one assigned last first. From the counts, so that what was assigned
 * above the scope and reaches into it is there as well.
 */
export async function listCourseTurns(input: { scope: readonly string[] }): Promise<CourseTurn[]> {
  return query<CourseTurn>(
    "course-turns",
    `SELECT t.course_id AS "courseId", c.slug, coalesce(v.manifest->>'title', c.title) AS title, t.cycle, t.due_on::text AS "dueOn"
     FROM (
       SELECT s.course_id, s.cycle, max(s.due_on) AS due_on FROM unit_standing s JOIN unit u ON u.id = s.unit_id
       WHERE ${withinScopeSql("u.path", 1)} GROUP BY s.course_id, s.cycle
     ) t
     JOIN course c ON c.id = t.course_id LEFT JOIN course_version v ON v.id = c.current_version_id
     ORDER BY (SELECT max(a.assigned_at) FROM assignment a WHERE a.course_id = t.course_id AND a.cycle = t.cycle) DESC NULLS LAST,
       t.cycle DESC, c.slug`,
    [input.scope],
  );
}

// Every unit of the subtrees is given to the part that it is counted in, which is cut from its path: no join per part, and people
// are not touched at all. `keep` is how many codes of the path name the part.
const COUNT = `
WITH root AS (SELECT * FROM unnest($1::text[], $2::int[]) AS r(path, keep)),
within AS MATERIALIZED (
  SELECT u.id, u.headcount, array_to_string((string_to_array(u.path, '/'))[:r.keep], '/') AS part
  FROM root r JOIN unit u ON u.path = r.path OR (u.path ~>=~ (r.path || '/') AND u.path ~<~ (r.path || '0'))
), heads AS (
  SELECT part, sum(headcount)::int AS people FROM within GROUP BY part
), asked AS (
  SELECT w.part, sum(s.required)::int AS required, sum(s.completed)::int AS completed,
    coalesce(sum(s.required - s.completed) FILTER (WHERE s.due_on < $5::date), 0)::int AS overdue
  FROM unit_standing s JOIN within w ON w.id = s.unit_id
  WHERE s.course_id = $3::uuid AND s.cycle = $4 GROUP BY w.part
)
SELECT u.code, u.name, u.kind::text AS kind, (root.path IS NOT NULL AND root.keep > cardinality(string_to_array(u.path, '/'))) AS own,
  heads.people, coalesce(asked.required, 0) AS required, coalesce(asked.completed, 0) AS completed, coalesce(asked.overdue, 0) AS overdue
FROM heads JOIN unit u ON u.path = heads.part LEFT JOIN asked ON asked.part = heads.part LEFT JOIN root ON root.path = heads.part
WHERE u.valid_to IS NULL OR heads.people > 0 OR asked.required > 0
ORDER BY own DESC, u.position, u.path COLLATE "C"`;

/**
 * Counts for the parts of units: with `parts: "children"` those directly below each unit, and the unit's own people as one part
 * more; with `"itself"` the units as wholes. `units` are paths of which none lies in another.
 */
export async function countByPart(input: {
  units: readonly string[];
  parts: "children" | "itself";
  turn: Pick<CourseTurn, "courseId" | "cycle"> | null;
  today: LocalDay;
}): Promise<UnitRow[]> {
  const more = input.parts === "children" ? 1 : 0;
  const keep = input.units.map((path) => codesOf(path).length + more);
  return query<UnitRow>("unit-counts", COUNT, [
    input.units,
    keep,
    input.turn?.courseId ?? null,
    input.turn?.cycle ?? null,
    input.today,
  ]);
}

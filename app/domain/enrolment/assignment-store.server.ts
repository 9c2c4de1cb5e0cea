import { type Db, query } from "~/platform/db.server";
import { withinScopeSql } from "../organization/unit-scope";
import type { LocalDay } from "../time";
import type { AssignmentRow, Audience } from "./assignment";

/** Longer lists belong to the audit trail. */
const LONGEST_LIST = 200;

const below = (path: string, root: string) =>
  `(${path} = ${root} OR (${path} ~>=~ (${root} || '/') AND ${path} ~<~ (${root} || '0')))`;

/**
 * The assignments that reach anybody in a scope, the latest first: those given in it, and those given above it. Their numbers count
 * only the people of the scope.
 */
export async function listAssignments(input: { scope: readonly string[]; today: LocalDay }): Promise<AssignmentRow[]> {
  return query<AssignmentRow>(
    "assignment-list",
    `WITH a AS (
       SELECT a.*, u.code, u.name, u.path, ${withinScopeSql("u.path", 1)} AS own
       FROM assignment a JOIN unit u ON u.id = a.unit_id
       WHERE ${withinScopeSql("u.path", 1)} OR EXISTS (SELECT 1 FROM unnest($1::text[]) AS s(path) WHERE s.path LIKE u.path || '/%')
       ORDER BY a.assigned_at DESC, a.id LIMIT ${LONGEST_LIST}
     )
     SELECT a.id, c.slug AS "courseSlug", coalesce(v.manifest->>'title', c.title) AS "courseTitle", a.cycle, a.due_on::text AS "dueOn",
       a.note, a.code AS "unitCode", a.name AS "unitName", a.assigned_at AS "assignedAt",
       CASE WHEN a.own THEN by.display_name END AS "assignedBy", a.withdrawn_at AS "withdrawnAt", a.own,
       n.required, n.completed, n.overdue
     FROM a JOIN course c ON c.id = a.course_id LEFT JOIN course_version v ON v.id = c.current_version_id
       LEFT JOIN account by ON by.id = a.assigned_by
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(s.required), 0)::int AS required, coalesce(sum(s.completed), 0)::int AS completed,
           coalesce(sum(s.required - s.completed) FILTER (WHERE s.due_on < $2::date), 0)::int AS overdue
         FROM unit_standing s JOIN unit w ON w.id = s.unit_id
         WHERE s.course_id = a.course_id AND s.cycle = a.cycle AND a.withdrawn_at IS NULL
           AND ${below("w.path", "a.path")} AND ${withinScopeSql("w.path", 1)}
       ) n
     WHERE a.own OR a.withdrawn_at IS NULL
     ORDER BY a.assigned_at DESC, a.id`,
    [input.scope, input.today],
  );
}

/** Whom an assignment to a unit and everything below it would reach. The caller has found the unit in scope. */
export async function countAudience(input: {
  courseId: string;
  unitPath: string;
  cycle: string;
  dueOn: LocalDay;
}): Promise<Audience> {
  const rows = await query<Audience>(
    "assignment-audience",
    `SELECT count(*)::int AS people, count(e.completed_at)::int AS completed,
       count(*) FILTER (WHERE e.completed_at IS NULL AND e.due_on <= $4::date)::int AS "askedBefore"
     FROM official o JOIN unit u ON u.id = o.unit_id
       LEFT JOIN enrolment e ON e.official_id = o.id AND e.course_id = $1::uuid AND e.cycle = $3
     WHERE o.left_on IS NULL AND ${below("u.path", "$2")}`,
    [input.courseId, input.unitPath, input.cycle, input.dueOn],
  );
  return rows[0] ?? { people: 0, completed: 0, askedBefore: 0 };
}

export interface AssignmentInForce {
  id: string;
  courseId: string;
  courseTitle: string;
  cycle: string;
  dueOn: LocalDay;
  unitPath: string;
  unitName: string;
  withdrawn: boolean;
}

const IN_FORCE = `SELECT a.id, a.course_id AS "courseId", c.title AS "courseTitle", a.cycle, a.due_on::text AS "dueOn", u.path AS "unitPath",
  u.name AS "unitName", a.withdrawn_at IS NOT NULL AS withdrawn
  FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN course c ON c.id = a.course_id`;

/** An assignment whose unit lies in the scope, locked until the transaction ends; null outside of it. */
export async function lockAssignment(
  tx: Db,
  input: { assignmentId: string; scope: readonly string[] },
): Promise<AssignmentInForce | null> {
  const rows = await tx.$queryRawUnsafe<AssignmentInForce[]>(
    `${IN_FORCE} WHERE a.id = $2::uuid AND ${withinScopeSql("u.path", 1)} FOR UPDATE OF a`,
    input.scope,
    input.assignmentId,
  );
  return rows[0] ?? null;
}

/** The other assignments of a course turn that stand and reach into a unit, from above, in it or below it; earliest day first. */
export async function assignmentsReaching(
  tx: Db,
  input: { courseId: string; cycle: string; unitPath: string },
): Promise<AssignmentInForce[]> {
  return tx.$queryRawUnsafe<AssignmentInForce[]>(
    `${IN_FORCE} WHERE a.course_id = $1::uuid AND a.cycle = $2 AND a.withdrawn_at IS NULL
       AND (u.path = $3 OR u.path LIKE $3 || '/%' OR $3 LIKE u.path || '/%') ORDER BY a.due_on, a.assigned_at`,
    input.courseId,
    input.cycle,
    input.unitPath,
  );
}

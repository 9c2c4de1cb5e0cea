import { query } from "~/platform/db.server";
import { withinScopeSql } from "../organization/unit-scope";
import { codesOf } from "../organization/unit";
import { TOGETHER_SECONDS } from "./signals/clusters";
import type { PaceCounts } from "./signals/pace-rates";
import type { CandidatePaper } from "./signals/signal-paper";

/** Papers compared at most, the latest first. */
const MOST = 2_000;

// A paper without a fault can be in no cluster, and one that the clock handed in came at its minute by itself: neither is read.
// Answers are read of those alone that have a neighbour, and what somebody wrote for an officer or for themselves never is.
const NEAR = `
WITH handed_in AS (
  SELECT t.id, t.version_id, t.official_id, t.question_ids, t.submitted_at, o.full_name, o.sort_name, u.id AS unit_id, u.code, u.name, u.path,
    lag(t.submitted_at) OVER near AS before, lead(t.submitted_at) OVER near AS after
  FROM attempt t JOIN course_version v ON v.id = t.version_id JOIN official o ON o.id = t.official_id JOIN unit u ON u.id = o.unit_id
  WHERE v.course_id = $1 AND t.status = 'submitted' AND NOT t.by_timer AND (t.awaits_marking OR t.points < t.max_points)
    AND ($2::timestamptz IS NULL OR t.submitted_at >= $2) AND ($3::timestamptz IS NULL OR t.submitted_at < $3)
    AND ${withinScopeSql("u.path", 4)}
  WINDOW near AS (PARTITION BY t.version_id, o.unit_id ORDER BY t.submitted_at)
), candidate AS (
  SELECT * FROM handed_in
  WHERE submitted_at - before <= make_interval(secs => ${TOGETHER_SECONDS}) OR after - submitted_at <= make_interval(secs => ${TOGETHER_SECONDS})
  ORDER BY submitted_at DESC, id LIMIT $6
)
SELECT c.id AS "attemptId", c.version_id AS "versionId", c.official_id AS "officialId", c.unit_id AS "unitId", c.code AS "unitCode",
  c.name AS "unitName", c.submitted_at AS "submittedAt", c.question_ids AS "questionIds",
  CASE WHEN ${withinScopeSql("c.path", 5)} THEN c.full_name END AS "fullName",
  coalesce((SELECT jsonb_object_agg(a.question_id, a.response) FROM answer a
    JOIN question_version q ON q.version_id = c.version_id AND q.question_id = a.question_id AND q.type <> 'reflection'
    WHERE a.attempt_id = c.id AND a.response <> 'null'), '{}') AS answers
FROM candidate c ORDER BY c.sort_name COLLATE "C", c.id`;

/**
 * The papers of a course that were handed in within a minute of another one of the same version and unit (the unit where the
 * person works now), in a scope. Names only of people within `named`. `cut`: there are more than are compared.
 */
export async function listPapersHandedInTogether(input: {
  courseId: string;
  from: Date | null;
  to: Date | null;
  scope: readonly string[];
  named: readonly string[];
}): Promise<{ papers: CandidatePaper[]; cut: boolean }> {
  const { courseId, from, to, scope, named } = input;
  const papers = await query<CandidatePaper>("signals.near", NEAR, [courseId, from, to, scope, named, MOST]);
  return { papers, cut: papers.length >= MOST };
}

const PACE = `
WITH root AS (SELECT * FROM unnest($4::text[], $5::int[]) r (path, keep)),
within AS MATERIALIZED (
  SELECT u.id, array_to_string((string_to_array(u.path, '/'))[:r.keep], '/') AS part
  FROM root r JOIN unit u ON u.path = r.path OR (u.path ~>=~ (r.path || '/') AND u.path ~<~ (r.path || '0'))
)
SELECT p.code, p.name, count(DISTINCT t.official_id)::int AS people, count(*)::int AS papers,
  (count(*) FILTER (WHERE t.extras @> '[{"reason":"paper-pace"}]'))::int AS "paperPace",
  (count(*) FILTER (WHERE t.extras @> '[{"reason":"lesson-pace"}]'))::int AS "lessonPace"
FROM attempt t JOIN course_version v ON v.id = t.version_id JOIN official o ON o.id = t.official_id
  JOIN within w ON w.id = o.unit_id JOIN unit p ON p.path = w.part
WHERE v.course_id = $1 AND t.status = 'submitted'
  AND ($2::timestamptz IS NULL OR t.submitted_at >= $2) AND ($3::timestamptz IS NULL OR t.submitted_at < $3)
GROUP BY p.code, p.name`;

/** How many papers were asked more questions: for each unit directly below those of the scope, and for their own people. */
export async function countPace(input: {
  courseId: string;
  from: Date | null;
  to: Date | null;
  /** Paths of which none lies in another. */
  scope: readonly string[];
}): Promise<PaceCounts[]> {
  const { courseId, from, to, scope } = input;
  const keep = scope.map((path) => codesOf(path).length + 1);
  return query<PaceCounts>("signals.pace", PACE, [courseId, from, to, scope, keep]);
}

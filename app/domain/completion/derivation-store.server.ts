import { query } from "~/platform/db.server";
import type { DerivedTurn, Mismatch } from "./derivation";
import { LEARNING_RECORD, type LearningRecordRow, readLearningRecord } from "./learning-record-store.server";

interface Row extends LearningRecordRow {
  officialId: string;
  fullName: string;
  unitPath: string;
  markedAt: Date | null;
  regraded: boolean;
  certificates: number;
  certificateInForce: boolean;
}

const TURNS = (which: string) => `
SELECT turn.*, m.official_id AS "officialId", o.full_name AS "fullName", u.path AS "unitPath", m.completed_at AS "markedAt",
  EXISTS (SELECT FROM attempt t JOIN attempt_event v ON v.attempt_id = t.id
    WHERE t.enrolment_id = m.id AND v.regrade_id IS NOT NULL) AS regraded,
  (SELECT count(*)::int FROM certificate g
    WHERE g.official_id = m.official_id AND g.course_id = m.course_id AND g.cycle = m.cycle) AS certificates,
  EXISTS (SELECT FROM certificate g WHERE g.official_id = m.official_id AND g.course_id = m.course_id AND g.cycle = m.cycle
    AND NOT EXISTS (SELECT FROM certificate_event v WHERE v.certificate_id = g.id AND v.kind IN ('revoked', 'reissued'))) AS "certificateInForce"
FROM (${LEARNING_RECORD} ${which}) turn
JOIN enrolment m ON m.id = turn."enrolmentId" JOIN official o ON o.id = m.official_id JOIN unit u ON u.id = o.unit_id
ORDER BY turn."enrolmentId"`;

const read = ({
  officialId,
  fullName,
  unitPath,
  markedAt,
  regraded,
  certificates,
  certificateInForce,
  ...row
}: Row): DerivedTurn => ({
  officialId,
  fullName,
  unitPath,
  markedAt,
  regraded,
  certificates,
  certificateInForce,
  record: readLearningRecord(row),
});

/** The course turns after one, in the order of their ids: one statement, so that all parts of a turn are of one moment. */
export async function listTurnsAfter(input: { after: string | null; limit: number }): Promise<DerivedTurn[]> {
  const rows = await query<Row>(
    "derivation.turns",
    TURNS("WHERE ($1::uuid IS NULL OR e.id > $1::uuid) ORDER BY e.id LIMIT $2"),
    [input.after, input.limit],
  );
  return rows.map(read);
}

/** The same turns once more: what was under way at the first look is over by now. */
export async function listTurnsAgain(enrolmentIds: readonly string[]): Promise<DerivedTurn[]> {
  const rows = await query<Row>("derivation.turns-again", TURNS("WHERE e.id = ANY($1::uuid[])"), [enrolmentIds]);
  return rows.map(read);
}

/** Units whose counts are not what counting people gives. */
export async function listWrongCounts(limit: number): Promise<Mismatch[]> {
  return query<Mismatch>(
    "derivation.counts",
    `WITH people AS (
       SELECT o.unit_id, e.course_id, e.cycle, e.due_on, count(*)::int AS required, count(e.completed_at)::int AS completed
       FROM enrolment e JOIN official o ON o.id = e.official_id
       WHERE e.required AND e.due_on IS NOT NULL AND o.left_on IS NULL GROUP BY 1, 2, 3, 4
     )
     SELECT 'unit-count' AS kind, NULL::uuid AS "officialId", NULL::uuid AS "enrolmentId", u.path AS "unitPath",
       u.name || ' – ' || c.slug || ' ' || coalesce(p.cycle, s.cycle) || ' – ' || coalesce(p.due_on, s.due_on)::text AS label,
       coalesce(p.completed, 0) || '/' || coalesce(p.required, 0) AS expected,
       coalesce(s.completed, 0) || '/' || coalesce(s.required, 0) AS found
     FROM people p FULL JOIN unit_standing s USING (unit_id, course_id, cycle, due_on)
     JOIN unit u ON u.id = unit_id JOIN course c ON c.id = course_id
     WHERE (coalesce(p.required, 0), coalesce(p.completed, 0)) <> (coalesce(s.required, 0), coalesce(s.completed, 0))
     ORDER BY u.path LIMIT $1`,
    [limit],
  );
}

import { query, type Db } from "~/platform/db.server";
import { withinScopeSql } from "../../organization/unit-scope";
import type { ChainOfEvidence } from "./sample";

/** Whom a snapshot has a line of, in a scope: the list that a sample is drawn from. */
export async function snapshotOfficials(input: { snapshotId: string; scope: readonly string[] }): Promise<string[]> {
  const rows = await query<{ id: string }>(
    "sample-snapshot-officials",
    `SELECT DISTINCT l.official_id AS id FROM evaluation_snapshot_line l
     WHERE l.snapshot_id = $1::uuid AND ${withinScopeSql("l.unit_path", 2)}`,
    [input.snapshotId, input.scope],
  );
  return rows.map(({ id }) => id);
}

/** Of an open period: who was in a unit of the scope on a day of it. */
export async function presentOfficials(input: {
  scope: readonly string[];
  fromOn: string;
  toOn: string;
}): Promise<string[]> {
  const rows = await query<{ id: string }>(
    "sample-present-officials",
    `SELECT DISTINCT m.official_id AS id FROM employment m JOIN unit u ON u.id = m.unit_id JOIN official o ON o.id = m.official_id
     WHERE ${withinScopeSql("u.path", 1)} AND m.valid_from <= $3::date AND coalesce(m.valid_to, o.left_on, 'infinity'::date) > $2::date`,
    [input.scope, input.fromOn, input.toOn],
  );
  return rows.map(({ id }) => id);
}

/**
 * All that the record holds of a person, in one statement: rows as they stand in the tables, so that hashes and whatever a table gains are in it.
 * Of the person only the name, the staff number and the unit.
 */
export async function readChain(db: Db, officialId: string): Promise<ChainOfEvidence | null> {
  const rows = await db.$queryRaw<{ chain: ChainOfEvidence }[]>`
    SELECT json_build_object(
      'official', json_build_object('id', o.id, 'fullName', o.full_name, 'staffNumber', o.staff_number, 'unit', u.name),
      'employments', (SELECT coalesce(json_agg(json_build_object('unit', w.name, 'unitCode', w.code, 'positionTitle', m.position_title,
          'from', m.valid_from, 'to', m.valid_to) ORDER BY m.valid_from, m.id), '[]')
        FROM employment m JOIN unit w ON w.id = m.unit_id WHERE m.official_id = o.id),
      'turns', (SELECT coalesce(json_agg(to_jsonb(e) || jsonb_build_object('course', k.slug, 'assignment', to_jsonb(a)) ORDER BY e.created_at, e.id), '[]')
        FROM enrolment e JOIN course k ON k.id = e.course_id LEFT JOIN assignment a ON a.id = e.assignment_id WHERE e.official_id = o.id),
      'lessons', (SELECT coalesce(json_agg(to_jsonb(p) ORDER BY p.opened_at, p.lesson_id), '[]')
        FROM lesson_progress p JOIN enrolment e ON e.id = p.enrolment_id WHERE e.official_id = o.id),
      'attempts', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'number', t.number, 'status', t.status, 'startedAt', t.started_at,
          'submittedAt', t.submitted_at, 'percent', t.percent, 'passed', t.passed, 'seed', t.seed, 'questionIds', t.question_ids,
          'points', t.points, 'maxPoints', t.max_points, 'byTimer', t.by_timer, 'deadlineAt', t.deadline_at, 'versionId', t.version_id, 'courseSlug', k.slug,
          'answers', (SELECT coalesce(json_agg(json_build_object('questionId', w.question_id, 'question', q.content, 'response', w.response,
              'points', w.points, 'savedAt', w.saved_at) ORDER BY w.saved_at, w.question_id), '[]')
            FROM answer w LEFT JOIN question_version q ON q.version_id = t.version_id AND q.question_id = w.question_id WHERE w.attempt_id = t.id),
          'events', (SELECT coalesce(json_agg(to_jsonb(v) ORDER BY v.id), '[]') FROM attempt_event v WHERE v.attempt_id = t.id),
          'markings', (SELECT coalesce(json_agg(to_jsonb(g) ORDER BY g.at, g.id), '[]') FROM marking g WHERE g.attempt_id = t.id)
        ) ORDER BY t.started_at, t.id), '[]')
        FROM attempt t JOIN course_version cv ON cv.id = t.version_id JOIN course k ON k.id = cv.course_id WHERE t.official_id = o.id),
      'completions', (SELECT coalesce(json_agg(to_jsonb(d) ORDER BY d.completed_at, d.course_id, d.revision), '[]')
        FROM completion d WHERE d.official_id = o.id),
      'certificates', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'serial', c.serial, 'number', c.number, 'issuedAt', c.issued_at,
          'completionId', c.completion_id, 'facts', c.facts, 'templateVersion', c.template_version,
          'events', (SELECT coalesce(json_agg(to_jsonb(x) ORDER BY x.at, x.id), '[]') FROM certificate_event x WHERE x.certificate_id = c.id),
          'documents', (SELECT coalesce(json_agg(to_jsonb(y) ORDER BY y.made_at, y.id), '[]') FROM certificate_document y WHERE y.certificate_id = c.id)
        ) ORDER BY c.issued_at, c.id), '[]') FROM certificate c WHERE c.official_id = o.id),
      'citations', (SELECT coalesce(json_agg(json_build_object('courseSlug', k.slug, 'version', cv.number, 'contentHash', cv.content_hash,
          'lesson', l.lesson_id, 'citations', coalesce(l.compiled->'citations', l.compiled->'legalBasis')) ORDER BY k.slug, cv.number, l.position), '[]')
        FROM course_version cv JOIN course k ON k.id = cv.course_id JOIN lesson_version l ON l.version_id = cv.id
        WHERE cv.id IN (SELECT version_id FROM enrolment WHERE official_id = o.id UNION SELECT version_id FROM completion WHERE official_id = o.id)),
      'audit', (SELECT coalesce(json_agg(json_build_object('id', e.id::text, 'at', e.at, 'action', e.action, 'actor', e.actor_name,
          'label', e.subject_label, 'before', e.before, 'after', e.after) ORDER BY e.id), '[]')
        FROM audit_event e WHERE (e.subject_type, e.subject_id) IN (
          SELECT 'official', o.id::text UNION ALL SELECT 'completion', id::text FROM completion WHERE official_id = o.id
          UNION ALL SELECT 'certificate', id::text FROM certificate WHERE official_id = o.id
          UNION ALL SELECT 'attempt', id::text FROM attempt WHERE official_id = o.id
          UNION ALL SELECT 'enrolment', id::text FROM enrolment WHERE official_id = o.id))
    ) AS chain
    FROM official o JOIN unit u ON u.id = o.unit_id WHERE o.id = ${officialId}::uuid`;
  return rows[0]?.chain ?? null;
}

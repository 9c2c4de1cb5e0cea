import { type Db, Prisma, query } from "~/platform/db.server";
import { type AnswerRow, ANSWERS } from "../assessment/answer-rows";
import type { AttemptResult } from "../assessment/regrade/forecast";
import { withinScopeSql } from "../organization/unit-scope";

/** A graded paper with everything that rests on it. */
export interface ReachedPaper {
  id: string;
  versionId: string;
  enrolmentId: string;
  officialId: string;
  courseId: string;
  cycle: string;
  number: number;
  seed: string;
  questionIds: string[];
  submittedAt: Date;
  result: AttemptResult;
  answers: Pick<AnswerRow, "questionId" | "response" | "marked" | "points" | "tries" | "markedPoints">[];
  /** The completion of the course turn as it stands, and by which attempt it was earned. */
  completion: { attemptId: string | null } | null;
  certificate: string | null;
  dutyOpen: boolean;
  /** Whose it is; null outside the scope. */
  person: { fullName: string; sortName: string; unitName: string } | null;
}

/**
 * Papers, their answers, and the completion and certificate of the same course turn, in one statement. A decision on a question
 * reaches all papers; whose they are is told only within `scope`.
 */
export async function readReach(
  tx: Db,
  input: { attemptIds: readonly string[]; questionId: string; scope: readonly string[] },
): Promise<ReachedPaper[]> {
  return tx.$queryRaw<ReachedPaper[]>`
    SELECT t.id, t.version_id AS "versionId", t.enrolment_id AS "enrolmentId", t.official_id AS "officialId", e.course_id AS "courseId", e.cycle,
      t.number, t.seed, t.question_ids AS "questionIds", coalesce(t.submitted_at, t.deadline_at) AS "submittedAt",
      json_build_object('points', coalesce(t.points, 0), 'maxPoints', t.max_points, 'percent', t.percent, 'passed', t.passed) AS result,
      coalesce((SELECT json_agg(given) FROM (${Prisma.raw(ANSWERS)} WHERE a.attempt_id = t.id) given), '[]') AS answers,
      (SELECT json_build_object('attemptId', k.attempt_id) FROM completion_in_force k
       WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle) AS completion,
      (SELECT g.number FROM certificate_turn h JOIN certificate g ON g.id = h.certificate_id
       WHERE h.official_id = e.official_id AND h.course_id = e.course_id AND h.cycle = e.cycle) AS certificate,
      EXISTS (SELECT FROM remedial_duty r
        WHERE r.attempt_id = t.id AND r.question_id = ${input.questionId} AND r.done_at IS NULL) AS "dutyOpen",
      CASE WHEN EXISTS (SELECT FROM unnest(${input.scope}::text[]) s (path) WHERE u.path = s.path OR starts_with(u.path, s.path || '/'))
        THEN json_build_object('fullName', o.full_name, 'sortName', o.sort_name, 'unitName', u.name) END AS person
    FROM attempt t JOIN enrolment e ON e.id = t.enrolment_id JOIN official o ON o.id = t.official_id JOIN unit u ON u.id = o.unit_id
    WHERE t.id = ANY (${input.attemptIds}::uuid[]) AND t.status = 'submitted' ORDER BY t.id`;
}

const KEPT = `
SELECT DISTINCT t.id
FROM course_version v JOIN regrade r ON r.version_id = v.id JOIN attempt_event e ON e.regrade_id = r.id
JOIN attempt t ON t.id = e.attempt_id JOIN enrolment n ON n.id = t.enrolment_id
JOIN official o ON o.id = t.official_id JOIN unit u ON u.id = o.unit_id
LEFT JOIN certificate_turn g ON g.official_id = n.official_id AND g.course_id = n.course_id AND g.cycle = n.cycle
WHERE v.course_id = $1 AND ${withinScopeSql("u.path", 2)} AND e.after->>'kept' = 'true' AND t.passed
  AND EXISTS (SELECT FROM completion_in_force k WHERE k.official_id = n.official_id AND k.course_id = n.course_id AND k.cycle = n.cycle)
  AND NOT EXISTS (SELECT FROM certificate_event c WHERE c.certificate_id = g.certificate_id AND c.kind = 'revoked')
ORDER BY t.id LIMIT $3`;

/**
 * Passes of a course that were once kept against a decision and that a completion rests on, within the scope. Where the certificate
 * was revoked somebody has looked at it.
 */
export async function listKeptPapers(input: {
  courseId: string;
  scope: readonly string[];
  limit: number;
}): Promise<string[]> {
  const rows = await query<{ id: string }>("regrade.kept", KEPT, [input.courseId, input.scope, input.limit]);
  return rows.map(({ id }) => id);
}

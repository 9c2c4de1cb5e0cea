import { type Db, Prisma } from "~/platform/db.server";
import { type AnswerRow, ANSWERS } from "../assessment/answer-rows";
import type { AttemptResult } from "../assessment/regrade/forecast";

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
      (SELECT json_build_object('attemptId', k.attempt_id) FROM completion k
       WHERE k.official_id = e.official_id AND k.course_id = e.course_id AND k.cycle = e.cycle ORDER BY k.revision DESC LIMIT 1) AS completion,
      (SELECT g.number FROM certificate g
       WHERE g.official_id = e.official_id AND g.course_id = e.course_id AND g.cycle = e.cycle) AS certificate,
      EXISTS (SELECT FROM remedial_duty r
        WHERE r.attempt_id = t.id AND r.question_id = ${input.questionId} AND r.done_at IS NULL) AS "dutyOpen",
      CASE WHEN EXISTS (SELECT FROM unnest(${input.scope}::text[]) s (path) WHERE u.path = s.path OR starts_with(u.path, s.path || '/'))
        THEN json_build_object('fullName', o.full_name, 'sortName', o.sort_name, 'unitName', u.name) END AS person
    FROM attempt t JOIN enrolment e ON e.id = t.enrolment_id JOIN official o ON o.id = t.official_id JOIN unit u ON u.id = o.unit_id
    WHERE t.id = ANY (${input.attemptIds}::uuid[]) AND t.status = 'submitted' ORDER BY t.id`;
}

import { type Db, query } from "~/platform/db.server";
import { withinScopeSql } from "../../organization/unit-scope";
import { type AnswerRow, ANSWERS } from "../answer-rows";
import type { QuestionAdjustment } from "../regrade/adjustment";
import type { MarkedAnswer, MarkingRow } from "./marking";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Which papers an officer may mark: of a course, of people in the scope, and never their own. */
export interface MarkersReach {
  courseSlug: string;
  scope: readonly string[];
  /** The officer, when that is somebody on the staff list. */
  markerId: string | null;
}

// $1 scope, $2 course, $3 marker.
const REACH = `c.slug = $2 AND ${withinScopeSql("u.path", 1)} AND ($3::uuid IS NULL OR t.official_id <> $3::uuid)`;
const FROM = `FROM attempt t JOIN course_version v ON v.id = t.version_id JOIN course c ON c.id = v.course_id
  JOIN official o ON o.id = t.official_id JOIN unit u ON u.id = o.unit_id`;

export interface PaperToMark {
  attemptId: string;
  versionId: string;
  submittedAt: Date;
  seed: string;
  questionIds: string[];
  adjustments: QuestionAdjustment[];
  answers: AnswerRow[];
}

/** Papers that wait to be marked, the oldest first, page by page, each with its answers. */
export async function listPapersToMark(
  input: MarkersReach & { after: string | null; limit: number },
): Promise<PaperToMark[]> {
  const after = input.after !== null && UUID.test(input.after) ? input.after : null;
  return query<PaperToMark>(
    "marking.waiting",
    `SELECT t.id AS "attemptId", t.version_id AS "versionId", t.submitted_at AS "submittedAt", t.seed, t.question_ids AS "questionIds",
       coalesce((SELECT json_agg(json_build_object('questionId', r.question_id, 'change', r.change) ORDER BY r.at, r.id)
         FROM regrade r WHERE r.version_id = t.version_id), '[]') AS adjustments,
       coalesce((SELECT json_agg(given) FROM (${ANSWERS} WHERE a.attempt_id = t.id) given), '[]') AS answers
     ${FROM} WHERE t.awaits_marking AND t.status = 'submitted' AND ${REACH}
       AND ($4::uuid IS NULL OR (t.submitted_at, t.id) > (SELECT x.submitted_at, x.id FROM attempt x WHERE x.id = $4::uuid))
     ORDER BY t.submitted_at, t.id LIMIT $5`,
    [input.scope, input.courseSlug, input.markerId, after, input.limit],
  );
}

export async function countPapersToMark(input: MarkersReach): Promise<number> {
  const [row] = await query<{ count: number }>(
    "marking.waiting-count",
    `SELECT count(*)::int AS count ${FROM} WHERE t.awaits_marking AND t.status = 'submitted' AND ${REACH}`,
    [input.scope, input.courseSlug, input.markerId],
  );
  return row?.count ?? 0;
}

/** Answers that were marked, by their latest mark, the latest first, page by page. */
export async function listMarkedAnswers(
  input: MarkersReach & { after: string | null; limit: number },
): Promise<(Omit<MarkedAnswer, "code"> & { id: string })[]> {
  const after = input.after !== null && UUID.test(input.after) ? input.after : null;
  return query(
    "marking.marked",
    `SELECT m.id, m.attempt_id AS "attemptId", m.question_id AS "questionId", m.points::float8 AS points, m.at, m.actor_name AS "actorName"
     ${FROM} JOIN marking m ON m.attempt_id = t.id
     WHERE t.status = 'submitted' AND ${REACH}
       AND NOT EXISTS (SELECT FROM marking l WHERE l.attempt_id = m.attempt_id AND l.question_id = m.question_id AND (l.at, l.id) > (m.at, m.id))
       AND ($4::uuid IS NULL OR (m.at, m.id) < (SELECT x.at, x.id FROM marking x WHERE x.id = $4::uuid))
     ORDER BY m.at DESC, m.id DESC LIMIT $5`,
    [input.scope, input.courseSlug, input.markerId, after, input.limit],
  );
}

/** A handed-in paper that the officer may mark, with the little that marking needs to know of whose it is; or null. */
export async function findPaperToMark(
  input: MarkersReach & { attemptId: string },
): Promise<{ officialId: string; versionId: string; unitPath: string; courseTitle: string } | null> {
  if (!UUID.test(input.attemptId)) return null;
  const [row] = await query<{ officialId: string; versionId: string; unitPath: string; courseTitle: string }>(
    "marking.find",
    `SELECT t.official_id AS "officialId", t.version_id AS "versionId", u.path AS "unitPath", v.manifest->>'title' AS "courseTitle"
     ${FROM} WHERE t.id = $4::uuid AND t.status = 'submitted' AND ${REACH}`,
    [input.scope, input.courseSlug, input.markerId, input.attemptId],
  );
  return row ?? null;
}

/** All marks of an attempt, the latest first. The caller has made sure that it may be seen. */
export async function listMarkings(attemptId: string): Promise<MarkingRow[]> {
  return query(
    "marking.list",
    `SELECT m.question_id AS "questionId", m.points::float8 AS points, m.rubric, m.comment, m.at, m.actor_name AS "actorName"
     FROM marking m WHERE m.attempt_id = $1::uuid ORDER BY m.at DESC, m.id DESC`,
    [attemptId],
  );
}

export async function insertMarking(
  tx: Db,
  input: {
    attemptId: string;
    questionId: string;
    points: number;
    rubric: Record<string, number>;
    comment: string | null;
    actor: { accountId: string | null; name: string };
    at: Date;
  },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO marking (attempt_id, question_id, points, rubric, comment, at, actor_id, actor_name)
    VALUES (${input.attemptId}::uuid, ${input.questionId}, ${input.points}::numeric, ${JSON.stringify(input.rubric)}::jsonb,
      ${input.comment}, ${input.at}, ${input.actor.accountId}::uuid, ${input.actor.name})`;
}

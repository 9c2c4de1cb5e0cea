import { type Db, Prisma, query } from "~/platform/db.server";
import type { DecodedAnswer } from "./answers-form";
import type { Grade } from "./grading";

export interface StoredAttempt {
  id: string;
  enrolmentId: string;
  officialId: string;
  courseSlug: string;
  versionId: string;
  number: number;
  seed: string;
  questionIds: string[];
  status: "open" | "submitted" | "voided";
  startedAt: Date;
  deadlineAt: Date;
  submittedAt: Date | null;
  byTimer: boolean;
  points: number | null;
  maxPoints: number | null;
  percent: number | null;
  passed: boolean | null;
}

export interface AnswerRow {
  questionId: string;
  sequence: number;
  response: unknown;
  marked: boolean;
  points: number | null;
}

const COLUMNS = `
SELECT t.id, t.enrolment_id AS "enrolmentId", t.official_id AS "officialId", c.slug AS "courseSlug", t.version_id AS "versionId",
  t.number, t.seed, t.question_ids AS "questionIds", t.status, t.started_at AS "startedAt", t.deadline_at AS "deadlineAt",
  t.submitted_at AS "submittedAt", t.by_timer AS "byTimer", t.points::float8 AS points, t.max_points::float8 AS "maxPoints",
  t.percent::float8 AS percent, t.passed
FROM attempt t JOIN course_version v ON v.id = t.version_id JOIN course c ON c.id = v.course_id`;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The official's own attempt, or null: somebody else's does not exist here. */
export async function findAttempt(input: { attemptId: string; officialId: string }): Promise<StoredAttempt | null> {
  if (!UUID.test(input.attemptId)) return null;
  const [row] = await query<StoredAttempt>("attempt.find", `${COLUMNS} WHERE t.id = $1 AND t.official_id = $2`, [
    input.attemptId,
    input.officialId,
  ]);
  return row ?? null;
}

/** The same inside a transaction, locked until its end: of two hand-ins at one moment the second finds it closed. */
export async function lockAttempt(
  tx: Db,
  input: { attemptId: string; officialId: string },
): Promise<StoredAttempt | null> {
  if (!UUID.test(input.attemptId)) return null;
  const rows = await tx.$queryRaw<StoredAttempt[]>`${Prisma.raw(COLUMNS)}
    WHERE t.id = ${input.attemptId}::uuid AND t.official_id = ${input.officialId}::uuid FOR UPDATE OF t`;
  return rows[0] ?? null;
}

export async function insertAttempt(
  tx: Db,
  input: Pick<
    StoredAttempt,
    "enrolmentId" | "officialId" | "versionId" | "number" | "seed" | "questionIds" | "startedAt" | "deadlineAt"
  >,
): Promise<string> {
  const row = await tx.attempt.create({ data: input, select: { id: true } });
  return row.id;
}

/** Locks the course turn of an official, so that two starts at one moment make one attempt. */
export async function lockEnrolment(tx: Db, input: { enrolmentId: string; officialId: string }): Promise<void> {
  await tx.$queryRaw`SELECT id FROM enrolment WHERE id = ${input.enrolmentId}::uuid AND official_id = ${input.officialId}::uuid FOR UPDATE`;
}

/** What was drawn in the attempts so far, the latest last. */
export async function listDrawn(tx: Db, enrolmentId: string): Promise<string[][]> {
  const rows = await tx.attempt.findMany({
    where: { enrolmentId },
    orderBy: { number: "asc" },
    select: { questionIds: true },
  });
  return rows.map((row) => row.questionIds);
}

export async function listAnswers(attemptId: string): Promise<AnswerRow[]> {
  return query<AnswerRow>(
    "answer.list",
    `SELECT question_id AS "questionId", sequence::float8 AS sequence, response, marked, points::float8 AS points
     FROM answer WHERE attempt_id = $1`,
    [attemptId],
  );
}

export async function listAnswersIn(tx: Db, attemptId: string): Promise<AnswerRow[]> {
  return tx.$queryRaw<AnswerRow[]>`
    SELECT question_id AS "questionId", sequence::float8 AS sequence, response, marked, points::float8 AS points
    FROM answer WHERE attempt_id = ${attemptId}::uuid`;
}

// The higher number wins, whatever the order of arrival. Nothing is written once the attempt is closed or its last
// moment is over: the condition stands in the statement, and the row lock makes it wait for a hand-in under way and then
// look again, so that nothing is called saved that was not graded.
const SAVE = `
INSERT INTO answer AS a (attempt_id, question_id, sequence, response, marked, saved_at)
SELECT t.id, $3, $4::bigint, $5::jsonb, $6::boolean, $7::timestamptz
FROM attempt t WHERE t.id = $1 AND t.official_id = $2 AND t.status = 'open' AND $7::timestamptz <= t.deadline_at + make_interval(secs => $8)
FOR KEY SHARE
ON CONFLICT (attempt_id, question_id) DO UPDATE
  SET sequence = greatest(a.sequence, excluded.sequence),
      response = CASE WHEN excluded.sequence > a.sequence THEN excluded.response ELSE a.response END,
      marked = CASE WHEN excluded.sequence > a.sequence THEN excluded.marked ELSE a.marked END,
      saved_at = CASE WHEN excluded.sequence > a.sequence THEN excluded.saved_at ELSE a.saved_at END
RETURNING sequence::float8 AS sequence`;

/** Returns the sequence that now stands (higher than the given one when a newer choice was there), null when closed. */
export async function saveAnswerRow(input: {
  attemptId: string;
  officialId: string;
  answer: DecodedAnswer;
  sequence: number;
  graceSeconds: number;
  now: Date;
}): Promise<number | null> {
  const { answer } = input;
  const [row] = await query<{ sequence: number }>("answer.save", SAVE, [
    input.attemptId,
    input.officialId,
    answer.questionId,
    input.sequence,
    JSON.stringify(answer.response),
    answer.marked,
    input.now,
    input.graceSeconds,
  ]);
  return row?.sequence ?? null;
}

/**
 * Answers of a whole form posted without script, in one statement. What is posted is what the person sees and wants, so it
 * stands above what was saved before; a question left empty takes nothing away.
 */
export async function saveWholeForm(
  tx: Db,
  input: { attemptId: string; answers: readonly DecodedAnswer[]; now: Date },
): Promise<void> {
  const given = input.answers.filter((answer) => answer.response !== null || answer.marked);
  if (given.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO answer AS a (attempt_id, question_id, sequence, response, marked, saved_at)
    SELECT ${input.attemptId}::uuid, x.question_id, ${input.now.getTime()}::bigint, x.response::jsonb, x.marked, ${input.now}
    FROM unnest(${given.map((answer) => answer.questionId)}::text[], ${given.map((answer) => JSON.stringify(answer.response))}::text[],
      ${given.map((answer) => answer.marked)}::boolean[]) AS x (question_id, response, marked)
    ON CONFLICT (attempt_id, question_id) DO UPDATE
      SET sequence = greatest(a.sequence + 1, excluded.sequence),
          response = CASE WHEN excluded.response = 'null'::jsonb THEN a.response ELSE excluded.response END,
          marked = excluded.marked, saved_at = excluded.saved_at
      WHERE a.response IS DISTINCT FROM excluded.response OR a.marked IS DISTINCT FROM excluded.marked`;
}

/** Closes an open attempt with its grade. False when it was closed already: nothing is graded twice. */
export async function closeAttempt(
  tx: Db,
  input: { attemptId: string; submittedAt: Date; byTimer: boolean; grade: Grade },
): Promise<boolean> {
  const { grade } = input;
  const closed = await tx.$executeRaw`
    UPDATE attempt SET status = 'submitted', submitted_at = ${input.submittedAt}, by_timer = ${input.byTimer}, points = ${grade.points},
      max_points = ${grade.maxPoints}, percent = ${grade.percent}, passed = ${grade.passed}
    WHERE id = ${input.attemptId}::uuid AND status = 'open'`;
  if (closed === 0) return false;
  await tx.$executeRaw`
    UPDATE answer a SET points = x.points
    FROM unnest(${grade.perQuestion.map((each) => each.questionId)}::text[], ${grade.perQuestion.map((each) => each.points)}::numeric[])
      AS x (question_id, points)
    WHERE a.attempt_id = ${input.attemptId}::uuid AND a.question_id = x.question_id`;
  return true;
}

export async function voidAttempt(tx: Db, input: { attemptId: string; at: Date }): Promise<void> {
  await tx.attempt.update({
    where: { id: input.attemptId, status: "open" },
    data: { status: "voided", submittedAt: input.at, byTimer: true },
    select: { id: true },
  });
}

/** Open attempts whose last moment, grace included, is over: for the sweep that hands them in. */
export async function listExpiredAttempts(input: {
  now: Date;
  limit: number;
}): Promise<{ id: string; officialId: string }[]> {
  return query(
    "attempt.expired",
    `SELECT t.id, t.official_id AS "officialId" FROM attempt t JOIN course_version v ON v.id = t.version_id
     WHERE t.status = 'open' AND t.deadline_at < $1
       AND t.deadline_at + make_interval(secs => (v.manifest->'test'->>'graceSeconds')::float8) < $1
     ORDER BY t.deadline_at LIMIT $2`,
    [input.now, input.limit],
  );
}

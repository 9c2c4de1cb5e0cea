import { type Db, Prisma, query } from "~/platform/db.server";
import type { Grade } from "./grading";
import type { ExtraQuestions } from "./pace";
import type { QuestionAdjustment } from "./regrade/adjustment";

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
  awaitsMarking: boolean;
  /** Which page holds the paper. */
  activeDevice: string | null;
  extras: ExtraQuestions[];
  /** What was decided since about questions of its version, in order. */
  adjustments: QuestionAdjustment[];
}

const COLUMNS = `
SELECT t.id, t.enrolment_id AS "enrolmentId", t.official_id AS "officialId", c.slug AS "courseSlug", t.version_id AS "versionId",
  t.number, t.seed, t.question_ids AS "questionIds", t.status, t.started_at AS "startedAt", t.deadline_at AS "deadlineAt",
  t.submitted_at AS "submittedAt", t.by_timer AS "byTimer", t.points::float8 AS points, t.max_points::float8 AS "maxPoints",
  t.percent::float8 AS percent, t.passed, t.awaits_marking AS "awaitsMarking", t.active_device AS "activeDevice", t.extras,
  coalesce((SELECT json_agg(json_build_object('questionId', r.question_id, 'change', r.change) ORDER BY r.at, r.id)
    FROM regrade r WHERE r.version_id = t.version_id), '[]') AS adjustments
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
    | "enrolmentId"
    | "officialId"
    | "versionId"
    | "number"
    | "seed"
    | "questionIds"
    | "startedAt"
    | "deadlineAt"
    | "extras"
  >,
): Promise<string> {
  const extras = input.extras as unknown as Prisma.InputJsonArray;
  const row = await tx.attempt.create({ data: { ...input, extras }, select: { id: true } });
  return row.id;
}

/** Locks the course turn of an official, so that two starts at one moment make one attempt. */
export async function lockEnrolment(tx: Db, input: { enrolmentId: string; officialId: string }): Promise<void> {
  await tx.$queryRaw`SELECT id FROM enrolment WHERE id = ${input.enrolmentId}::uuid AND official_id = ${input.officialId}::uuid FOR UPDATE`;
}

/** What was drawn in the attempts so far, the latest last; and what was decided about questions of the version since. */
export async function listDrawn(
  tx: Db,
  input: { enrolmentId: string; versionId: string },
): Promise<{
  drawn: { id: string; versionId: string; seed: string; questionIds: string[] }[];
  adjustments: QuestionAdjustment[];
}> {
  const [row] = await tx.$queryRaw<[{ drawn: never[] | null; adjustments: QuestionAdjustment[] }]>`
    SELECT (SELECT json_agg(json_build_object('id', t.id, 'versionId', t.version_id, 'seed', t.seed, 'questionIds', t.question_ids) ORDER BY t.number)
        FROM attempt t WHERE t.enrolment_id = ${input.enrolmentId}::uuid) AS drawn,
      coalesce((SELECT json_agg(json_build_object('questionId', r.question_id, 'change', r.change) ORDER BY r.at, r.id)
        FROM regrade r WHERE r.version_id = ${input.versionId}::uuid), '[]') AS adjustments`;
  return { drawn: row.drawn ?? [], adjustments: row.adjustments };
}

/** A page takes the paper over: of two devices the later one is active, and the other is told. Null when it is closed. */
export async function claimAttempt(input: {
  attemptId: string;
  officialId: string;
  device: string;
}): Promise<{ deadlineAt: Date } | null> {
  if (!UUID.test(input.attemptId)) return null;
  const [row] = await query<{ deadlineAt: Date }>(
    "attempt.claim",
    `UPDATE attempt SET active_device = $3 WHERE id = $1 AND official_id = $2 AND status = 'open' RETURNING deadline_at AS "deadlineAt"`,
    [input.attemptId, input.officialId, input.device],
  );
  return row ?? null;
}

export interface NewRemedialDuty {
  questionId: string;
  lessonId: string;
  section: string | null;
  optionId: string;
}

/**
 * Closes an open attempt (which the caller has locked) with its grade, notes what its answers made due, and does `together`
 * (an insert of the audit trail): one statement, whatever the number of questions.
 */
export async function closeAttempt(
  tx: Db,
  input: {
    attempt: Pick<StoredAttempt, "id" | "enrolmentId">;
    submittedAt: Date;
    byTimer: boolean;
    grade: Grade;
    remedials: readonly NewRemedialDuty[];
    together: Prisma.Sql;
  },
): Promise<void> {
  const { attempt, grade, remedials, submittedAt } = input;
  const known = grade.perQuestion.filter(({ points }) => points !== null);
  await tx.$executeRaw`
    WITH graded AS (
      UPDATE answer a SET points = x.points
      FROM unnest(${known.map(({ questionId }) => questionId)}::text[], ${known.map(({ points }) => points!)}::numeric[])
        AS x (question_id, points)
      WHERE a.attempt_id = ${attempt.id}::uuid AND a.question_id = x.question_id
    ), due AS (
      INSERT INTO remedial_duty (enrolment_id, question_id, attempt_id, lesson_id, section, option_id, due_from)
      SELECT ${attempt.enrolmentId}::uuid, x.question_id, ${attempt.id}::uuid, x.lesson_id, x.section, x.option_id, ${submittedAt}
      FROM unnest(${remedials.map(({ questionId }) => questionId)}::text[], ${remedials.map(({ lessonId }) => lessonId)}::text[],
        ${remedials.map(({ section }) => section)}::text[], ${remedials.map(({ optionId }) => optionId)}::text[])
        AS x (question_id, lesson_id, section, option_id)
      ON CONFLICT (enrolment_id, question_id) DO UPDATE SET attempt_id = excluded.attempt_id, lesson_id = excluded.lesson_id,
        section = excluded.section, option_id = excluded.option_id, due_from = excluded.due_from, done_at = NULL
    ), told AS (${input.together})
    UPDATE attempt SET status = 'submitted', submitted_at = ${submittedAt}, by_timer = ${input.byTimer}, points = ${grade.points},
      max_points = ${grade.maxPoints}, percent = ${grade.percent}::numeric, passed = ${grade.passed}::boolean,
      awaits_marking = ${grade.awaitsMarking}
    WHERE id = ${attempt.id}::uuid AND status = 'open'`;
}

/** Adds questions to an open paper, and keeps why. */
export async function appendQuestions(
  tx: Db,
  input: { attemptId: string; extra: ExtraQuestions; together: Prisma.Sql },
): Promise<void> {
  const { attemptId, extra } = input;
  await tx.$executeRaw`
    WITH told AS (${input.together})
    UPDATE attempt SET question_ids = question_ids || ${extra.questionIds}::text[],
      extras = extras || ${JSON.stringify([extra])}::jsonb
    WHERE id = ${attemptId}::uuid AND status = 'open'`;
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
       AND t.deadline_at + make_interval(secs => (v.manifest->'test'->>'graceSeconds')::float8
         + CASE WHEN v.manifest->'test'->>'whenTimeExpires' = 'grace'
             THEN 60 * coalesce((v.manifest->'test'->>'handInGraceMinutes')::float8, 10) ELSE 0 END) < $1
     ORDER BY t.deadline_at LIMIT $2`,
    [input.now, input.limit],
  );
}

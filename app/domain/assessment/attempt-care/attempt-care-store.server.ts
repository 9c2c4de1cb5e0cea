import { type Db, query } from "~/platform/db.server";
import { withinScopeSql } from "../../organization/unit-scope";
import type { AttemptInCare, OpenPapers } from "./attempt-care";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const SELECT = `
SELECT t.id, t.enrolment_id AS "enrolmentId", t.version_id AS "versionId", c.slug AS "courseSlug", v.manifest->>'title' AS "courseTitle",
  e.cycle, t.number, t.status, t.started_at AS "startedAt", t.deadline_at AS "deadlineAt", t.submitted_at AS "submittedAt",
  t.by_timer AS "byTimer", t.percent::float8 AS percent, t.passed, t.awaits_marking AS "awaitsMarking",
  json_build_object('id', o.id, 'fullName', o.full_name, 'staffNumber', o.staff_number, 'unitName', u.name, 'unitPath', u.path) AS official
FROM attempt t JOIN enrolment e ON e.id = t.enrolment_id JOIN course_version v ON v.id = t.version_id JOIN course c ON c.id = v.course_id
  JOIN official o ON o.id = t.official_id JOIN unit u ON u.id = o.unit_id`;

/** An attempt of somebody within the scope, or null. */
export async function findAttemptInCare(input: {
  attemptId: string;
  scope: readonly string[];
}): Promise<AttemptInCare | null> {
  if (!UUID.test(input.attemptId)) return null;
  const [row] = await query<AttemptInCare>(
    "attempt-care.find",
    `${SELECT} WHERE t.id = $2::uuid AND ${withinScopeSql("u.path", 1)}`,
    [input.scope, input.attemptId],
  );
  return row ?? null;
}

/** All attempts of an official within the scope. */
export async function listAttemptsInCare(input: {
  officialId: string;
  scope: readonly string[];
}): Promise<AttemptInCare[]> {
  return query(
    "attempt-care.list",
    `${SELECT} WHERE t.official_id = $2::uuid AND ${withinScopeSql("u.path", 1)} ORDER BY t.started_at`,
    [input.scope, input.officialId],
  );
}

/** A closed attempt is open again, with its answers and their tries; what it was worth is gone (the caller has noted it). */
export async function reopenAttempt(tx: Db, input: { attemptId: string; deadlineAt: Date }): Promise<void> {
  await tx.$executeRaw`
    WITH ungraded AS (UPDATE answer SET points = NULL WHERE attempt_id = ${input.attemptId}::uuid AND points IS NOT NULL)
    UPDATE attempt SET status = 'open', deadline_at = ${input.deadlineAt}, submitted_at = NULL, by_timer = false, points = NULL,
      max_points = NULL, percent = NULL, passed = NULL, awaits_marking = false, active_device = NULL
    WHERE id = ${input.attemptId}::uuid AND status <> 'open'`;
}

export async function moveDeadline(tx: Db, input: { attemptId: string; deadlineAt: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE attempt SET deadline_at = ${input.deadlineAt} WHERE id = ${input.attemptId}::uuid AND status = 'open'`;
}

/** The courses in which people of the scope have papers open. */
export async function listOpenPapers(input: { scope: readonly string[] }): Promise<OpenPapers[]> {
  return query(
    "attempt-care.open-papers",
    `SELECT c.slug AS "courseSlug", coalesce(n.manifest->>'title', c.title) AS "courseTitle", count(*)::int AS open,
       min(t.deadline_at) AS "firstDeadlineAt"
     FROM attempt t JOIN course_version v ON v.id = t.version_id JOIN course c ON c.id = v.course_id
       LEFT JOIN course_version n ON n.id = c.current_version_id
       JOIN official o ON o.id = t.official_id JOIN unit u ON u.id = o.unit_id
     WHERE t.status = 'open' AND ${withinScopeSql("u.path", 1)}
     GROUP BY c.slug, n.manifest->>'title', c.title ORDER BY "courseTitle"`,
    [input.scope],
  );
}

/**
 * Gives time to every paper of a course that is open in the scope, in one statement with a note on each of them. Papers that
 * were given time since `seen` are left out, so that the same page sent twice counts once.
 */
export async function addTimeToOpenPapers(
  tx: Db,
  input: {
    courseSlug: string;
    scope: readonly string[];
    minutes: number;
    reason: string;
    actor: { accountId: string | null; name: string };
    seen: Date;
    now: Date;
  },
): Promise<number> {
  // A second press waits here and then sees the notes of the first one: a statement alone would not look at them again.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`time-for-all:${input.courseSlug}`}, 0))`;
  const rows = await tx.$queryRawUnsafe<{ count: number }[]>(
    `WITH moved AS (
       UPDATE attempt t SET deadline_at = t.deadline_at + make_interval(mins => $3::int)
       FROM course_version v, course c, official o, unit u
       WHERE t.status = 'open' AND v.id = t.version_id AND c.id = v.course_id AND c.slug = $2 AND o.id = t.official_id AND u.id = o.unit_id
         AND ${withinScopeSql("u.path", 1)}
         AND NOT EXISTS (SELECT FROM attempt_event e WHERE e.attempt_id = t.id AND e.kind = 'time-added' AND e.at >= $7::timestamptz)
       RETURNING t.id, t.deadline_at
     ), told AS (
       INSERT INTO attempt_event (attempt_id, kind, at, actor_id, actor_name, reason, before, after)
       SELECT id, 'time-added', $8::timestamptz, $5::uuid, $6, $4,
         jsonb_build_object('deadlineAt', to_char(deadline_at - make_interval(mins => $3::int), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
         jsonb_build_object('deadlineAt', to_char(deadline_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'minutes', $3::int)
       FROM moved
     )
     SELECT count(*)::int AS count FROM moved`,
    input.scope,
    input.courseSlug,
    input.minutes,
    input.reason,
    input.actor.accountId,
    input.actor.name,
    input.seen,
    input.now,
  );
  return rows[0]?.count ?? 0;
}

/** How many questions of an attempt have an answer. The caller has found it within the scope. */
export async function countAnswered(attemptId: string): Promise<{ answered: number; questions: number }> {
  const [row] = await query<{ answered: number; questions: number }>(
    "attempt-care.answered",
    `SELECT (SELECT count(*)::int FROM answer a WHERE a.attempt_id = t.id AND a.response <> 'null'::jsonb) AS answered,
       cardinality(t.question_ids) AS questions
     FROM attempt t WHERE t.id = $1::uuid`,
    [attemptId],
  );
  return row ?? { answered: 0, questions: 0 };
}

import { type Db, type Prisma, query } from "~/platform/db.server";
import type { Adjustment, QuestionAdjustment } from "./regrade/adjustment";
import type { AttemptResult, RegradePolicy, RegradeTotals } from "./regrade/forecast";
import type { DecidedRegrade, RegradeNote, ResultChange } from "./regrade/regrade-view";

const LOCK = 0x52_47; // "RG"

/** Of two regrades of a version at one moment the second waits until the first is done. */
export async function lockRegrades(tx: Db, versionIds: readonly string[]): Promise<void> {
  for (const id of [...versionIds].sort()) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::int, hashtext(${id}))`;
  }
}

export interface RegradeSummary {
  closedThrough: string;
  totals: RegradeTotals;
}

export interface RegradeRow extends QuestionAdjustment {
  id: string;
  versionId: string;
  at: Date;
  policy: RegradePolicy;
  summary: RegradeSummary;
}

/** What was decided about questions of versions, in order. */
export async function listRegrades(tx: Db, versionIds: readonly string[]): Promise<RegradeRow[]> {
  const rows = await tx.regrade.findMany({
    where: { versionId: { in: [...versionIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, versionId: true, questionId: true, change: true, at: true, policy: true, summary: true },
  });
  return rows as unknown as RegradeRow[];
}

export async function insertRegrade(
  tx: Db,
  input: {
    id: string;
    versionId: string;
    questionId: string;
    change: Adjustment;
    policy: RegradePolicy;
    reason: string;
    at: Date;
    actor: { accountId: string | null; name: string };
    summary: RegradeSummary;
  },
): Promise<void> {
  const { actor, change, summary, ...row } = input;
  await tx.regrade.create({
    data: {
      ...row,
      actorId: actor.accountId,
      actorName: actor.name,
      change: change as unknown as Prisma.InputJsonObject,
      summary: summary as unknown as Prisma.InputJsonObject,
    },
    select: { id: true },
  });
}

export interface QuestionInVersion {
  versionId: string;
  number: number;
  current: boolean;
  papers: number;
  /** Its content is that of the version asked about. */
  same: boolean;
}

/** The versions of a course that have a question, newest first. The content is the course's own, nobody's paper. */
export async function listVersionsWith(input: {
  courseId: string;
  versionId: string;
  questionId: string;
}): Promise<QuestionInVersion[]> {
  return query<QuestionInVersion>(
    "regrade.versions",
    `SELECT v.id AS "versionId", v.number, v.id = c.current_version_id AS current, q.content = own.content AS same,
       (SELECT count(*) FROM attempt t WHERE t.version_id = v.id AND t.status = 'submitted' AND t.question_ids @> ARRAY[$3::text])::float8 AS papers
     FROM question_version own JOIN question_version q ON q.question_id = own.question_id
     JOIN course_version v ON v.id = q.version_id JOIN course c ON c.id = v.course_id
     WHERE own.version_id = $2 AND own.question_id = $3 AND v.course_id = $1 ORDER BY v.number DESC`,
    [input.courseId, input.versionId, input.questionId],
  );
}

/** The decisions of a course, or on one of its questions, newest first. Takes no scope: only counts of people are in it. */
export async function listDecided(input: { courseId: string; questionId: string | null }): Promise<DecidedRegrade[]> {
  const rows = await query<Omit<DecidedRegrade, "closedThrough" | "totals"> & { summary: RegradeSummary }>(
    "regrade.decided",
    `SELECT r.id, r.at, r.actor_name AS "actorName", v.number AS version, r.question_id AS "questionId",
       coalesce(q.content->>'stem', r.question_id) AS stem, r.change->>'kind' AS change, (r.change->>'marks')::float8 AS marks,
       r.policy, r.reason, r.summary,
       (SELECT count(*) FROM attempt_event e WHERE e.regrade_id = r.id AND e.after->>'later' = 'true')::float8 AS "followedLater"
     FROM regrade r JOIN course_version v ON v.id = r.version_id
     LEFT JOIN question_version q ON q.version_id = r.version_id AND q.question_id = r.question_id
     WHERE v.course_id = $1 AND ($2::text IS NULL OR r.question_id = $2) ORDER BY r.at DESC, r.id`,
    [input.courseId, input.questionId],
  );
  return rows.map(({ summary, ...row }) => ({ ...row, ...summary }));
}

/** What a learner may know of decisions on questions of an own paper, taken after it was begun; and what came of them. */
export async function listOwnRegrades(input: {
  attemptId: string;
  officialId: string;
}): Promise<{ notes: RegradeNote[]; changes: ResultChange[] }> {
  const [row] = await query<{
    notes: (Omit<RegradeNote, "at"> & { at: string })[];
    changes: { at: string; before: AttemptResult; after: AttemptResult & { kept: boolean } }[];
  }>(
    "regrade.own",
    `SELECT
       coalesce((SELECT json_agg(json_build_object('questionId', r.question_id, 'at', r.at, 'change', r.change->>'kind',
           'marks', (r.change->>'marks')::float8, 'reason', r.reason) ORDER BY r.at, r.id)
         FROM regrade r WHERE r.version_id = t.version_id AND r.question_id = ANY (t.question_ids) AND r.at > t.started_at), '[]') AS notes,
       coalesce((SELECT json_agg(json_build_object('at', e.at, 'before', e.before, 'after', e.after) ORDER BY e.at, e.id)
         FROM attempt_event e WHERE e.attempt_id = t.id AND e.kind = 'regraded'), '[]') AS changes
     FROM attempt t WHERE t.id = $1 AND t.official_id = $2`,
    [input.attemptId, input.officialId],
  );
  const told = ({ percent, passed }: AttemptResult) => ({ percent, passed });
  return {
    notes: (row?.notes ?? []).map((note) => ({ ...note, at: new Date(note.at) })),
    changes: (row?.changes ?? []).map(({ at, before, after }) => ({
      at: new Date(at),
      before: told(before),
      after: told(after),
      kept: after.kept === true,
    })),
  };
}

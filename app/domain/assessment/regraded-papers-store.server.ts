import type { Db } from "~/platform/db.server";
import type { AttemptForecast } from "./regrade/forecast";

interface Question {
  versionIds: readonly string[];
  questionId: string;
}

/**
 * Papers handed in that have a question, without those that one of the decisions `unless` has told of. Takes no scope, because a
 * decision reaches all of them; only ids come out.
 */
export async function listPapersWith(
  tx: Db,
  { versionIds, questionId, unless = [] }: Question & { unless?: readonly string[] },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM attempt t
    WHERE t.version_id = ANY (${versionIds}::uuid[]) AND t.status = 'submitted' AND t.max_points IS NOT NULL
      AND t.question_ids @> ARRAY[${questionId}::text]
      AND NOT EXISTS (SELECT FROM attempt_event e WHERE e.attempt_id = t.id AND e.regrade_id = ANY (${unless}::uuid[]))
    ORDER BY t.id`;
  return rows.map(({ id }) => id);
}

/**
 * Waits for everybody who is handing in, or being marked, at this moment: they hold the row of the attempt. Who begins to do so
 * afterwards reads the decision.
 */
export async function waitForHandIns(tx: Db, { versionIds, questionId }: Question): Promise<void> {
  await tx.$executeRaw`
    SELECT t.id FROM attempt t
    WHERE t.version_id = ANY (${versionIds}::uuid[]) AND (t.status = 'open' OR t.awaits_marking)
      AND t.question_ids @> ARRAY[${questionId}::text]
    ORDER BY t.id FOR KEY SHARE`;
}

/** Before their results are read and written: a mark given in between would be lost otherwise. */
export async function lockPapers(tx: Db, attemptIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT t.id FROM attempt t WHERE t.id = ANY (${attemptIds}::uuid[]) ORDER BY t.id FOR UPDATE`;
}

export interface WrittenForecast {
  forecast: AttemptForecast;
  regradeId: string;
}

/** Results, points of answers, duties that fell away, and the events that tell of it: four statements for any number of papers. */
export async function writeRegraded(
  tx: Db,
  input: {
    papers: readonly WrittenForecast[];
    questionId: string;
    reason: string;
    actor: { accountId: string | null; name: string };
    /** The papers followed after the decision had been applied to all others. */
    later: boolean;
    at: Date;
  },
): Promise<void> {
  const { papers, actor, at } = input;
  const changed = papers.map(({ forecast }) => forecast).filter(({ changes }) => changes);
  if (changed.length > 0) {
    await tx.$executeRaw`
      UPDATE attempt t SET points = x.points, max_points = x.max_points, percent = x.percent, passed = x.passed, awaits_marking = false
      FROM unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ after }) => after.points)}::numeric[],
        ${changed.map(({ after }) => after.maxPoints)}::numeric[], ${changed.map(({ after }) => after.percent)}::numeric[],
        ${changed.map(({ after }) => after.passed)}::boolean[]) AS x (id, points, max_points, percent, passed)
      WHERE t.id = x.id`;
  }
  const answers = changed.flatMap(({ id, answers: own }) => own.map((answer) => ({ id, ...answer })));
  if (answers.length > 0) {
    await tx.$executeRaw`
      UPDATE answer a SET points = x.points
      FROM unnest(${answers.map(({ id }) => id)}::uuid[], ${answers.map(({ questionId }) => questionId)}::text[],
        ${answers.map(({ points }) => points)}::numeric[]) AS x (id, question_id, points)
      WHERE a.attempt_id = x.id AND a.question_id = x.question_id`;
  }
  const released = papers.filter(({ forecast }) => forecast.dutyReleased).map(({ forecast }) => forecast.id);
  if (released.length > 0) {
    await tx.$executeRaw`
      DELETE FROM remedial_duty WHERE attempt_id = ANY (${released}::uuid[]) AND question_id = ${input.questionId} AND done_at IS NULL`;
  }
  const told = papers.filter(({ forecast }) => forecast.changes || forecast.effect === "kept");
  if (told.length > 0) {
    const after = ({ forecast }: WrittenForecast) => ({
      ...forecast.after,
      ...(forecast.effect === "kept" ? { kept: true, byKey: forecast.byKey } : {}),
      ...(input.later ? { later: true } : {}),
    });
    await tx.$executeRaw`
      INSERT INTO attempt_event (attempt_id, kind, at, actor_id, actor_name, reason, regrade_id, before, after)
      SELECT x.id, 'regraded', ${at}, ${actor.accountId}::uuid, ${actor.name}, ${input.reason}, x.regrade_id, x.before::jsonb, x.after::jsonb
      FROM unnest(${told.map(({ forecast }) => forecast.id)}::uuid[], ${told.map(({ regradeId }) => regradeId)}::uuid[],
        ${told.map(({ forecast }) => JSON.stringify(forecast.before))}::text[], ${told.map((each) => JSON.stringify(after(each)))}::text[])
        AS x (id, regrade_id, before, after)`;
  }
}

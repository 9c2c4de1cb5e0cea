import { type Db, Prisma, query } from "~/platform/db.server";
import { gathering } from "~/platform/gathering";
import { type AnswerRow, ANSWERS } from "./answer-rows";
import type { DecodedAnswer } from "./answers-form";

export async function listAnswers(attemptId: string): Promise<AnswerRow[]> {
  return query<AnswerRow>("answer.list", `${ANSWERS} WHERE a.attempt_id = $1`, [attemptId]);
}

export async function listAnswersIn(tx: Db, attemptId: string): Promise<AnswerRow[]> {
  return tx.$queryRaw<AnswerRow[]>`${Prisma.raw(ANSWERS)} WHERE a.attempt_id = ${attemptId}::uuid`;
}

// The higher number wins, whatever the order of arrival. Nothing is written once the attempt is closed or its last
// moment is over: the condition stands in the statement, and the row lock makes it wait for a hand-in under way and then
// look again, so that nothing is called saved that was not graded. Locks are taken in the order of ids by everybody.
const SAVE = `
WITH given AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::boolean[], $7::timestamptz[], $8::float8[])
    AS g (attempt_id, official_id, question_id, sequence, response, marked, at, grace)
), open AS (
  SELECT t.id, t.official_id, t.active_device, t.deadline_at FROM attempt t
  WHERE t.id = ANY ($1::uuid[]) AND t.status = 'open' ORDER BY t.id
  FOR KEY SHARE
), saved AS (
INSERT INTO answer AS a (attempt_id, question_id, sequence, response, marked, saved_at)
SELECT g.attempt_id, g.question_id, g.sequence, g.response::jsonb, g.marked, g.at FROM given g
JOIN open ON open.id = g.attempt_id AND open.official_id = g.official_id AND g.at <= open.deadline_at + make_interval(secs => g.grace)
ORDER BY g.attempt_id, g.question_id
ON CONFLICT (attempt_id, question_id) DO UPDATE
  SET sequence = greatest(a.sequence, excluded.sequence),
      response = CASE WHEN excluded.sequence > a.sequence AND a.settled_at IS NULL THEN excluded.response ELSE a.response END,
      marked = CASE WHEN excluded.sequence > a.sequence THEN excluded.marked ELSE a.marked END,
      saved_at = CASE WHEN excluded.sequence > a.sequence THEN excluded.saved_at ELSE a.saved_at END
RETURNING attempt_id, question_id, sequence
) SELECT saved.attempt_id AS "attemptId", saved.question_id AS "questionId", saved.sequence::float8 AS sequence,
    open.active_device AS "activeDevice", open.deadline_at AS "deadlineAt" FROM saved JOIN open ON open.id = saved.attempt_id`;

export interface SavedAnswer {
  /** Higher than the given one when a newer choice was there. */
  sequence: number;
  activeDevice: string | null;
  deadlineAt: Date;
}

interface AnswerToSave {
  attemptId: string;
  officialId: string;
  answer: DecodedAnswer;
  sequence: number;
  graceSeconds: number;
  now: Date;
}

/**
 * Null when the attempt is closed or its last moment is over. An answer that was settled keeps its response. What many people
 * save at the same moment goes in one statement: a room of 500 at a test costs some dozens of statements a second.
 */
export const saveAnswerRow = gathering<AnswerToSave, SavedAnswer | null>({
  keyOf: ({ attemptId, answer }) => `${attemptId} ${answer.questionId}`,
  work: async (all) => {
    const rows = await query<SavedAnswer & { attemptId: string; questionId: string }>("answer.save", SAVE, [
      all.map(({ attemptId }) => attemptId),
      all.map(({ officialId }) => officialId),
      all.map(({ answer }) => answer.questionId),
      all.map(({ sequence }) => sequence),
      all.map(({ answer }) => JSON.stringify(answer.response)),
      all.map(({ answer }) => answer.marked),
      all.map(({ now }) => now),
      all.map(({ graceSeconds }) => graceSeconds),
    ]);
    const saved = new Map(rows.map((row) => [`${row.attemptId} ${row.questionId}`, row]));
    return all.map(({ attemptId, answer }) => saved.get(`${attemptId} ${answer.questionId}`) ?? null);
  },
});

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
          response = CASE WHEN excluded.response = 'null'::jsonb OR a.settled_at IS NOT NULL THEN a.response ELSE excluded.response END,
          marked = excluded.marked, saved_at = excluded.saved_at
      WHERE a.response IS DISTINCT FROM excluded.response OR a.marked IS DISTINCT FROM excluded.marked`;
}

/** Notes that an answer was checked, and whether for good. */
export async function noteTry(
  tx: Db,
  input: { attemptId: string; questionId: string; settledAt: Date | null },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE answer SET tries = tries + 1, settled_at = ${input.settledAt}::timestamptz
    WHERE attempt_id = ${input.attemptId}::uuid AND question_id = ${input.questionId} AND settled_at IS NULL`;
}

/** Begins a paper with the answers of another one, for practice that builds on the last attempt. */
export async function copyAnswers(tx: Db, input: { from: string; to: string; now: Date }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO answer (attempt_id, question_id, sequence, response, marked, saved_at)
    SELECT ${input.to}::uuid, question_id, 1, response, false, ${input.now} FROM answer WHERE attempt_id = ${input.from}::uuid`;
}

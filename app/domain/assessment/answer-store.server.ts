import { type Db, Prisma, query } from "~/platform/db.server";
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
// look again, so that nothing is called saved that was not graded.
const SAVE = `
WITH open AS (
  SELECT t.id, t.active_device, t.deadline_at FROM attempt t
  WHERE t.id = $1 AND t.official_id = $2 AND t.status = 'open' AND $7::timestamptz <= t.deadline_at + make_interval(secs => $8)
  FOR KEY SHARE
), saved AS (
INSERT INTO answer AS a (attempt_id, question_id, sequence, response, marked, saved_at)
SELECT open.id, $3, $4::bigint, $5::jsonb, $6::boolean, $7::timestamptz FROM open
ON CONFLICT (attempt_id, question_id) DO UPDATE
  SET sequence = greatest(a.sequence, excluded.sequence),
      response = CASE WHEN excluded.sequence > a.sequence AND a.settled_at IS NULL THEN excluded.response ELSE a.response END,
      marked = CASE WHEN excluded.sequence > a.sequence THEN excluded.marked ELSE a.marked END,
      saved_at = CASE WHEN excluded.sequence > a.sequence THEN excluded.saved_at ELSE a.saved_at END
RETURNING sequence::float8 AS sequence
) SELECT saved.sequence, open.active_device AS "activeDevice", open.deadline_at AS "deadlineAt" FROM saved, open`;

export interface SavedAnswer {
  /** Higher than the given one when a newer choice was there. */
  sequence: number;
  activeDevice: string | null;
  deadlineAt: Date;
}

/** Null when the attempt is closed or its last moment is over. An answer that was settled keeps its response. */
export async function saveAnswerRow(input: {
  attemptId: string;
  officialId: string;
  answer: DecodedAnswer;
  sequence: number;
  graceSeconds: number;
  now: Date;
}): Promise<SavedAnswer | null> {
  const { answer } = input;
  const [row] = await query<SavedAnswer>("answer.save", SAVE, [
    input.attemptId,
    input.officialId,
    answer.questionId,
    input.sequence,
    JSON.stringify(answer.response),
    answer.marked,
    input.now,
    input.graceSeconds,
  ]);
  return row ?? null;
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

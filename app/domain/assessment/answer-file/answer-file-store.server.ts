import type { Db } from "~/platform/db.server";
import type { DecodedAnswer } from "../answers-form";

/** Saves what a file brought, each with the sequence that its device gave it; never over a newer or a settled answer. */
export async function saveFileAnswers(
  tx: Db,
  input: { attemptId: string; answers: readonly (DecodedAnswer & { sequence: number })[]; now: Date },
): Promise<void> {
  const { answers } = input;
  if (answers.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO answer AS a (attempt_id, question_id, sequence, response, marked, saved_at)
    SELECT ${input.attemptId}::uuid, x.question_id, x.sequence::bigint, x.response::jsonb, x.marked, ${input.now}
    FROM unnest(${answers.map(({ questionId }) => questionId)}::text[], ${answers.map(({ sequence }) => String(sequence))}::text[],
      ${answers.map(({ response }) => JSON.stringify(response))}::text[], ${answers.map(({ marked }) => marked)}::boolean[])
      AS x (question_id, sequence, response, marked)
    ON CONFLICT (attempt_id, question_id) DO UPDATE
      SET sequence = excluded.sequence, response = excluded.response, marked = excluded.marked, saved_at = excluded.saved_at
      WHERE excluded.sequence > a.sequence AND a.settled_at IS NULL`;
}

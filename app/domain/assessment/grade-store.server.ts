import type { Db } from "~/platform/db.server";
import type { NewRemedialDuty } from "./attempt-store.server";
import type { Grade } from "./grading";

/**
 * What a handed-in attempt is worth now, with the points of its answers; and what answers that came later made due. What the
 * same attempt had made due before stays as it is.
 */
export async function storeGrade(
  tx: Db,
  input: {
    attempt: { id: string; enrolmentId: string };
    grade: Grade;
    remedials: readonly NewRemedialDuty[];
    dueFrom: Date;
  },
): Promise<void> {
  const { attempt, grade, remedials } = input;
  const known = grade.perQuestion.filter(({ points }) => points !== null);
  await tx.$executeRaw`
    WITH graded AS (
      UPDATE answer a SET points = x.points
      FROM unnest(${known.map(({ questionId }) => questionId)}::text[], ${known.map(({ points }) => points!)}::numeric[])
        AS x (question_id, points)
      WHERE a.attempt_id = ${attempt.id}::uuid AND a.question_id = x.question_id AND a.points IS DISTINCT FROM x.points
    ), due AS (
      INSERT INTO remedial_duty AS d (enrolment_id, question_id, attempt_id, lesson_id, section, option_id, due_from)
      SELECT ${attempt.enrolmentId}::uuid, x.question_id, ${attempt.id}::uuid, x.lesson_id, x.section, x.option_id, ${input.dueFrom}
      FROM unnest(${remedials.map(({ questionId }) => questionId)}::text[], ${remedials.map(({ lessonId }) => lessonId)}::text[],
        ${remedials.map(({ section }) => section)}::text[], ${remedials.map(({ optionId }) => optionId)}::text[])
        AS x (question_id, lesson_id, section, option_id)
      ON CONFLICT (enrolment_id, question_id) DO UPDATE SET attempt_id = excluded.attempt_id, lesson_id = excluded.lesson_id,
        section = excluded.section, option_id = excluded.option_id, due_from = excluded.due_from, done_at = NULL
        WHERE d.attempt_id <> excluded.attempt_id
    )
    UPDATE attempt SET points = ${grade.points}, max_points = ${grade.maxPoints}, percent = ${grade.percent}::numeric,
      passed = ${grade.passed}::boolean, awaits_marking = ${grade.awaitsMarking}
    WHERE id = ${attempt.id}::uuid AND status = 'submitted'`;
}

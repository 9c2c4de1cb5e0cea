/** An answer as it is stored, and how it is read: the text of the statement has a home of its own, since two stores read it. */
export interface AnswerRow {
  questionId: string;
  sequence: number;
  response: unknown;
  marked: boolean;
  points: number | null;
  tries: number;
  settledAt: Date | null;
  /** What an officer gave for it: the latest mark, unless the answer was written anew since. */
  markedPoints: number | null;
}

export const ANSWERS = `
SELECT a.question_id AS "questionId", a.sequence::float8 AS sequence, a.response, a.marked, a.points::float8 AS points, a.tries::int AS tries,
  a.settled_at AS "settledAt",
  (SELECT m.points::float8 FROM marking m WHERE m.attempt_id = a.attempt_id AND m.question_id = a.question_id AND m.at >= a.saved_at
   ORDER BY m.at DESC, m.id DESC LIMIT 1) AS "markedPoints"
FROM answer a`;

import { query } from "~/platform/db.server";
import { choicesOf } from "./statistics/choices";
import { collectSums } from "./statistics/collect-sums";
import { isLeftOut, type QuestionCounting } from "./statistics/counting";
import type { TestedVersion } from "./statistics/statistics-view";
import type { TestSums } from "./statistics/sums";
import { type SumRow, SUMS, UNIT } from "./statistics/sums-statement";

/**
 * The sums of the papers of a version handed in from `from` until before `to`. First attempts: the first that was handed
 * in of each turn of a course; voided ones count nowhere. Takes no scope, because nothing of a person comes out.
 */
export async function sumPapers(input: {
  versionId: string;
  attempts: "first" | "all";
  from: Date | null;
  to: Date | null;
  /** Every question of the version. */
  counting: readonly QuestionCounting[];
}): Promise<TestSums> {
  const counted = input.counting
    .filter((each) => !isLeftOut(each))
    .map(({ question, counts, maxPoints }) => ({
      questionId: question.id,
      maxPoints,
      given: counts === "full-marks",
      choices: choicesOf(question),
    }));
  const choices = counted.flatMap((each) => each.choices);
  const rows = await query<SumRow>("statistics.sums", SUMS, [
    input.versionId,
    input.attempts === "first",
    input.from,
    input.to,
    counted.map(({ questionId }) => questionId),
    counted.map(({ maxPoints }) => Math.round(maxPoints * UNIT)),
    counted.map(({ given }) => given),
    counted.map((each) => each.choices.length > 0),
    input.counting.filter(isLeftOut).map(({ question }) => question.id),
    choices.map(({ questionId }) => questionId),
    choices.map(({ part }) => part),
    choices.map(({ value }) => value),
  ]);
  return collectSums(rows, counted, choices);
}

/**
 * The versions of a course of which papers were handed in, and the one in use, newest first; each with what was decided about
 * its questions since, in order.
 */
export async function listTestedVersions(input: { courseId: string }): Promise<TestedVersion[]> {
  return query<TestedVersion>(
    "statistics.versions",
    `SELECT v.id, v.number, v.published_at AS "publishedAt", v.id = c.current_version_id AS current, t.papers,
       coalesce((SELECT json_agg(json_build_object('questionId', r.question_id, 'change', r.change) ORDER BY r.at, r.id)
         FROM regrade r WHERE r.version_id = v.id), '[]') AS adjustments
     FROM course_version v JOIN course c ON c.id = v.course_id
     CROSS JOIN LATERAL (SELECT count(*)::float8 AS papers FROM attempt t WHERE t.version_id = v.id AND t.status = 'submitted') t
     WHERE v.course_id = $1 AND (t.papers > 0 OR v.id = c.current_version_id) ORDER BY v.number DESC`,
    [input.courseId],
  );
}

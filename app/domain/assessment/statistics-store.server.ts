import { query } from "~/platform/db.server";
import type { Choice } from "./statistics/choices";
import type { Histogram } from "./statistics/histogram";
import type { TestedVersion } from "./statistics/statistics-view";
import type { QuestionSums, TestSums } from "./statistics/sums";

/** Points are whole numbers of ten-thousandths in here: the columns have four decimals, and such sums are exact. */
const UNIT = 10_000;

// One pass over the answers counts by question, by its points, by the points of the rest, by place and by response. What
// comes out grows with the number of different marks, not with the number of people; no attempt and no official is in it.
const SUMS = `
WITH handed_in AS MATERIALIZED (
  SELECT t.id, t.question_ids, (t.max_points * ${UNIT})::int AS max_points, t.passed
  FROM attempt t
  WHERE t.version_id = $1 AND t.status = 'submitted' AND t.max_points IS NOT NULL
    AND ($3::timestamptz IS NULL OR t.submitted_at >= $3) AND ($4::timestamptz IS NULL OR t.submitted_at < $4)
    AND (NOT $2::boolean OR NOT EXISTS (
      SELECT FROM attempt f WHERE f.enrolment_id = t.enrolment_id AND f.number < t.number AND f.status = 'submitted'))
), chosen AS MATERIALIZED (
  SELECT h.*, coalesce(s.points * ${UNIT}, 0)::int AS points
  FROM handed_in h LEFT JOIN (
    SELECT a.attempt_id, sum(a.points) AS points FROM answer a JOIN handed_in o ON o.id = a.attempt_id GROUP BY a.attempt_id
  ) s ON s.attempt_id = h.id
), item AS (
  SELECT q.id AS question, q.place, i.x, c.points - i.x AS rest, nullif(a.response, 'null') AS response
  FROM chosen c
  CROSS JOIN LATERAL unnest(c.question_ids) WITH ORDINALITY q (id, place)
  LEFT JOIN answer a ON a.attempt_id = c.id AND a.question_id = q.id
  CROSS JOIN LATERAL (SELECT coalesce(a.points * ${UNIT}, 0)::int AS x) i
), cell AS MATERIALIZED (
  SELECT CASE grouping(question, place, x, rest, response)
      WHEN 15 THEN 'question' WHEN 11 THEN 'points' WHEN 13 THEN 'rest' WHEN 19 THEN 'place' ELSE 'response' END AS kind,
    question, place, x, rest, response, count(*) AS n, sum(x::bigint * rest) AS product
  FROM item GROUP BY GROUPING SETS ((question), (question, x), (question, rest), (place, x), (question, response))
), leaf AS (
  SELECT r.question, l.part, l.value, r.n FROM cell r
  CROSS JOIN LATERAL jsonb_each(r.response) e (part, value)
  CROSS JOIN LATERAL (
    SELECT e.part, e.value #>> '{}' WHERE jsonb_typeof(e.value) IN ('string', 'boolean', 'number')
    UNION ALL SELECT e.part, s.value
      FROM jsonb_array_elements_text(CASE WHEN jsonb_typeof(e.value) = 'array' THEN e.value ELSE '[]' END) s (value)
    UNION ALL SELECT e.part || '.' || s.key, s.value
      FROM jsonb_each_text(CASE WHEN jsonb_typeof(e.value) = 'object' THEN e.value ELSE '{}' END) s
  ) l (part, value)
  WHERE r.kind = 'response' AND r.question = ANY ($5::text[]) AND jsonb_typeof(r.response) = 'object'
)
SELECT 'paper' AS kind, NULL AS question, NULL::int AS place, points AS value, max_points AS more, count(*)::float8 AS n,
    (count(*) FILTER (WHERE passed))::float8 AS sum
  FROM chosen GROUP BY points, max_points
UNION ALL SELECT kind, question, place::int, coalesce(x, rest), NULL, n::float8, product::float8 FROM cell WHERE kind <> 'response'
UNION ALL SELECT 'unanswered', question, NULL, NULL, NULL, n::float8, NULL FROM cell WHERE kind = 'response' AND response IS NULL
UNION ALL SELECT 'choice', c.question, c.place::int, NULL, NULL, sum(l.n)::float8, NULL
  FROM unnest($5::text[], $6::text[], $7::text[]) WITH ORDINALITY c (question, part, value, place)
  JOIN leaf l ON l.question = c.question AND l.part = c.part AND l.value = c.value
  GROUP BY c.question, c.place`;

interface SumRow {
  kind: "paper" | "question" | "points" | "rest" | "place" | "unanswered" | "choice";
  question: string | null;
  place: number | null;
  value: number | null;
  more: number | null;
  n: number;
  sum: number | null;
}

/**
 * The sums of the papers of a version handed in from `from` until before `to`. First attempts: the first that was handed
 * in of each turn of a course; voided ones count nowhere. Takes no scope, because nothing of a person comes out.
 */
export async function sumPapers(input: {
  versionId: string;
  attempts: "first" | "all";
  from: Date | null;
  to: Date | null;
  choices: readonly Choice[];
}): Promise<TestSums> {
  const { choices } = input;
  const rows = await query<SumRow>("statistics.sums", SUMS, [
    input.versionId,
    input.attempts === "first",
    input.from,
    input.to,
    choices.map(({ questionId }) => questionId),
    choices.map(({ part }) => part),
    choices.map(({ value }) => value),
  ]);
  return collect(rows, choices);
}

function collect(rows: readonly SumRow[], choices: readonly Choice[]): TestSums {
  const of = (kind: SumRow["kind"]) => rows.filter((row) => row.kind === kind);
  const papers = of("paper");
  const [points, rest, places] = [
    bars(of("points"), "question"),
    bars(of("rest"), "question"),
    bars(of("place"), "place"),
  ];
  const unanswered = new Map(of("unanswered").map(({ question, n }) => [question, n]));
  const times = new Map(of("choice").map(({ place, n }) => [place! - 1, n]));
  const counted = choices.map((choice, index) => ({ ...choice, count: times.get(index) ?? 0 }));
  return {
    papers: papers.map(({ value, more, n }) => ({ points: value! / UNIT, maxPoints: more! / UNIT, count: n })),
    passed: papers.reduce((all, { sum }) => all + sum!, 0),
    questions: of("question").map(({ question, sum }): QuestionSums => {
      const id = question!;
      return {
        questionId: id,
        // Grading gives one point a question.
        maxPoints: 1,
        points: points.get(id)!,
        rest: rest.get(id)!,
        product: sum! / (UNIT * UNIT),
        unanswered: unanswered.get(id) ?? 0,
        choices: counted.filter(({ questionId }) => questionId === id),
      };
    }),
    places: [...places].sort(([a], [b]) => Number(a) - Number(b)).map(([, histogram]) => histogram),
  };
}

function bars(rows: readonly SumRow[], by: "question" | "place"): Map<string | number, Histogram> {
  const found = new Map<string | number, [number, number][]>();
  for (const row of rows) {
    const own = found.get(row[by]!) ?? [];
    own.push([row.value! / UNIT, row.n]);
    found.set(row[by]!, own);
  }
  for (const own of found.values()) own.sort(([a], [b]) => a - b);
  return found;
}

/** The versions of a course of which papers were handed in, and the one in use, newest first. */
export async function listTestedVersions(input: { courseId: string }): Promise<TestedVersion[]> {
  return query<TestedVersion>(
    "statistics.versions",
    `SELECT v.id, v.number, v.published_at AS "publishedAt", v.id = c.current_version_id AS current, t.papers
     FROM course_version v JOIN course c ON c.id = v.course_id
     CROSS JOIN LATERAL (SELECT count(*)::float8 AS papers FROM attempt t WHERE t.version_id = v.id AND t.status = 'submitted') t
     WHERE v.course_id = $1 AND (t.papers > 0 OR v.id = c.current_version_id) ORDER BY v.number DESC`,
    [input.courseId],
  );
}

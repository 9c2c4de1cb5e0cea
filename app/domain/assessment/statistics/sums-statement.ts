/** Points are whole numbers of ten-thousandths in here: the columns have four decimals, and such sums are exact. */
export const UNIT = 10_000;

/**
 * One pass over the answers counts by question, by its points, by the points of the rest, by place and by response. What comes
 * out grows with the number of different marks, not with the number of people; no attempt and no official is in it. What
 * somebody wrote (questions that are not `closed`) is told apart from nothing written, and read no further.
 *
 * $1 version, $2 first attempts only, $3–$4 from and before; the questions that count: $5 ids, $6 the most each earns, $7 given
 * to everybody, $8 closed; $9 ids that do not count; what can be chosen: $10 question, $11 part, $12 value.
 */
export const SUMS = `
WITH counted AS MATERIALIZED (
  SELECT id, most, given, closed, no::int AS no
  FROM unnest($5::text[], $6::int[], $7::boolean[], $8::boolean[]) WITH ORDINALITY c (id, most, given, closed, no)
), given AS MATERIALIZED (
  SELECT id, most FROM counted WHERE given
), handed_in AS MATERIALIZED (
  SELECT t.id, t.awaits_marking AS awaits, (t.points * ${UNIT})::int AS points, (t.max_points * ${UNIT})::int AS max_points, t.passed,
    CASE WHEN cardinality($9::text[]) = 0 THEN t.question_ids ELSE ARRAY(
      SELECT q.id FROM unnest(t.question_ids) WITH ORDINALITY q (id, place) WHERE q.id <> ALL ($9) ORDER BY q.place) END AS ids
  FROM attempt t
  WHERE t.version_id = $1 AND t.status = 'submitted' AND t.max_points IS NOT NULL
    AND ($3::timestamptz IS NULL OR t.submitted_at >= $3) AND ($4::timestamptz IS NULL OR t.submitted_at < $4)
    AND (NOT $2::boolean OR NOT EXISTS (
      SELECT FROM attempt f WHERE f.enrolment_id = t.enrolment_id AND f.number < t.number AND f.status = 'submitted'))
), earned AS (
  SELECT a.attempt_id, sum(least((a.points * ${UNIT})::int, m.most)) AS points
  FROM answer a JOIN handed_in h ON h.id = a.attempt_id JOIN counted m ON m.id = a.question_id AND NOT m.given
  WHERE a.points IS NOT NULL GROUP BY a.attempt_id
), chosen AS MATERIALIZED (
  SELECT h.id, h.ids, cardinality(h.ids) AS length,
    (coalesce(e.points, 0) + coalesce((SELECT sum(g.most) FROM given g WHERE g.id = ANY (h.ids)), 0))::int AS total
  FROM handed_in h LEFT JOIN earned e ON e.attempt_id = h.id WHERE NOT h.awaits
), item AS (
  SELECT m.no AS question, c.length, q.place::int AS place, i.x, c.total - i.x AS rest, r.response
  FROM chosen c
  CROSS JOIN LATERAL unnest(c.ids) WITH ORDINALITY q (id, place)
  JOIN counted m ON m.id = q.id
  LEFT JOIN answer a ON a.attempt_id = c.id AND a.question_id = q.id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN m.given THEN m.most ELSE least(coalesce(a.points * ${UNIT}, 0)::int, m.most) END AS x) i
  CROSS JOIN LATERAL (
    SELECT CASE WHEN m.closed OR a.response = 'null' THEN nullif(a.response, 'null') WHEN a.response IS NOT NULL THEN '{}' END AS response) r
), alike AS (
  SELECT question, length, place, x, rest, response, count(*) AS n FROM item GROUP BY question, length, place, x, rest, response
), cell AS MATERIALIZED (
  SELECT CASE grouping(question, length, place, x, rest, response)
      WHEN 31 THEN 'question' WHEN 11 THEN 'points' WHEN 29 THEN 'rest' WHEN 35 THEN 'place' ELSE 'response' END AS kind,
    ($5::text[])[question] AS question, length, place, x, rest, response, sum(n) AS n, sum(n * x * rest) AS product
  FROM alike
  GROUP BY GROUPING SETS ((question), (question, length, x), (question, rest), (length, place, x), (question, response))
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
  WHERE r.kind = 'response' AND r.question = ANY ($10::text[]) AND jsonb_typeof(r.response) = 'object'
)
SELECT 'paper' AS kind, NULL AS question, NULL::int AS length, NULL::int AS place, points AS value, max_points AS more,
    count(*)::float8 AS n, (count(*) FILTER (WHERE passed))::float8 AS sum
  FROM handed_in WHERE NOT awaits GROUP BY points, max_points
UNION ALL SELECT 'awaiting', NULL, NULL, NULL, NULL, NULL, count(*)::float8, NULL FROM handed_in WHERE awaits
UNION ALL SELECT 'total', NULL, length, NULL, total, NULL, count(*)::float8, NULL FROM chosen GROUP BY length, total
UNION ALL SELECT kind, question, length, place::int, coalesce(x, rest), NULL, n::float8, product::float8 FROM cell WHERE kind <> 'response'
UNION ALL SELECT 'unanswered', question, NULL, NULL, NULL, NULL, n::float8, NULL FROM cell WHERE kind = 'response' AND response IS NULL
UNION ALL SELECT 'choice', c.question, NULL, c.place::int, NULL, NULL, sum(l.n)::float8, NULL
  FROM unnest($10::text[], $11::text[], $12::text[]) WITH ORDINALITY c (question, part, value, place)
  JOIN leaf l ON l.question = c.question AND l.part = c.part AND l.value = c.value
  GROUP BY c.question, c.place`;

export interface SumRow {
  kind: "paper" | "awaiting" | "total" | "question" | "points" | "rest" | "place" | "unanswered" | "choice";
  question: string | null;
  length: number | null;
  place: number | null;
  value: number | null;
  more: number | null;
  n: number;
  sum: number | null;
}

import { type Db, Prisma } from "~/platform/db.server";
import type { Objection, Verdict } from "./objection";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const OBJECTION =
  Prisma.raw(`SELECT j.id, j.period_id AS "periodId", j.row_key AS "rowKey", j.row_label AS "rowLabel", j.reason,
  j.made_at AS "madeAt", w.verdict, w.answer AS "answerText", w.answered_at AS "answeredAt", w.answered_by_name AS "answeredByName",
  json_build_object('id', o.id, 'fullName', o.full_name, 'staffNumber', o.staff_number, 'unitName', u.name) AS official
  FROM evaluation_objection j JOIN official o ON o.id = j.official_id JOIN unit u ON u.id = o.unit_id
  JOIN evaluation_period p ON p.id = j.period_id
  LEFT JOIN evaluation_objection_answer w ON w.objection_id = j.id`);

/** The official belonged in the period to a unit of the scope. */
const inScope = (scope: readonly string[]) => Prisma.sql`EXISTS (
  SELECT 1 FROM employment m JOIN unit x ON x.id = m.unit_id, unnest(${[...scope]}::text[]) AS s(path)
  WHERE m.official_id = j.official_id AND m.valid_from <= p.to_on AND coalesce(m.valid_to, o.left_on, 'infinity'::date) > p.from_on
    AND (x.path = s.path OR starts_with(x.path, s.path || '/')))`;

interface Row extends Omit<Objection, "answer"> {
  verdict: Verdict | null;
  answerText: string;
  answeredAt: Date;
  answeredByName: string;
}

const read = ({ verdict, answerText, answeredAt, answeredByName, ...objection }: Row): Objection => ({
  ...objection,
  answer: verdict && { verdict, text: answerText, at: answeredAt, byName: answeredByName },
});

const PAGE = 50;

/** The objections to a period within a scope: those without an answer, the oldest first, or those with one, the latest first. */
export async function listObjections(
  db: Db,
  input: { periodId: string; scope: readonly string[]; answered: boolean; after: string | null },
): Promise<{ objections: Objection[]; next: string | null }> {
  const { answered, after } = input;
  const begin = after && UUID.test(after) ? after : null;
  const order = answered ? Prisma.sql`j.made_at DESC, j.id DESC` : Prisma.sql`j.made_at, j.id`;
  const beyond = answered ? Prisma.sql`<` : Prisma.sql`>`;
  const rows = await db.$queryRaw<Row[]>`
    ${OBJECTION} WHERE j.period_id = ${input.periodId}::uuid AND (w.objection_id IS NOT NULL) = ${answered} AND ${inScope(input.scope)}
      AND (${begin}::uuid IS NULL OR (j.made_at, j.id) ${beyond} (SELECT q.made_at, q.id FROM evaluation_objection q WHERE q.id = ${begin}::uuid))
    ORDER BY ${order} LIMIT ${PAGE + 1}`;
  const objections = rows.slice(0, PAGE).map(read);
  return { objections, next: rows.length > PAGE ? objections.at(-1)!.id : null };
}

export async function countOpenObjections(
  db: Db,
  input: { periodId: string; scope: readonly string[] },
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${OBJECTION} WHERE j.period_id = ${input.periodId}::uuid AND w.objection_id IS NULL
      AND ${inScope(input.scope)}) open`;
  return row?.count ?? 0;
}

export async function findObjection(
  db: Db,
  input: { id: string; periodId: string; scope: readonly string[] },
): Promise<Objection | null> {
  if (!UUID.test(input.id) || !UUID.test(input.periodId)) return null;
  const [row] = await db.$queryRaw<Row[]>`
    ${OBJECTION} WHERE j.id = ${input.id}::uuid AND j.period_id = ${input.periodId}::uuid AND ${inScope(input.scope)}`;
  return row ? read(row) : null;
}

/** The log of one official's objections to a period, the latest first. */
export async function listObjectionsOf(db: Db, input: { periodId: string; officialId: string }): Promise<Objection[]> {
  const rows = await db.$queryRaw<Row[]>`
    ${OBJECTION} WHERE j.period_id = ${input.periodId}::uuid AND j.official_id = ${input.officialId}::uuid
    ORDER BY j.made_at DESC, j.id DESC LIMIT 200`;
  return rows.map(read);
}

/**
 * Notes an objection while the period is open. Null: there is one to the same thing without an answer, or the period has just been
 * closed. The period's row is locked, so that closing and objecting wait for each other.
 */
export async function insertObjection(
  tx: Db,
  input: {
    periodId: string;
    officialId: string;
    rowKey: string | null;
    rowLabel: string;
    reason: string;
    now: Date;
  },
): Promise<string | null> {
  const { periodId, officialId, rowKey } = input;
  await tx.$queryRaw`SELECT id FROM evaluation_period WHERE id = ${periodId}::uuid FOR UPDATE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO evaluation_objection (period_id, official_id, row_key, row_label, reason, made_at)
    SELECT ${periodId}::uuid, ${officialId}::uuid, ${rowKey}, ${input.rowLabel}, ${input.reason}, ${input.now}
    WHERE EXISTS (SELECT FROM evaluation_period p WHERE p.id = ${periodId}::uuid AND p.state = 'open')
      AND NOT EXISTS (SELECT FROM evaluation_objection j WHERE j.period_id = ${periodId}::uuid AND j.official_id = ${officialId}::uuid
        AND j.row_key IS NOT DISTINCT FROM ${rowKey}
        AND NOT EXISTS (SELECT FROM evaluation_objection_answer w WHERE w.objection_id = j.id))
    RETURNING id`;
  return rows[0]?.id ?? null;
}

/** False: somebody else has answered it. */
export async function insertAnswer(
  tx: Db,
  input: {
    objectionId: string;
    verdict: Verdict;
    answer: string;
    by: { accountId: string | null; name: string };
    now: Date;
  },
): Promise<boolean> {
  const made = await tx.$executeRaw`
    INSERT INTO evaluation_objection_answer (objection_id, verdict, answer, answered_at, answered_by, answered_by_name)
    VALUES (${input.objectionId}::uuid, ${input.verdict}, ${input.answer}, ${input.now}, ${input.by.accountId}::uuid, ${input.by.name})
    ON CONFLICT DO NOTHING`;
  return made > 0;
}

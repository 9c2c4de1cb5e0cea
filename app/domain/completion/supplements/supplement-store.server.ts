import { type Db, Prisma, query } from "~/platform/db.server";
import type { Supplement } from "./supplement";
import type { OwingOfficial, SupplementCount } from "./supplement-view";

/** Whom a supplement concerns: who finished that version or an earlier one, and no later one since. */
const CONCERNED = (input: { courseId: string; upToNumber: number; scope: readonly string[] }) => Prisma.sql`
  FROM (SELECT DISTINCT ON (k.official_id) k.official_id, k.id, k.cycle, v.number
        FROM completion_in_force k JOIN course_version v ON v.id = k.version_id
        WHERE k.course_id = ${input.courseId}::uuid
        ORDER BY k.official_id, k.completed_at DESC) last
  JOIN official o ON o.id = last.official_id AND o.left_on IS NULL
  JOIN unit u ON u.id = o.unit_id
  JOIN enrolment e ON e.official_id = last.official_id AND e.course_id = ${input.courseId}::uuid AND e.cycle = last.cycle
  WHERE last.number <= ${input.upToNumber}
    AND EXISTS (SELECT 1 FROM unnest(${[...input.scope]}::text[]) AS s(path) WHERE u.path = s.path OR starts_with(u.path, s.path || '/'))`;

export async function countConcerned(
  db: Db,
  input: { courseId: string; upToNumber: number; scope: readonly string[] },
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${CONCERNED(input)}`;
  return row?.count ?? 0;
}

export interface NewSupplement extends Omit<Supplement, "id" | "course" | "versionNumber" | "people" | "publishedAt"> {
  courseId: string;
  publishedBy: string | null;
  scope: readonly string[];
  now: Date;
}

/** Publishes a supplement and makes it due for everybody whom it concerns: two statements, however many they are. */
export async function insertSupplement(tx: Db, input: NewSupplement): Promise<{ id: string; people: number }> {
  const { parts, questionIds, now } = input;
  const [made] = await tx.$queryRaw<{ id: string; people: number }[]>`
    INSERT INTO supplement (course_id, version_id, up_to_number, document, title, reason, due_on, parts, question_ids, people,
      published_at, published_by, published_by_name)
    SELECT ${input.courseId}::uuid, ${input.versionId}::uuid, ${input.upToNumber}, ${input.document}, ${input.title}, ${input.reason},
      ${input.dueOn}::date, ${JSON.stringify(parts)}::jsonb, ${questionIds}::text[], (SELECT count(*)::int ${CONCERNED(input)}),
      ${now}, ${input.publishedBy}::uuid, ${input.publishedByName}
    RETURNING id, people`;
  await tx.$executeRaw`
    INSERT INTO supplement_duty (supplement_id, official_id, enrolment_id, completion_id)
    SELECT ${made!.id}::uuid, o.id, e.id, last.id ${CONCERNED(input)}`;
  return made!;
}

const SUPPLEMENT = `
SELECT s.id, json_build_object('id', c.id, 'slug', c.slug, 'title', c.title) AS course, s.version_id AS "versionId",
  v.number AS "versionNumber", s.up_to_number AS "upToNumber", s.document, s.title, s.reason, s.due_on::text AS "dueOn", s.parts,
  s.question_ids AS "questionIds", s.people, s.published_at AS "publishedAt", s.published_by_name AS "publishedByName"
FROM supplement s JOIN course c ON c.id = s.course_id JOIN course_version v ON v.id = s.version_id`;

/** All supplements, the latest first, with how many have done them. `scope`: only people within it are counted. */
export async function listSupplements(input: { scope: readonly string[] | null }): Promise<SupplementCount[]> {
  return query<SupplementCount>(
    "supplement.list",
    `SELECT * FROM (SELECT ${COLUMNS}, ${COUNTS} FROM (${SUPPLEMENT}) x) counted WHERE $1::text[] IS NULL OR people > 0
     ORDER BY "publishedAt" DESC`,
    [input.scope],
  );
}

// Without `people`, which is counted within the scope.
const COLUMNS = `x.id, x.course, x."versionId", x."versionNumber", x."upToNumber", x.document, x.title, x.reason, x."dueOn", x.parts,
  x."questionIds", x."publishedAt", x."publishedByName"`;
// $1: scope, or null for everybody.
const IN_SCOPE = `($1::text[] IS NULL OR EXISTS (SELECT 1 FROM unnest($1::text[]) AS s(path)
  WHERE u.path = s.path OR starts_with(u.path, s.path || '/')))`;
const PEOPLE = `FROM supplement_duty d JOIN official o ON o.id = d.official_id JOIN unit u ON u.id = o.unit_id
  LEFT JOIN supplement_completion k ON k.supplement_id = d.supplement_id AND k.official_id = d.official_id`;
const COUNTS = `
  (SELECT count(*)::int ${PEOPLE} WHERE d.supplement_id = x.id AND ${IN_SCOPE}) AS people,
  (SELECT count(*)::int ${PEOPLE} WHERE d.supplement_id = x.id AND k.done_at IS NOT NULL AND ${IN_SCOPE}) AS done`;

export async function findSupplement(input: {
  id: string;
  scope: readonly string[] | null;
}): Promise<SupplementCount | null> {
  const [row] = await query<SupplementCount>(
    "supplement.find",
    `SELECT ${COLUMNS}, ${COUNTS} FROM (${SUPPLEMENT}) x WHERE x.id::text = $2`,
    [input.scope, input.id],
  );
  return row ?? null;
}

const PAGE = 100;

/** Who still owes it, in the order of Vietnamese lists, page by page. */
export async function listOwing(input: {
  id: string;
  scope: readonly string[];
  after: string | null;
}): Promise<{ people: OwingOfficial[]; next: string | null }> {
  const rows = await query<OwingOfficial>(
    "supplement.owing",
    `SELECT o.id AS "officialId", o.full_name AS "fullName", u.name AS "unitName", o.sort_name || ' ' || o.id AS "sortKey"
     ${PEOPLE} WHERE d.supplement_id::text = $2 AND k.done_at IS NULL AND o.left_on IS NULL AND ${IN_SCOPE}
       AND ($3::text IS NULL OR o.sort_name || ' ' || o.id > $3) ORDER BY 4 LIMIT ${PAGE + 1}`,
    [input.scope, input.id, input.after],
  );
  const people = rows.slice(0, PAGE);
  return { people, next: rows.length > PAGE ? people.at(-1)!.sortKey : null };
}

export interface OwnSupplement extends Supplement {
  doneAt: Date | null;
}

/** A supplement that is due for this official, or was; anybody else's is not there. */
export async function findOwnSupplement(input: { id: string; officialId: string }): Promise<OwnSupplement | null> {
  const [row] = await query<OwnSupplement>(
    "supplement.own",
    `SELECT x.*, k.done_at AS "doneAt" FROM (${SUPPLEMENT}) x
     JOIN supplement_duty d ON d.supplement_id = x.id AND d.official_id = $2::uuid
     LEFT JOIN supplement_completion k ON k.supplement_id = d.supplement_id AND k.official_id = d.official_id
     WHERE x.id::text = $1`,
    [input.id, input.officialId],
  );
  return row ?? null;
}

/** Notes for good that it was done; false when it had been before. */
export async function insertSupplementCompletion(
  tx: Db,
  input: {
    id: string;
    officialId: string;
    answers: Record<string, unknown>;
    fullName: string;
    unitName: string;
    now: Date;
  },
): Promise<boolean> {
  const made = await tx.$executeRaw`
    INSERT INTO supplement_completion (supplement_id, official_id, done_at, answers, full_name, unit_name)
    VALUES (${input.id}::uuid, ${input.officialId}::uuid, ${input.now}, ${JSON.stringify(input.answers)}::jsonb, ${input.fullName},
      ${input.unitName})
    ON CONFLICT DO NOTHING`;
  return made > 0;
}

/** How many finished each version of a course last: the versions that a change can be compared with. */
export async function listFinishedVersions(
  db: Db,
  courseId: string,
): Promise<{ number: number; publishedAt: Date; finished: number; versionId: string; current: boolean }[]> {
  return db.$queryRaw`
    SELECT v.number, v.published_at AS "publishedAt", v.id AS "versionId", v.id = c.current_version_id AS current,
      (SELECT count(DISTINCT k.official_id)::int FROM completion_in_force k WHERE k.version_id = v.id) AS finished
    FROM course_version v JOIN course c ON c.id = v.course_id WHERE v.course_id = ${courseId}::uuid ORDER BY v.number DESC`;
}

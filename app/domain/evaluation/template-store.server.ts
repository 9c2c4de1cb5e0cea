import { type Db, Prisma } from "~/platform/db.server";
import { STAFF_CATEGORIES, type StaffCategory } from "../organization/staff-category";
import { pathsDownTo } from "../organization/unit";
import { type Criterion, type EvaluationTemplate, templateBrought } from "./template";

/** What holds in a unit for each staff category: what the nearest unit above it has written, else what the platform brings. */
export async function templatesFor(db: Db, unitPath: string): Promise<Map<StaffCategory, EvaluationTemplate>> {
  const rows = await db.$queryRaw<EvaluationTemplate[]>`
    SELECT DISTINCT ON (t.staff_category) t.staff_category::text AS "staffCategory", t.title, t.legal_basis AS "legalBasis", t.criteria, t.revision,
      json_build_object('code', u.code, 'name', u.name) AS unit, t.written_at AS "writtenAt", t.written_by_name AS "writtenByName"
    FROM evaluation_template t JOIN unit u ON u.id = t.unit_id
    WHERE u.path = ANY(${pathsDownTo(unitPath)}::text[])
    ORDER BY t.staff_category, u.depth DESC, t.revision DESC`;
  const written = new Map(rows.map((row) => [row.staffCategory, row]));
  return new Map(STAFF_CATEGORIES.map((category) => [category, written.get(category) ?? templateBrought(category)]));
}

/** Adds what was written as a revision of its own. False: somebody else has written one since `revision`. */
export async function insertTemplate(
  tx: Db,
  input: {
    unitId: string;
    staffCategory: StaffCategory;
    /** The one of this very unit that the writer had before them; 0: none. */
    revision: number;
    title: string;
    legalBasis: string;
    criteria: readonly Criterion[];
    by: { accountId: string | null; name: string };
    now: Date;
  },
): Promise<boolean> {
  const { unitId, staffCategory, revision, by } = input;
  const made = await tx.$executeRaw`
    INSERT INTO evaluation_template (unit_id, staff_category, revision, title, legal_basis, criteria, written_at, written_by, written_by_name)
    SELECT ${unitId}::uuid, ${staffCategory}::staff_category, ${revision + 1}, ${input.title}, ${input.legalBasis},
      ${JSON.stringify(input.criteria)}::jsonb, ${input.now}, ${by.accountId}::uuid, ${by.name}
    WHERE NOT EXISTS (SELECT FROM evaluation_template t WHERE t.unit_id = ${unitId}::uuid
      AND t.staff_category = ${staffCategory}::staff_category AND t.revision > ${revision})
    ON CONFLICT DO NOTHING`;
  return made > 0;
}

/** The latest revision of this very unit; 0: it has written none. */
export async function ownRevision(db: Db, input: { unitId: string; staffCategory: StaffCategory }): Promise<number> {
  const [row] = await db.$queryRaw<{ revision: number }[]>(Prisma.sql`
    SELECT coalesce(max(revision), 0)::int AS revision FROM evaluation_template
    WHERE unit_id = ${input.unitId}::uuid AND staff_category = ${input.staffCategory}::staff_category`);
  return row?.revision ?? 0;
}

import { query, type Db } from "~/platform/db.server";
import { nameSearch } from "./name-search";
import type { StaffWithoutAccount } from "./staff-without-account";
import { withinScopeFilter, withinScopeSql } from "./unit-scope";

const MOST = 50;

/** People of a scope who have no account: by name, or the first of the list. */
export async function listStaffWithoutAccount(input: {
  scope: readonly string[];
  text: string;
}): Promise<StaffWithoutAccount[]> {
  const search = nameSearch(input.text);
  const values: unknown[] = [input.scope];
  const words = (search?.words ?? []).map(({ atStart, inside }) => {
    values.push(atStart, inside);
    return `(o.search_name LIKE $${values.length - 1} OR o.search_name LIKE $${values.length})`;
  });
  values.push(search?.staffNumber ?? null);
  const name =
    words.length > 0
      ? `AND ((${words.join(" AND ")}) OR o.staff_number = $${values.length})`
      : `AND $${values.length}::text IS NULL`;
  return query<StaffWithoutAccount>(
    `staff-without-account-${words.length}`,
    `SELECT o.id, o.staff_number AS "staffNumber", o.full_name AS "fullName", o.position_title AS "positionTitle", u.name AS "unitName"
     FROM official o JOIN unit u ON u.id = o.unit_id LEFT JOIN account a ON a.official_id = o.id
     WHERE a.id IS NULL AND o.left_on IS NULL AND ${withinScopeSql("u.path", 1)} ${name}
     ORDER BY o.sort_name COLLATE "C", o.id LIMIT ${MOST}`,
    values,
  );
}

/** Holds the row, so that two administrators do not give one person two accounts; null when not within scope or gone. */
export async function lockStaffMember(
  tx: Db,
  input: { officialId: string; scope: readonly string[] },
): Promise<{ id: string; fullName: string; staffNumber: string; unitPath: string } | null> {
  const found = await tx.official.findFirst({
    where: { id: input.officialId, leftOn: null, unit: { OR: withinScopeFilter(input.scope) } },
    select: { id: true, fullName: true, staffNumber: true, unit: { select: { path: true } } },
  });
  if (!found) return null;
  await tx.$queryRaw`SELECT id FROM official WHERE id = ${found.id}::uuid FOR UPDATE`;
  return { id: found.id, fullName: found.fullName, staffNumber: found.staffNumber, unitPath: found.unit.path };
}

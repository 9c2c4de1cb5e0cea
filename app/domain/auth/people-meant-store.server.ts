import { query } from "~/platform/db.server";
import type { NamePatterns } from "./account-list-store.server";

const MOST = 500;

/** The accounts, and the people behind them, whose name or identifier a typed text may mean. */
export async function findPeopleMeant(input: {
  typed: string;
  name: NamePatterns;
}): Promise<{ accountIds: string[]; officialIds: string[] }> {
  const values: unknown[] = [input.typed.trim().toLowerCase()];
  const words = input.name.words.map(({ atStart, inside }) => {
    const [a, b] = [values.push(atStart), values.push(inside)];
    return `(o.search_name LIKE $${a} OR o.search_name LIKE $${b})`;
  });
  const rows = await query<{ accountId: string | null; officialId: string | null }>(
    `people-meant-${words.length}`,
    `SELECT a.id AS "accountId", o.id AS "officialId" FROM official o LEFT JOIN account a ON a.official_id = o.id
       WHERE ${words.join(" AND ")}
     UNION SELECT a.id, a.official_id FROM account a WHERE a.identifier = $1
     UNION SELECT a.id, o.id FROM official o LEFT JOIN account a ON a.official_id = o.id WHERE o.staff_number = upper($1)
     LIMIT ${MOST}`,
    values,
  );
  return {
    accountIds: rows.flatMap(({ accountId }) => accountId ?? []),
    officialIds: rows.flatMap(({ officialId }) => officialId ?? []),
  };
}

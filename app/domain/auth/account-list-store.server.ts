import { query, type Db } from "~/platform/db.server";
import type { AccountPage, AccountRow, AccountStatus } from "./account";
import type { RoleName } from "./permissions";

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What a typed name is looked for as; `nameSearch` of the staff list makes it. */
export interface NamePatterns {
  words: { atStart: string; inside: string }[];
}

export interface AccountSearch {
  scope: readonly string[];
  /** A name, or the beginning of an identifier. */
  text?: { typed: string; name: NamePatterns } | null;
  role?: RoleName | "any" | null;
  status?: AccountStatus | null;
  after?: string | null;
}

// "That unit, or one below it"; the ordering operators are those of the index on paths, "0" is the sign after "/".
const within = (column: string, scope: string) =>
  `EXISTS (SELECT 1 FROM unnest(${scope}::text[]) AS s(path)
    WHERE ${column} = s.path OR (${column} ~>=~ (s.path || '/') AND ${column} ~<~ (s.path || '0')))`;

/**
 * An account is in a scope when its person works there or it holds a role there; a scope that begins at the root sees all.
 */
function visible(scope: readonly string[], parameter: string): string {
  if (scope.some((path) => !path.includes("/"))) return `${parameter}::text[] IS NOT NULL`;
  return `a.id IN (
    SELECT x.id FROM unit u JOIN official o ON o.unit_id = u.id JOIN account x ON x.official_id = o.id WHERE ${within("u.path", parameter)}
    UNION SELECT g.account_id FROM unit u JOIN role_grant g ON g.unit_id = u.id AND g.revoked_at IS NULL WHERE ${within("u.path", parameter)})`;
}

// The staff list keeps folded names; the few accounts without a person are folded on the spot.
const FOLDED = `regexp_replace(normalize(lower(translate(x.display_name, 'đĐ', 'dd')), NFD), '[\u0300-\u036f]', '', 'g')`;

const STATUS: Record<AccountStatus, string> = {
  active: "a.disabled_at IS NULL AND a.last_sign_in_at IS NOT NULL",
  waiting: "a.disabled_at IS NULL AND a.last_sign_in_at IS NULL",
  disabled: "a.disabled_at IS NOT NULL",
};

const ROLES = `(SELECT json_agg(json_build_object('role', g.role, 'unitName', ru.name) ORDER BY ru.path, g.role)
  FROM role_grant g JOIN unit ru ON ru.id = g.unit_id WHERE g.account_id = a.id AND g.revoked_at IS NULL)`;

/** The accounts of a scope by identifier, page by page: each page begins after the last one of the page before. */
export async function listAccounts(input: AccountSearch): Promise<AccountPage> {
  const found = conditions(input);
  const values = [...found.values];
  let from = "";
  if (input.after && UUID.test(input.after)) {
    values.push(input.after);
    from = `AND a.identifier > (SELECT p.identifier FROM account p WHERE p.id = $${values.length}::uuid)`;
  }
  values.push(PAGE + 1);
  const rows = await query<Omit<AccountRow, "roles"> & { roles: AccountRow["roles"] | null }>(
    `accounts-${found.name}${from === "" ? "" : "-after"}`,
    `SELECT a.id, a.identifier, a.display_name AS "displayName", o.position_title AS "positionTitle", u.name AS "unitName",
       a.disabled_at AS "disabledAt", a.last_sign_in_at AS "lastSignInAt", ${ROLES} AS roles
     FROM account a LEFT JOIN official o ON o.id = a.official_id LEFT JOIN unit u ON u.id = o.unit_id
     WHERE ${found.where} ${from} ORDER BY a.identifier LIMIT $${values.length}`,
    values,
  );
  const accounts = rows.slice(0, PAGE).map((row) => ({ ...row, roles: row.roles ?? [] }));
  return { accounts, next: rows.length > PAGE ? (accounts.at(-1)?.id ?? null) : null };
}

/** How many a search finds in all. */
export async function countAccounts(input: Omit<AccountSearch, "after">): Promise<number> {
  const found = conditions(input);
  const rows = await query<{ count: number }>(
    `accounts-count-${found.name}`,
    `SELECT count(*)::int AS count FROM account a WHERE ${found.where}`,
    found.values,
  );
  return rows[0]?.count ?? 0;
}

/** One prepared statement per shape of the question. */
function conditions({ scope, text, role, status }: Omit<AccountSearch, "after">) {
  const values: unknown[] = [scope];
  const where = [visible(scope, "$1")];
  const shape = [scope.some((path) => !path.includes("/")) ? "wide" : "narrow"];
  if (text) {
    values.push(`${text.typed.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
    const identifier = `$${values.length}`;
    const numbers = text.name.words.map(({ atStart, inside }) => [values.push(atStart), values.push(inside)] as const);
    const matches = (column: string) =>
      numbers.map(([a, b]) => `(${column} LIKE $${a} OR ${column} LIKE $${b})`).join(" AND ");
    where.push(`a.id IN (SELECT x.id FROM account x WHERE x.identifier LIKE ${identifier}
      UNION SELECT x.id FROM official o JOIN account x ON x.official_id = o.id WHERE ${matches("o.search_name")}
      UNION SELECT x.id FROM account x WHERE x.official_id IS NULL AND ${matches(FOLDED)})`);
    shape.push(`words${numbers.length}`);
  }
  if (role) {
    values.push(role === "any" ? null : role);
    const n = values.length;
    where.push(`EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.revoked_at IS NULL
      AND ($${n}::role IS NULL OR g.role = $${n}::role))`);
    shape.push("role");
  }
  if (status) {
    where.push(STATUS[status]);
    shape.push(status);
  }
  return { name: shape.join("-"), where: where.join(" AND "), values };
}

/** Is the account one that somebody with this scope may look at? */
export async function isAccountVisible(
  db: Db,
  input: { accountId: string; scope: readonly string[] },
): Promise<boolean> {
  if (!UUID.test(input.accountId)) return false;
  const rows = await db.$queryRawUnsafe<object[]>(
    `SELECT 1 FROM account a WHERE a.id = $2::uuid AND ${visible(input.scope, "$1")}`,
    [...input.scope],
    input.accountId,
  );
  return rows.length > 0;
}

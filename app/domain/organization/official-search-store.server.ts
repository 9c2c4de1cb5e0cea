import { query } from "~/platform/db.server";
import type { OfficialPage, OfficialRow } from "./official";
import { nameSearch, type NameSearch } from "./name-search";
import { reachesRoot, withinScopeSql } from "./unit-scope";

const PAGE = 50;
const LARGEST_PAGE = 500;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface OfficialSearch {
  scope: readonly string[];
  /** A name with or without diacritics, or a staff number; nothing for everybody. */
  text?: string;
  /** `next` of the page before. */
  after?: string | null;
  limit?: number;
  /** People who have left are on no list unless asked for. */
  withLeft?: boolean;
}

/**
 * The people of a scope in the order of Vietnamese lists (given name first), page by page: each page begins after the
 * last person of the one before, so that page 1,000 costs what page 1 costs.
 */
export async function searchOfficials(input: OfficialSearch): Promise<OfficialPage> {
  const limit = Math.min(Math.max(input.limit ?? PAGE, 1), LARGEST_PAGE);
  const found = conditions(input);
  const after = input.after && UUID.test(input.after) ? input.after : null;
  const values = [...found.values];
  let from = "";
  if (after !== null) {
    values.push(after);
    const n = values.length;
    from = `AND (o.sort_name COLLATE "C", o.id) > ((SELECT p.sort_name COLLATE "C" FROM official p WHERE p.id = $${n}::uuid), $${n}::uuid)`;
  }
  values.push(limit + 1);
  const rows = await query<OfficialRow>(
    `officials-${found.name}${after === null ? "" : "-after"}`,
    `${found.before} SELECT o.id, o.staff_number AS "staffNumber", o.full_name AS "fullName",
       o.staff_category::text AS "staffCategory", o.position_title AS "positionTitle", u.id AS "unitId", u.code AS "unitCode",
       u.name AS "unitName", u.path AS "unitPath", o.recruited_on::text AS "recruitedOn", o.left_on::text AS "leftOn", o.email,
       o.personal_id_last AS "personalIdLast"
     FROM official o JOIN unit u ON u.id = o.unit_id
     WHERE ${found.where} ${from}
     ORDER BY o.sort_name COLLATE "C", o.id LIMIT $${values.length}`,
    values,
  );
  const people = rows.slice(0, limit);
  return { people, next: rows.length > limit ? (people.at(-1)?.id ?? null) : null };
}

/** How many a search finds in all. */
export async function countOfficials(input: Pick<OfficialSearch, "scope" | "text" | "withLeft">): Promise<number> {
  const found = conditions(input);
  const rows = await query<{ count: number }>(
    `officials-count-${found.name}`,
    `${found.before} SELECT count(*)::int AS count FROM official o JOIN unit u ON u.id = o.unit_id WHERE ${found.where}`,
    found.values,
  );
  return rows[0]?.count ?? 0;
}

/** One prepared statement per shape of the question: how far the scope reaches, how many words, who has left. */
function conditions(input: Pick<OfficialSearch, "scope" | "text" | "withLeft">) {
  const search = nameSearch(input.text ?? "");
  const wide = reachesRoot(input.scope);
  const values: unknown[] = [input.scope];
  const where = [wide ? withinScopeSql("u.path", 1) : "u.id IN (SELECT id FROM within)"];
  if (!input.withLeft) where.push("o.left_on IS NULL");
  if (search) where.push(nameSql(search, values));
  const shape = [wide ? "wide" : "narrow", search?.words.length ?? 0, search?.staffNumber ? "number" : "", input.withLeft ? "left" : ""];
  return {
    name: shape.filter((part) => part !== "").join("-"),
    // A narrow scope is settled first: walking the whole list of names to find one office would be the slow way.
    before: wide ? "" : `WITH within AS MATERIALIZED (SELECT u.id FROM unit u WHERE ${withinScopeSql("u.path", 1)})`,
    where: where.join(" AND "),
    values,
  };
}

function nameSql(search: NameSearch, values: unknown[]): string {
  const words = search.words.map((word) => {
    values.push(word.atStart, word.inside);
    return `(o.search_name LIKE $${values.length - 1} OR o.search_name LIKE $${values.length})`;
  });
  const all = `(${words.join(" AND ")})`;
  if (search.staffNumber === null) return all;
  values.push(search.staffNumber);
  return `(${all} OR o.staff_number = $${values.length})`;
}

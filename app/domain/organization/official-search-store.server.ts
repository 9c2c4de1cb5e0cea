import { query } from "~/platform/db.server";
import type { OfficialPage, OfficialRow } from "./official";
import { nameSearch, type NameSearch } from "./name-search";
import { reachesRoot, withinScopeSql } from "./unit-scope";

const PAGE = 50;
const LARGEST_PAGE = 500;
const COUNTED = 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface OfficialSearch {
  scope: readonly string[];
  /** A name with or without diacritics, or a staff number; nothing for everybody. */
  text?: string;
  /** `next` of the page before. */
  after?: string | null;
  limit?: number;
  /** People who have left are on no list unless asked for; "only": nobody else. */
  withLeft?: boolean | "only";
}

/**
 * The people of a scope in the order of Vietnamese lists (given name first), page by page: each page begins after the
 * last person of the one before, so that page 1,000 costs what page 1 costs.
 */
export async function searchOfficials(input: OfficialSearch): Promise<OfficialPage> {
  const limit = Math.min(Math.max(input.limit ?? PAGE, 1), LARGEST_PAGE);
  const { shape, where, values } = conditions(input);
  const after = input.after && UUID.test(input.after) ? input.after : null;
  if (after !== null) {
    values.push(after);
    const n = values.length;
    where.push(
      `(o.sort_name COLLATE "C", o.id) > ((SELECT p.sort_name COLLATE "C" FROM official p WHERE p.id = $${n}::uuid), $${n}::uuid)`,
    );
  }
  values.push(limit + 1);
  const rows = await query<OfficialRow>(
    `officials-${shape}${after === null ? "" : "-after"}`,
    `SELECT o.id, o.staff_number AS "staffNumber", o.full_name AS "fullName", o.staff_category::text AS "staffCategory",
       o.position_title AS "positionTitle", u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", u.path AS "unitPath",
       o.recruited_on::text AS "recruitedOn", o.left_on::text AS "leftOn", o.email, o.personal_id_last AS "personalIdLast"
     FROM (SELECT * FROM official o WHERE ${where.join(" AND ")} ORDER BY o.sort_name COLLATE "C", o.id LIMIT $${values.length}) o
     JOIN unit u ON u.id = o.unit_id ORDER BY o.sort_name COLLATE "C", o.id`,
    values,
  );
  const people = rows.slice(0, limit);
  return { people, next: rows.length > limit ? (people.at(-1)?.id ?? null) : null };
}

/** How many a search finds; beyond `atMost` nobody counts on, and `more` says so. */
export async function countOfficials(
  input: Pick<OfficialSearch, "scope" | "text" | "withLeft"> & { atMost?: number },
): Promise<{ count: number; more: boolean }> {
  const { shape, where, values } = conditions(input);
  const atMost = input.atMost ?? COUNTED;
  values.push(atMost + 1);
  const rows = await query<{ count: number }>(
    `officials-count-${shape}`,
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM official o WHERE ${where.join(" AND ")} LIMIT $${values.length}) found`,
    values,
  );
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, atMost), more: count > atMost };
}

/** One prepared statement per shape of the question: how far the scope reaches, how many words, who has left. */
function conditions(input: Pick<OfficialSearch, "scope" | "text" | "withLeft">): {
  shape: string;
  where: string[];
  values: unknown[];
} {
  const search = nameSearch(input.text ?? "");
  const wide = reachesRoot(input.scope);
  const values: unknown[] = [input.scope];
  const units = `SELECT u.id FROM unit u WHERE ${withinScopeSql("u.path", 1)}`;
  // The planner cannot know how many people a scope holds, so each case is written in the way that leads it: with nearly
  // everybody in it, walk the list of names and leave out the few (COALESCE keeps this from becoming a join); with few
  // units, begin at their own indexes.
  const where = [wide ? `COALESCE(o.unit_id IN (${units}), false)` : `o.unit_id = ANY(ARRAY(${units}))`];
  if (!input.withLeft) where.push("o.left_on IS NULL");
  if (input.withLeft === "only") where.push("o.left_on IS NOT NULL");
  if (search) where.push(...nameSql(search, values));
  const asked = search === null ? "all" : search.staffNumber !== null ? "number" : `${search.words.length}-words`;
  return {
    shape: `${wide ? "wide" : "narrow"}-${asked}${input.withLeft ? (input.withLeft === "only" ? "-only-left" : "-left") : ""}`,
    where,
    values,
  };
}

function nameSql(search: NameSearch, values: unknown[]): string[] {
  if (search.staffNumber !== null) {
    values.push(search.staffNumber);
    return [`o.staff_number = $${values.length}`];
  }
  return search.words.map((word) => {
    values.push(word.atStart, word.inside);
    return `(o.search_name LIKE $${values.length - 1} OR o.search_name LIKE $${values.length})`;
  });
}

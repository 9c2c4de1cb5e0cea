import { query } from "~/platform/db.server";
import { type NameSearch, nameSearch } from "../organization/name-search";
import type { OfficialRow } from "../organization/official";
import { reachesRoot, withinScopeSql } from "../organization/unit-scope";
import type { LocalDay } from "../time";
import type { CourseTurn } from "./course-turn";
import { type StaffPage, type StaffStatus, staffStatus } from "./staff-status";

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface StaffQuestion {
  /** Paths of units: these and everything below them. */
  scope: readonly string[];
  /** Only people who belong to this very unit. */
  unitId?: string;
  turn: Pick<CourseTurn, "courseId" | "cycle"> | null;
  status: StaffStatus | null;
  /** A name with or without diacritics, or a staff number; "" for everybody. */
  text: string;
  today: LocalDay;
}

export interface StaffPaging {
  after?: string | null;
  limit?: number;
  /** Only people of these units, one unit after the other in this order. */
  unitsInOrder?: readonly string[];
}

interface Row extends OfficialRow {
  enrolled: boolean;
  required: boolean;
  dueOn: LocalDay | null;
  startedAt: Date | null;
  completedAt: Date | null;
  recognised: boolean;
  lastSignInAt: Date | null;
}

/**
 * The people of a scope with where they stand in a course turn, in the order of Vietnamese lists, page by page. The list starts
 * from the staff list: who never signed in and who was never asked is on it like everybody else.
 */
export async function listStaff(input: StaffQuestion & StaffPaging): Promise<StaffPage> {
  const limit = input.limit ?? PAGE;
  const asked = staffConditions(input);
  const values = [...asked.values];
  let order = `o.sort_name COLLATE "C", o.id`;
  let begin = "";
  if (input.unitsInOrder) {
    values.push(input.unitsInOrder);
    order = `array_position($${values.length}::uuid[], o.unit_id), ${order}`;
    asked.where += ` AND o.unit_id = ANY($${values.length}::uuid[])`;
  }
  if (input.after && UUID.test(input.after)) {
    values.push(input.after);
    begin = `AND (${order}) > (SELECT ${order.replaceAll("o.", "p.")} FROM official p WHERE p.id = $${values.length}::uuid)`;
  }
  values.push(limit + 1);
  const rows = await query<Row>(
    `staff-list-${asked.name}${input.unitsInOrder ? "-units" : ""}${begin === "" ? "" : "-after"}`,
    `${asked.before} SELECT o.id, o.staff_number AS "staffNumber", o.full_name AS "fullName", o.staff_category::text AS "staffCategory",
       o.position_title AS "positionTitle", u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", u.path AS "unitPath",
       o.recruited_on::text AS "recruitedOn", o.left_on::text AS "leftOn", o.email, o.personal_id_last AS "personalIdLast",
       e.id IS NOT NULL AS enrolled, coalesce(e.required, false) AS required, e.due_on::text AS "dueOn", e.started_at AS "startedAt",
       e.completed_at AS "completedAt",
       (e.completed_at IS NOT NULL AND EXISTS (SELECT FROM completion_in_force k WHERE k.official_id = e.official_id
         AND k.course_id = e.course_id AND k.cycle = e.cycle AND k.recognised_id IS NOT NULL)) AS recognised, a.last_sign_in_at AS "lastSignInAt"
     ${asked.from} LEFT JOIN account a ON a.official_id = o.id
     WHERE ${asked.where} ${begin}
     ORDER BY ${order} LIMIT $${values.length}`,
    values,
  );
  const people = rows
    .slice(0, limit)
    .map(({ enrolled, required, dueOn, startedAt, completedAt, recognised, ...person }) => {
      const turn = enrolled ? { required, dueOn, startedAt, completedAt, recognised } : null;
      return { ...person, turn, status: staffStatus(turn, input.today) };
    });
  return { people, next: rows.length > limit ? (people.at(-1)?.id ?? null) : null };
}

/** How many people a question finds in all. */
export async function countStaff(input: StaffQuestion): Promise<number> {
  if (!input.status && nameSearch(input.text) === null) return countEverybody(input);
  const asked = staffConditions(input);
  const rows = await query<{ count: number }>(
    `staff-count-${asked.name}`,
    `${asked.before} SELECT count(*)::int AS count ${asked.from} WHERE ${asked.where}`,
    asked.values,
  );
  return rows[0]?.count ?? 0;
}

/** From the headcounts of the units: no person is touched. */
async function countEverybody({ scope, unitId }: StaffQuestion): Promise<number> {
  const rows = await query<{ count: number }>(
    "staff-count-everybody",
    `SELECT coalesce(sum(u.headcount), 0)::int AS count FROM unit u
     WHERE ${withinScopeSql("u.path", 1)} AND ($2::uuid IS NULL OR u.id = $2::uuid)`,
    [scope, unitId ?? null],
  );
  return rows[0]?.count ?? 0;
}

/** When somebody last signed in; null when never. The caller has made sure that the official may be seen. */
export async function lastSignInOf(officialId: string): Promise<Date | null> {
  const rows = await query<{ at: Date | null }>(
    "official-last-sign-in",
    "SELECT last_sign_in_at AS at FROM account WHERE official_id = $1::uuid",
    [officialId],
  );
  return rows[0]?.at ?? null;
}

// $1 scope, $2 course, $3 cycle, $4 today.
const LATE = "e.due_on IS NOT NULL AND e.due_on < $4::date";
const STATUS_SQL: Record<StaffStatus, string> = {
  completed: "e.completed_at IS NOT NULL",
  overdue: `e.completed_at IS NULL AND ${LATE}`,
  "in-progress": `e.completed_at IS NULL AND e.started_at IS NOT NULL AND NOT (${LATE})`,
  "not-started": `e.id IS NOT NULL AND e.completed_at IS NULL AND e.started_at IS NULL AND NOT (${LATE})`,
  "not-asked": "e.id IS NULL",
};

/** The question as SQL over `official o`, `unit u` and the turn `e`: one prepared statement per shape of it. */
function staffConditions(input: StaffQuestion) {
  const search = nameSearch(input.text);
  const wide = reachesRoot(input.scope);
  const values: unknown[] = [input.scope, input.turn?.courseId ?? null, input.turn?.cycle ?? null, input.today];
  // Today is named even where no status asks for it, so that every shape has the same first parameters.
  const where = [
    "o.left_on IS NULL",
    "$4::date IS NOT NULL",
    wide ? withinScopeSql("u.path", 1) : "u.id IN (SELECT id FROM within)",
  ];
  if (input.unitId) {
    values.push(input.unitId);
    where.push(`o.unit_id = $${values.length}::uuid`);
  }
  if (input.status) where.push(STATUS_SQL[input.status]);
  if (search) where.push(nameSql(search, values));
  const shape = [
    wide ? "wide" : "narrow",
    input.unitId ? "own" : "",
    input.status ?? "",
    search ? `${search.words.length}` : "",
    search?.staffNumber ? "number" : "",
  ];
  return {
    name: shape.filter((part) => part !== "").join("-"),
    // A narrow scope is settled first: walking the whole list of names to find one office would be the slow way.
    before: wide ? "" : `WITH within AS MATERIALIZED (SELECT u.id FROM unit u WHERE ${withinScopeSql("u.path", 1)})`,
    from: `FROM official o JOIN unit u ON u.id = o.unit_id
     LEFT JOIN enrolment e ON e.official_id = o.id AND e.course_id = $2::uuid AND e.cycle = $3`,
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

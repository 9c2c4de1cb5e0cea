import { query, type Db } from "~/platform/db.server";
import { nameColumns, personalIdColumns } from "~/domain/organization/official-store.server";
import { NOTICE_VERSION } from "~/domain/privacy/notice";
import { foldName } from "~/domain/organization/names";
import type { DemoOfficial } from "./key-people";
import type { PlannedUnit } from "./plan-units";

/**
 * Loading by the thousand: each batch is one JSON text that PostgreSQL unfolds into rows, which takes a fraction of a row
 * at a time and needs one statement per table.
 */
export async function insertUnits(db: Db, units: readonly PlannedUnit[]): Promise<void> {
  const rows = units.map((unit) => ({
    id: unit.id,
    parent_id: unit.parentId,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    path: unit.path,
    depth: unit.depth,
    position: unit.position,
    search_name: foldName(unit.name),
    valid_from: unit.validFrom,
  }));
  await db.$executeRaw`
    INSERT INTO unit (id, parent_id, code, name, kind, path, depth, position, search_name, valid_from)
    SELECT id, parent_id, code, name, kind, path, depth, position, search_name, valid_from
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, parent_id uuid, code text, name text, kind unit_kind,
      path text, depth int, position int, search_name text, valid_from date)`;
}

/** People, their open employment and the headcounts of their units: all or none. */
export async function insertOfficials(db: Db, officials: readonly DemoOfficial[], now: Date): Promise<void> {
  const rows = officials.map((official) => {
    const name = nameColumns(official.fullName);
    const personalId = personalIdColumns(official.personalId);
    return {
      id: official.id,
      staff_number: official.staffNumber,
      full_name: name.fullName,
      given_name: name.givenName,
      sort_name: name.sortName,
      search_name: name.searchName,
      staff_category: official.staffCategory,
      unit_id: official.unitId,
      position_title: official.positionTitle,
      recruited_on: official.recruitedOn,
      posted_on: official.postedOn,
      email: official.email,
      sealed: Buffer.from(personalId.sealed).toString("hex"),
      hash: personalId.hash,
      last: personalId.last,
    };
  });
  await db.$executeRaw`
    WITH r AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, staff_number text, full_name text,
        given_name text, sort_name text, search_name text, staff_category staff_category, unit_id uuid, position_title text,
        recruited_on date, posted_on date, email text, sealed text, hash text, last text)
    ), people AS (
      INSERT INTO official (id, staff_number, full_name, given_name, sort_name, search_name, staff_category, unit_id,
        position_title, recruited_on, email, personal_id_sealed, personal_id_hash, personal_id_last, created_at)
      SELECT id, staff_number, full_name, given_name, sort_name, search_name, staff_category, unit_id,
        position_title, recruited_on, email, decode(sealed, 'hex'), hash, last, ${now} FROM r
    ), counts AS (
      UPDATE unit SET headcount = headcount + c.people
      FROM (SELECT unit_id, count(*) AS people FROM r GROUP BY unit_id) c WHERE unit.id = c.unit_id
    )
    INSERT INTO employment (official_id, unit_id, position_title, valid_from)
    SELECT id, unit_id, position_title, posted_on FROM r`;
}

export interface NewDemoAccount {
  id: string;
  identifier: string;
  displayName: string;
  officialId: string;
  lastSignInAt: Date | null;
  /** When they read the notice on personal data; null: it waits for them. */
  noticeAt: Date | null;
}

/** One hash for all of them: hashing a password well takes a while, and the password of a demo is known anyway. */
export async function insertAccounts(
  db: Db,
  input: { accounts: readonly NewDemoAccount[]; passwordHash: string; now: Date },
): Promise<void> {
  const { accounts, passwordHash, now } = input;
  await db.$executeRaw`
    INSERT INTO account (id, identifier, display_name, password_hash, official_id, created_at, last_sign_in_at,
      notice_version, notice_at)
    SELECT id, identifier, "displayName", ${passwordHash}, "officialId", ${now}, "lastSignInAt",
      CASE WHEN "noticeAt" IS NOT NULL THEN ${NOTICE_VERSION}::int END, "noticeAt"
    FROM json_to_recordset(${JSON.stringify(accounts)}::json) AS r(id uuid, identifier text, "displayName" text, "officialId" uuid,
      "lastSignInAt" timestamptz, "noticeAt" timestamptz)`;
}

/** After a large load the planner should know what it has before anybody asks. */
export async function refreshStatistics(): Promise<void> {
  await query("refresh-statistics", "ANALYZE unit, official, employment, account", []);
}

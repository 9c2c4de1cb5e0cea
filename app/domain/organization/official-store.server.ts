import { type Db } from "~/platform/db.server";
import { sealText, keyedHash } from "~/platform/sealed.server";
import { notFound } from "../problem";
import { dayFromColumn } from "../time";
import { openEmployment } from "./employment-store.server";
import { foldName, givenNameOf, sortNameOf, tidyName } from "./names";
import type { NewOfficial, OfficialRow } from "./official";
import { lastDigitsOf, readPersonalId } from "./personal-id";
import { withinScopeFilter } from "./unit-scope";
import { addToHeadcount } from "./unit-store.server";

/** What the sealed column and its hash are for; part of their keys, so they open nothing else. */
export const PERSONAL_ID = "official.personal-id";

/** The columns that are derived from a name, in one place for one person and for a whole province. */
export function nameColumns(fullName: string): {
  fullName: string;
  givenName: string;
  sortName: string;
  searchName: string;
} {
  const name = tidyName(fullName);
  return { fullName: name, givenName: givenNameOf(name), sortName: sortNameOf(name), searchName: foldName(name) };
}

/** Sealed, hashed for duplicates, and the last digits; the number itself is kept nowhere. */
export function personalIdColumns(personalId: string): { sealed: Uint8Array<ArrayBuffer>; hash: string; last: string } {
  return {
    sealed: sealText(PERSONAL_ID, personalId),
    hash: keyedHash(PERSONAL_ID, personalId),
    last: lastDigitsOf(personalId),
  };
}

export type OfficialCreated =
  | { kind: "created"; officialId: string }
  | { kind: "refused"; reason: "staff-number-taken" | "personal-id-taken" | "personal-id-invalid" };

/** Puts a person on the staff list with an open employment; the headcount of the unit rises with it. In a transaction. */
export async function createOfficial(
  db: Db,
  input: NewOfficial & { scope: readonly string[] },
): Promise<OfficialCreated> {
  await requireUnit(db, input.unitId, input.scope);
  const personalId = input.personalId ? readPersonalId(input.personalId) : null;
  if (input.personalId && personalId === null) return { kind: "refused", reason: "personal-id-invalid" };
  const secret = personalId ? personalIdColumns(personalId) : null;
  const name = nameColumns(input.fullName);
  await claimStaffNumber(db, input.staffNumber);
  const rows = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO official (staff_number, full_name, given_name, sort_name, search_name, staff_category, unit_id, position_title,
      recruited_on, email, personal_id_sealed, personal_id_hash, personal_id_last)
    VALUES (${input.staffNumber}, ${name.fullName}, ${name.givenName}, ${name.sortName}, ${name.searchName},
      ${input.staffCategory}::staff_category, ${input.unitId}::uuid, ${input.positionTitle}, ${input.recruitedOn}::date,
      ${input.email ?? null}, ${secret?.sealed ?? null}, ${secret?.hash ?? null}, ${secret?.last ?? null})
    ON CONFLICT DO NOTHING RETURNING id`;
  const officialId = rows[0]?.id;
  if (officialId === undefined) {
    const same = await db.official.findUnique({ where: { staffNumber: input.staffNumber }, select: { id: true } });
    return { kind: "refused", reason: same ? "staff-number-taken" : "personal-id-taken" };
  }
  await openEmployment(db, {
    officialId,
    unitId: input.unitId,
    positionTitle: input.positionTitle,
    from: input.postedOn,
  });
  await addToHeadcount(db, { unitId: input.unitId, by: 1 });
  return { kind: "created", officialId };
}

const STAFF_NUMBER = 0x5f4b0; // advisory lock space of the numbers that are being given

/**
 * Until the transaction ends nobody else gives this staff number to anybody: whoever looks afterwards whether it is free sees what the
 * other one did, and can say so, rather than running into the unique index.
 */
export async function claimStaffNumber(tx: Db, staffNumber: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${STAFF_NUMBER}::int, hashtext(${staffNumber}))`;
}

/** A unit of the scope that stands. */
export async function requireUnit(db: Db, unitId: string, scope: readonly string[]): Promise<{ path: string }> {
  const unit = await db.unit.findFirst({
    where: { id: unitId, validTo: null, OR: withinScopeFilter(scope) },
    select: { path: true },
  });
  if (!unit) throw notFound(`unit ${unitId}`);
  return unit;
}

/** A person within a scope, also one who has left: what they were given stays. */
export async function findOfficial(
  db: Db,
  input: { officialId: string; scope: readonly string[] },
): Promise<OfficialRow | null> {
  const row = await db.official.findFirst({
    where: { id: input.officialId, unit: { OR: withinScopeFilter(input.scope) } },
    include: { unit: { select: { code: true, name: true, path: true } } },
    omit: { personalIdSealed: true, personalIdHash: true },
  });
  if (!row) return null;
  const { unit, recruitedOn, leftOn, ...rest } = row;
  return {
    id: rest.id,
    staffNumber: rest.staffNumber,
    fullName: rest.fullName,
    staffCategory: rest.staffCategory,
    positionTitle: rest.positionTitle,
    unitId: rest.unitId,
    unitCode: unit.code,
    unitName: unit.name,
    unitPath: unit.path,
    recruitedOn: recruitedOn ? dayFromColumn(recruitedOn) : null,
    leftOn: leftOn ? dayFromColumn(leftOn) : null,
    email: rest.email,
    personalIdLast: rest.personalIdLast,
  };
}

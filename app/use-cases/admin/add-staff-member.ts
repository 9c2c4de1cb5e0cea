import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { tidyName } from "~/domain/organization/names";
import { createOfficial } from "~/domain/organization/official-store.server";
import { lastDigitsOf, readPersonalId } from "~/domain/organization/personal-id";
import type { StaffCategory } from "~/domain/organization/staff-category";
import { findUnit } from "~/domain/organization/unit-store.server";
import { notFound } from "~/domain/problem";
import { type LocalDay, localDay } from "~/domain/time";
import type { Db } from "~/platform/db.server";
import { enrolJoiner } from "../hr/enrol-joiner";

export interface NewStaffMember {
  fullName: string;
  staffNumber: string;
  unitCode: string;
  positionTitle: string;
  staffCategory: StaffCategory;
  recruitedOn: LocalDay | null;
  email: string | null;
  /** As typed; twelve digits, sealed before they are stored. */
  personalId: string | null;
}

export type StaffMemberRefusal =
  "staff-number-taken" | "personal-id-taken" | "personal-id-invalid" | "recruited-in-future";

export type StaffMemberAdded =
  | { kind: "added"; officialId: string; fullName: string; staffNumber: string; unitPath: string; coursesGiven: number }
  | { kind: "refused"; reason: StaffMemberRefusal };

/** Puts a person on the staff list of a unit in the scope and gives them what is asked of everybody there. */
export async function addStaffMember(
  tx: Db,
  input: { viewer: Viewer; scope: readonly string[]; person: NewStaffMember; now: Date },
): Promise<StaffMemberAdded> {
  const { viewer, scope, person, now } = input;
  const today = localDay(now);
  if (person.recruitedOn !== null && person.recruitedOn > today)
    return { kind: "refused", reason: "recruited-in-future" };
  const unit = await findUnit(tx, { code: person.unitCode, scope });
  if (!unit) throw notFound(`unit ${person.unitCode}`);
  const fullName = tidyName(person.fullName);
  const staffNumber = person.staffNumber.trim().toUpperCase();
  const { positionTitle, staffCategory, recruitedOn, email, personalId } = person;
  const created = await createOfficial(tx, {
    scope,
    fullName,
    staffNumber,
    unitId: unit.id,
    positionTitle: tidyName(positionTitle),
    staffCategory,
    recruitedOn,
    postedOn: recruitedOn ?? today,
    email,
    personalId,
  });
  if (created.kind === "refused") return created;
  const { officialId } = created;
  const coursesGiven = await enrolJoiner(tx, { officialId, unitPath: unit.path, now });
  const digits = personalId === null ? null : readPersonalId(personalId);
  await recordAudit(tx, {
    actor: actorOf(viewer),
    action: "official.created",
    subject: { type: "official", id: officialId, label: fullName },
    unitPath: unit.path,
    after: {
      staffNumber,
      unit: unit.name,
      positionTitle: tidyName(positionTitle),
      staffCategory,
      recruitedOn,
      // Three digits are all that leaves the sealed column.
      ...(digits && { personalIdLast: lastDigitsOf(digits) }),
      ...(coursesGiven > 0 && { coursesGiven }),
    },
    at: now,
  });
  return { kind: "added", officialId, fullName, staffNumber, unitPath: unit.path, coursesGiven };
}

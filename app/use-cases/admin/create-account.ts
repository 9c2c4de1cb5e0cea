import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { firstFreeIdentifier, hasAccount, insertAccount } from "~/domain/auth/account-admin-store.server";
import { normalizeIdentifier } from "~/domain/auth/account-store.server";
import { makeFirstPassword } from "~/domain/auth/first-password.server";
import { identifiersFrom, isIdentifier } from "~/domain/auth/identifier";
import { hashPassword } from "~/domain/auth/password.server";
import type { Viewer } from "~/domain/auth/permissions";
import { lockStaffMember } from "~/domain/organization/staff-without-account-store.server";
import { conflict, notFound } from "~/domain/problem";
import { db, inTransaction, type Db } from "~/platform/db.server";
import { addStaffMember, type NewStaffMember, type StaffMemberRefusal } from "./add-staff-member";

export type CreateAccountAnswer =
  | {
      kind: "created";
      accountId: string;
      displayName: string;
      identifier: string;
      /** Shown once, kept nowhere. */ password: string;
      coursesGiven: number;
    }
  | { kind: "refused"; reason: StaffMemberRefusal | "identifier-invalid" | "identifier-taken" | "has-account" };

export type AccountOwner = ({ kind: "new" } & NewStaffMember) | { kind: "listed"; officialId: string };

/**
 * Makes an account for somebody on the staff list, or puts a new person on it first. The first password is made here and
 * must be changed at the first sign-in. Everything happens in one transaction or nothing does.
 */
export async function createAccount(input: {
  viewer: Viewer;
  scope: readonly string[];
  owner: AccountOwner;
  /** The staff number when nothing is said. */
  identifier: string | null;
  now: Date;
}): Promise<CreateAccountAnswer> {
  const { viewer, scope, owner, now } = input;
  const staffNumber = owner.kind === "new" ? owner.staffNumber : await staffNumberOf(owner.officialId, scope);
  const typed = input.identifier === null ? "" : normalizeIdentifier(input.identifier);
  if (typed !== "" && !isIdentifier(typed)) return { kind: "refused", reason: "identifier-invalid" };
  const identifiers = typed === "" ? identifiersFrom(staffNumber) : [typed];
  const password = makeFirstPassword(identifiers[0]!);
  const passwordHash = await hashPassword(password);

  return inTransaction<CreateAccountAnswer>(async (tx) => {
    // Asked before anything is written: an answer leaves nothing behind.
    const identifier = await firstFreeIdentifier(tx, identifiers);
    if (!identifier) return { kind: "refused", reason: "identifier-taken" };
    const person =
      owner.kind === "new"
        ? await addStaffMember(tx, { viewer, scope, person: owner, now })
        : await listed(tx, owner.officialId, scope);
    if (person.kind === "refused") return person;
    const accountId = await insertAccount(tx, {
      identifier,
      displayName: person.fullName,
      passwordHash,
      officialId: person.officialId,
      now,
    });
    if (!accountId) throw conflict(`identifier ${identifier} was taken meanwhile`);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "account.created",
      subject: { type: "account", id: accountId, label: person.fullName },
      unitPath: person.unitPath,
      after: { identifier, staffNumber: person.staffNumber, mustChange: true },
      at: now,
    });
    return {
      kind: "created",
      accountId,
      displayName: person.fullName,
      identifier,
      password,
      coursesGiven: person.coursesGiven,
    };
  });
}

async function staffNumberOf(officialId: string, scope: readonly string[]): Promise<string> {
  const found = await lockStaffMember(db, { officialId, scope });
  if (!found) throw notFound(`official ${officialId}`);
  return found.staffNumber;
}

async function listed(tx: Db, officialId: string, scope: readonly string[]) {
  const found = await lockStaffMember(tx, { officialId, scope });
  if (!found) throw notFound(`official ${officialId}`);
  if (await hasAccount(tx, officialId)) return { kind: "refused", reason: "has-account" } as const;
  return { kind: "listed", ...found, officialId, coursesGiven: 0 } as const;
}

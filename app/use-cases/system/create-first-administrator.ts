import { writeSetting } from "~/domain/organization/setting-store.server";
import { SYSTEM_ACTOR } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { normalizeIdentifier } from "~/domain/auth/account-store.server";
import { checkPasswordStrength, type PasswordWeakness } from "~/domain/auth/password-rule";
import { hashPassword } from "~/domain/auth/password.server";
import { createUnit, findRootUnit } from "~/domain/organization/unit-store.server";
import { isUnitCode, kindFromName, type UnitNode } from "~/domain/organization/unit";
import { tidyName } from "~/domain/organization/names";
import { localDay } from "~/domain/time";
import { inTransaction, type Db } from "~/platform/db.server";
import { hasAdministrator, insertAccount, insertRoleGrant, lockSetup } from "./setup-store.server";

export type FirstAdministratorAnswer =
  | { kind: "created"; accountId: string; identifier: string; unitCode: string }
  | {
      kind: "refused";
      reason:
        | "administrator-exists"
        | "identifier-taken"
        | "bad-identifier"
        | "bad-name"
        | "bad-agency-name"
        | "bad-agency-code";
    }
  | { kind: "refused"; reason: "weak-password"; weakness: PasswordWeakness };

/** Small letters, digits, and . _ - @ between: what can be typed without thinking on every keyboard. */
const IDENTIFIER = /^[a-z0-9]([a-z0-9._@-]{1,62})[a-z0-9]$/;
const LONGEST_NAME = 200;

/**
 * The first start of a real installation: the agency at the root, if there is none yet, and an account that administers it.
 * Refuses when somebody administers the installation already: further accounts are made by that person.
 */
export async function createFirstAdministrator(input: {
  identifier: string;
  displayName: string;
  password: string;
  agencyName: string;
  agencyCode: string;
  now: Date;
}): Promise<FirstAdministratorAnswer> {
  const { password, now } = input;
  const identifier = normalizeIdentifier(input.identifier);
  const displayName = tidyName(input.displayName);
  const agency = { name: tidyName(input.agencyName), code: input.agencyCode.trim().toUpperCase() };
  if (!IDENTIFIER.test(identifier)) return { kind: "refused", reason: "bad-identifier" };
  if (displayName === "" || displayName.length > LONGEST_NAME) return { kind: "refused", reason: "bad-name" };
  const weakness = checkPasswordStrength(password, identifier);
  if (weakness) return { kind: "refused", reason: "weak-password", weakness };
  const passwordHash = await hashPassword(password);

  return inTransaction<FirstAdministratorAnswer>(async (tx) => {
    await lockSetup(tx);
    if (await hasAdministrator(tx)) return { kind: "refused", reason: "administrator-exists" };
    let root = await findRootUnit(tx);
    if (!root) {
      if (agency.name === "" || agency.name.length > LONGEST_NAME) {
        return { kind: "refused", reason: "bad-agency-name" };
      }
      if (!isUnitCode(agency.code)) return { kind: "refused", reason: "bad-agency-code" };
    }
    const accountId = await insertAccount(tx, { identifier, displayName, passwordHash, now });
    if (!accountId) return { kind: "refused", reason: "identifier-taken" };
    root ??= await foundAgency(tx, { ...agency, now });
    await insertRoleGrant(tx, { accountId, role: "administrator", unitId: root.id, now });
    const subject = { type: "account", id: accountId, label: displayName };
    await recordAudit(tx, {
      actor: SYSTEM_ACTOR,
      action: "account.created",
      subject,
      unitPath: root.path,
      after: { identifier },
      at: now,
    });
    await recordAudit(tx, {
      actor: SYSTEM_ACTOR,
      action: "role.granted",
      subject,
      unitPath: root.path,
      after: { role: "administrator", unit: root.code },
      at: now,
    });
    return { kind: "created", accountId, identifier, unitCode: root.code };
  });
}

async function foundAgency(tx: Db, input: { name: string; code: string; now: Date }): Promise<UnitNode> {
  const { name, code, now } = input;
  const answer = await createUnit(tx, { code, name, kind: kindFromName(name), parent: null, validFrom: localDay(now) });
  // There is no unit at all here, and the lock keeps it so.
  if (answer.kind === "refused") throw new Error(`The code ${code} is taken although there is no unit`);
  await writeSetting(tx, {
    key: "agency",
    value: { name, parentName: "", address: "", phone: "", supportEmail: "" },
    now,
  });
  const subject = { type: "unit", id: answer.unit.id, label: name };
  await recordAudit(tx, {
    actor: SYSTEM_ACTOR,
    action: "unit.created",
    subject,
    unitPath: answer.unit.path,
    after: { code, name },
    at: now,
  });
  return answer.unit;
}

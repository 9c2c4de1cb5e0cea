import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { lockAdministration, stillAdministers } from "~/domain/auth/account-admin-store.server";
import type { RoleName, Viewer } from "~/domain/auth/permissions";
import { insertRoleGrant } from "~/domain/auth/role-store.server";
import { findUnit } from "~/domain/organization/unit-store.server";
import { forbidden, notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { findManageableAccount } from "./manageable-account";

export type GrantRoleAnswer =
  | { kind: "granted"; displayName: string; unitName: string }
  | { kind: "refused"; reason: "held-already" | "account-disabled" };

/** Gives an account a role in a unit. Nobody gives a role in a unit outside their own scope: such a unit is not found. */
export async function grantRole(input: {
  viewer: Viewer;
  scope: readonly string[];
  accountId: string;
  role: RoleName;
  unitCode: string;
  now: Date;
}): Promise<GrantRoleAnswer> {
  const { viewer, scope, role, unitCode, now } = input;
  return inTransaction<GrantRoleAnswer>(async (tx) => {
    await lockAdministration(tx);
    if (!(await stillAdministers(tx, viewer.accountId)))
      throw forbidden(`account ${viewer.accountId} no longer administers`);
    const { account } = await findManageableAccount(tx, input);
    const unit = await findUnit(tx, { code: unitCode, scope });
    if (!unit) throw notFound(`unit ${unitCode}`);
    if (account.disabledAt) return { kind: "refused", reason: "account-disabled" };
    const grantId = await insertRoleGrant(tx, {
      accountId: account.id,
      role,
      unitId: unit.id,
      grantedBy: viewer.accountId,
      now,
    });
    if (!grantId) return { kind: "refused", reason: "held-already" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "role.granted",
      subject: { type: "account", id: account.id, label: account.displayName },
      unitPath: unit.path,
      after: { role, unit: unit.name },
      at: now,
    });
    return { kind: "granted", displayName: account.displayName, unitName: unit.name };
  });
}

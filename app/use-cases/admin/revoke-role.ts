import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { isOwnLastAdministration } from "~/domain/auth/account";
import { lockAdministration, stillAdministers } from "~/domain/auth/account-admin-store.server";
import { inScope, type RoleName, type Viewer } from "~/domain/auth/permissions";
import { endRoleGrant } from "~/domain/auth/role-store.server";
import { forbidden, notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { findManageableAccount } from "./manageable-account";

export type RevokeRoleAnswer =
  | { kind: "revoked"; displayName: string; role: RoleName; unitName: string }
  | { kind: "refused"; reason: "own-last-administration" };

/** Takes a role back; it no longer counts from the next request on. Roles held outside the scope are not found. */
export async function revokeRole(input: {
  viewer: Viewer;
  scope: readonly string[];
  accountId: string;
  grantId: string;
  now: Date;
}): Promise<RevokeRoleAnswer> {
  const { viewer, scope, grantId, now } = input;
  return inTransaction<RevokeRoleAnswer>(async (tx) => {
    await lockAdministration(tx);
    if (!(await stillAdministers(tx, viewer.accountId)))
      throw forbidden(`account ${viewer.accountId} no longer administers`);
    const { account } = await findManageableAccount(tx, input);
    const held = account.roles.find((role) => role.grantId === grantId && inScope(role.unitPath, scope));
    if (!held) throw notFound(`role grant ${grantId}`);
    if (isOwnLastAdministration({ viewerAccountId: viewer.accountId, account, grantId })) {
      return { kind: "refused", reason: "own-last-administration" };
    }
    await endRoleGrant(tx, { grantId, accountId: account.id, now });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "role.revoked",
      subject: { type: "account", id: account.id, label: account.displayName },
      unitPath: held.unitPath,
      before: { role: held.role, unit: held.unitName },
      at: now,
    });
    return { kind: "revoked", displayName: account.displayName, role: held.role, unitName: held.unitName };
  });
}

import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { unitPathOfAccount } from "~/domain/auth/account";
import { setDisabled } from "~/domain/auth/account-admin-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { inTransaction } from "~/platform/db.server";
import { findManageableAccount } from "./manageable-account";

export type EnableAccountAnswer =
  { kind: "enabled"; displayName: string } | { kind: "refused"; reason: "beyond-scope" | "not-disabled" };

/** Unlocks an account. The password is what it was; sessions ended for good when it was locked. */
export async function enableAccount(input: {
  viewer: Viewer;
  scope: readonly string[];
  accountId: string;
  now: Date;
}): Promise<EnableAccountAnswer> {
  const { viewer, now } = input;
  return inTransaction<EnableAccountAnswer>(async (tx) => {
    const { account, manageable } = await findManageableAccount(tx, input);
    if (!manageable) return { kind: "refused", reason: "beyond-scope" };
    if (!(await setDisabled(tx, { accountId: account.id, at: null })))
      return { kind: "refused", reason: "not-disabled" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "account.enabled",
      subject: { type: "account", id: account.id, label: account.displayName },
      unitPath: unitPathOfAccount(account),
      before: { disabled: true },
      after: { disabled: false },
      at: now,
    });
    return { kind: "enabled", displayName: account.displayName };
  });
}

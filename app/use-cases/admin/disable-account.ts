import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { unitPathOfAccount } from "~/domain/auth/account";
import {
  endSessionsOf,
  lockAdministration,
  setDisabled,
  stillAdministers,
} from "~/domain/auth/account-admin-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { forbidden } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { findManageableAccount } from "./manageable-account";

export type DisableAccountAnswer =
  | { kind: "disabled"; displayName: string; endedSessions: number }
  | { kind: "refused"; reason: "own-account" | "beyond-scope" | "already-disabled" };

/** Locks an account: every session of it ends, and nobody signs in with it until it is unlocked. */
export async function disableAccount(input: {
  viewer: Viewer;
  scope: readonly string[];
  accountId: string;
  reason: string | null;
  now: Date;
}): Promise<DisableAccountAnswer> {
  const { viewer, now } = input;
  return inTransaction<DisableAccountAnswer>(async (tx) => {
    await lockAdministration(tx);
    if (!(await stillAdministers(tx, viewer.accountId)))
      throw forbidden(`account ${viewer.accountId} no longer administers`);
    const { account, manageable } = await findManageableAccount(tx, input);
    if (account.id === viewer.accountId) return { kind: "refused", reason: "own-account" };
    if (!manageable) return { kind: "refused", reason: "beyond-scope" };
    if (!(await setDisabled(tx, { accountId: account.id, at: now })))
      return { kind: "refused", reason: "already-disabled" };
    const endedSessions = await endSessionsOf(tx, account.id);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "account.disabled",
      subject: { type: "account", id: account.id, label: account.displayName },
      unitPath: unitPathOfAccount(account),
      before: { disabled: false },
      after: { disabled: true, endedSessions, ...(input.reason && { reason: input.reason }) },
      at: now,
    });
    return { kind: "disabled", displayName: account.displayName, endedSessions };
  });
}

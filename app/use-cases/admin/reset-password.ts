import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { unitPathOfAccount } from "~/domain/auth/account";
import { endSessionsOf, lockAdministration } from "~/domain/auth/account-admin-store.server";
import { setPassword } from "~/domain/auth/account-store.server";
import { makeFirstPassword } from "~/domain/auth/first-password.server";
import { hashPassword } from "~/domain/auth/password.server";
import type { Viewer } from "~/domain/auth/permissions";
import { forgetFailures } from "~/domain/auth/throttle-store.server";
import { inTransaction } from "~/platform/db.server";
import { findManageableAccount } from "./manageable-account";

export type ResetPasswordAnswer =
  | { kind: "reset"; identifier: string; displayName: string; /** Shown once, kept nowhere. */ password: string }
  | { kind: "refused"; reason: "own-account" | "beyond-scope" };

/** A new first password for somebody who forgot theirs: every session ends, and it must be changed at the next sign-in. */
export async function resetPassword(input: {
  viewer: Viewer;
  scope: readonly string[];
  accountId: string;
  now: Date;
}): Promise<ResetPasswordAnswer> {
  const { viewer, now } = input;
  const password = makeFirstPassword("");
  const passwordHash = await hashPassword(password);
  return inTransaction<ResetPasswordAnswer>(async (tx) => {
    // Nobody is given a higher role between the check and the new password.
    await lockAdministration(tx);
    const { account, manageable } = await findManageableAccount(tx, input);
    // One's own password is changed by somebody who knows it.
    if (account.id === viewer.accountId) return { kind: "refused", reason: "own-account" };
    if (!manageable) return { kind: "refused", reason: "beyond-scope" };
    await setPassword(tx, { accountId: account.id, passwordHash, mustChangePassword: true });
    const endedSessions = await endSessionsOf(tx, account.id);
    await forgetFailures(tx, { identifier: account.identifier, ip: null });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "account.password-reset",
      subject: { type: "account", id: account.id, label: account.displayName },
      unitPath: unitPathOfAccount(account),
      after: { mustChange: true, endedSessions },
      at: now,
    });
    return { kind: "reset", identifier: account.identifier, displayName: account.displayName, password };
  });
}

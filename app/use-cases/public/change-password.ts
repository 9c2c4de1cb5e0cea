import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { findPasswordHash, setPassword } from "~/domain/auth/account-store.server";
import { checkPasswordStrength, type PasswordWeakness } from "~/domain/auth/password-rule";
import { hashPassword, verifyPassword } from "~/domain/auth/password.server";
import type { Viewer } from "~/domain/auth/permissions";
import { deleteOtherSessionsOf } from "~/domain/auth/session-store.server";
import { db, inTransaction } from "~/platform/db.server";

export type ChangePasswordAnswer =
  { kind: "changed" } | { kind: "refused"; reason: "wrong-current" | "same-as-before" | PasswordWeakness };

/** Changes one's own password and ends every other session of the account. */
export async function changePassword(input: {
  viewer: Viewer;
  current: string;
  next: string;
  now: Date;
}): Promise<ChangePasswordAnswer> {
  const { viewer, current, next, now } = input;
  const stored = await findPasswordHash(db, viewer.accountId);
  if (!(await verifyPassword(stored, current))) return { kind: "refused", reason: "wrong-current" };
  if (current === next) return { kind: "refused", reason: "same-as-before" };
  const weakness = checkPasswordStrength(next, viewer.identifier);
  if (weakness) return { kind: "refused", reason: weakness };
  const passwordHash = await hashPassword(next);
  await inTransaction(async (tx) => {
    await setPassword(tx, { accountId: viewer.accountId, passwordHash, mustChangePassword: false });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "account.password-changed",
      subject: { type: "account", id: viewer.accountId, label: viewer.displayName },
      unitPath: viewer.official?.unitPath,
      at: now,
    });
  });
  await deleteOtherSessionsOf(viewer.accountId, viewer.sessionIdHash);
  return { kind: "changed" };
}

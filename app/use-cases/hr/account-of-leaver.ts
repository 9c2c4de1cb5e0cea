import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { endSessionsOf, setDisabled } from "~/domain/auth/account-admin-store.server";
import { accountOfOfficial, type OfficialAccount } from "~/domain/auth/official-account-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import type { EndReason } from "~/domain/organization/staff-change";
import type { Db } from "~/platform/db.server";

/**
 * What becomes of the account: it is locked with the leaving, unless it administers the platform, because then nobody might be left who
 * unlocks anything; that one is left to another administrator.
 */
export type AccountAfterLeaving = "none" | "locked" | "locked-before" | "administers";

export function accountAfterLeaving(account: OfficialAccount | null): AccountAfterLeaving {
  if (!account) return "none";
  if (account.disabled) return "locked-before";
  return account.roles.some(({ role }) => role === "administrator") ? "administers" : "locked";
}

/** Locks the account of somebody who is no longer on the list. The caller holds the lock of the administration. */
export async function lockAccountOf(
  tx: Db,
  input: { viewer: Viewer; officialId: string; unitPath: string; reason: EndReason | null; now: Date },
): Promise<AccountAfterLeaving> {
  const { viewer, officialId, unitPath, reason, now } = input;
  const account = await accountOfOfficial(tx, officialId);
  const after = accountAfterLeaving(account);
  if (!account || after !== "locked") return after;
  await setDisabled(tx, { accountId: account.accountId, at: now });
  const endedSessions = await endSessionsOf(tx, account.accountId);
  await recordAudit(tx, {
    actor: actorOf(viewer),
    action: "account.disabled",
    subject: { type: "account", id: account.accountId, label: account.displayName },
    unitPath,
    before: { disabled: false },
    after: { disabled: true, endedSessions, ...(reason && { endReason: reason }) },
    at: now,
  });
  return after;
}

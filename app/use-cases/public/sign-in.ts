import { admitTry, countFailure, forgetFailures } from "~/domain/auth/throttle-store.server";
import { findAccountForSignIn, noteSignIn, normalizeIdentifier } from "~/domain/auth/account-store.server";
import { startSession } from "~/domain/auth/lucia.server";
import { verifyPassword } from "~/domain/auth/password.server";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { hasReadNotice } from "~/domain/privacy/notice";
import { db, inTransaction } from "~/platform/db.server";

export type SignInAnswer =
  | { kind: "signed-in"; setCookie: string; mustChangePassword: boolean; noticeRead: boolean }
  /** Never says which half was wrong. */
  | { kind: "refused"; reason: "wrong" }
  | { kind: "refused"; reason: "wait"; seconds: number };

export interface SignInInput {
  identifier: string;
  password: string;
  ip: string | null;
  userAgent: string | null;
  now: Date;
}

/** Five wrong tries for one identifier make the sixth wait, right password or not. */
export async function signIn({ identifier, password, ip, userAgent, now }: SignInInput): Promise<SignInAnswer> {
  const keys = { identifier: normalizeIdentifier(identifier), ip };
  const wait = await inTransaction((tx) => admitTry(tx, keys, now));
  if (wait > 0) return { kind: "refused", reason: "wait", seconds: Math.ceil(wait / 1000) };

  const account = await findAccountForSignIn(db, identifier);
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !right || account.disabledAt) {
    await inTransaction(async (tx) => {
      await countFailure(tx, keys, now);
      if (!account) return;
      await recordAudit(tx, {
        actor: { accountId: null, name: "—", ip },
        action: "session.refused",
        subject: { type: "account", id: account.id, label: account.displayName },
        unitPath: account.unitPath,
        at: now,
      });
    });
    return { kind: "refused", reason: "wrong" };
  }

  await inTransaction(async (tx) => {
    await forgetFailures(tx, keys);
    await noteSignIn(tx, account.id, now);
    await recordAudit(tx, {
      actor: { accountId: account.id, name: account.displayName, ip },
      action: "session.started",
      subject: { type: "account", id: account.id, label: account.displayName },
      unitPath: account.unitPath,
      at: now,
    });
  });
  const setCookie = await startSession(account.id, { ip, userAgent });
  const { mustChangePassword, noticeVersion } = account;
  return { kind: "signed-in", setCookie, mustChangePassword, noticeRead: hasReadNotice(noticeVersion) };
}

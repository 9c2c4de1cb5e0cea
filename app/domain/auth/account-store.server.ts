import type { Db } from "~/platform/db.server";

/** Identifiers are compared without case and without surrounding spaces. */
export function normalizeIdentifier(typed: string): string {
  return typed.normalize("NFC").trim().toLowerCase();
}

export interface AccountForSignIn {
  id: string;
  displayName: string;
  passwordHash: string;
  disabledAt: Date | null;
  mustChangePassword: boolean;
  /** Which version of the notice on personal data was read. */
  noticeVersion: number | null;
  /** Where the person works, so that the trail of a unit has the sign-ins of its people. */
  unitPath: string | null;
}

export async function findAccountForSignIn(db: Db, identifier: string): Promise<AccountForSignIn | null> {
  const found = await db.account.findUnique({
    where: { identifier: normalizeIdentifier(identifier) },
    select: {
      id: true,
      displayName: true,
      passwordHash: true,
      disabledAt: true,
      mustChangePassword: true,
      noticeVersion: true,
      official: { select: { unit: { select: { path: true } } } },
    },
  });
  if (!found) return null;
  const { official, ...account } = found;
  return { ...account, unitPath: official?.unit.path ?? null };
}

export async function noteSignIn(db: Db, accountId: string, now: Date): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { lastSignInAt: now }, select: { id: true } });
}

export async function findPasswordHash(db: Db, accountId: string): Promise<string | null> {
  const account = await db.account.findUnique({ where: { id: accountId }, select: { passwordHash: true } });
  return account?.passwordHash ?? null;
}

export async function setPassword(
  db: Db,
  input: { accountId: string; passwordHash: string; mustChangePassword: boolean },
): Promise<void> {
  const { accountId, ...data } = input;
  await db.account.update({ where: { id: accountId }, data, select: { id: true } });
}

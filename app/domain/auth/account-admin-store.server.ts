import type { Db } from "~/platform/db.server";
import type { AccountDetail } from "./account";
import { isAccountVisible } from "./account-list-store.server";

const ADMINISTRATION = 0xad31; // advisory lock: who administers whom changes one after the other

/**
 * Until the transaction ends no one else changes roles or locks accounts: two administrators who take each other's role at
 * the same moment would otherwise leave nobody.
 */
export async function lockAdministration(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADMINISTRATION}::bigint)`;
}

/** Does the account still administer, now that the lock is held? */
export async function stillAdministers(tx: Db, accountId: string): Promise<boolean> {
  const grant = await tx.roleGrant.findFirst({
    where: { accountId, role: "administrator", revokedAt: null, account: { disabledAt: null } },
    select: { id: true },
  });
  return grant !== null;
}

/** An account that somebody with this scope may look at; null for one elsewhere, as for one that is not there. */
export async function findAccount(
  db: Db,
  input: { accountId: string; scope: readonly string[]; now: Date },
): Promise<AccountDetail | null> {
  if (!(await isAccountVisible(db, input))) return null;
  const row = await db.account.findUnique({
    where: { id: input.accountId },
    omit: { passwordHash: true },
    include: {
      official: {
        select: {
          id: true,
          staffNumber: true,
          positionTitle: true,
          personalIdLast: true,
          leftOn: true,
          unit: { select: { name: true, path: true } },
        },
      },
      roleGrants: {
        where: { revokedAt: null },
        orderBy: [{ unit: { path: "asc" } }, { role: "asc" }],
        select: { id: true, role: true, grantedAt: true, unit: { select: { code: true, name: true, path: true } } },
      },
      _count: { select: { sessions: { where: { expiresAt: { gt: input.now } } } } },
    },
  });
  if (!row) return null;
  const { official, roleGrants, _count, officialId: _officialId, ...account } = row;
  return {
    ...account,
    openSessions: _count.sessions,
    official: official && {
      id: official.id,
      staffNumber: official.staffNumber,
      positionTitle: official.positionTitle,
      personalIdLast: official.personalIdLast,
      leftOn: official.leftOn,
      unitName: official.unit.name,
      unitPath: official.unit.path,
    },
    roles: roleGrants.map(({ id, role, grantedAt, unit }) => ({
      grantId: id,
      role,
      grantedAt,
      unitCode: unit.code,
      unitName: unit.name,
      unitPath: unit.path,
    })),
  };
}

/** The new account's id, or null when the identifier is taken or the person has an account already. */
export async function insertAccount(
  tx: Db,
  input: { identifier: string; displayName: string; passwordHash: string; officialId: string; now: Date },
): Promise<string | null> {
  const { identifier, displayName, passwordHash, officialId, now } = input;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO account (identifier, display_name, password_hash, official_id, must_change_password, created_at)
    VALUES (${identifier}, ${displayName}, ${passwordHash}, ${officialId}::uuid, true, ${now})
    ON CONFLICT DO NOTHING RETURNING id`;
  return rows[0]?.id ?? null;
}

/** The first of these that nobody signs in with; null when all are taken. */
export async function firstFreeIdentifier(db: Db, identifiers: readonly string[]): Promise<string | null> {
  const taken = await db.account.findMany({
    where: { identifier: { in: [...identifiers] } },
    select: { identifier: true },
  });
  return identifiers.find((each) => !taken.some(({ identifier }) => identifier === each)) ?? null;
}

export async function hasAccount(db: Db, officialId: string): Promise<boolean> {
  return (await db.account.findUnique({ where: { officialId }, select: { id: true } })) !== null;
}

/** Locks an account, or unlocks it with `null`. False when it already was so. */
export async function setDisabled(tx: Db, input: { accountId: string; at: Date | null }): Promise<boolean> {
  const changed = await tx.account.updateMany({
    where: { id: input.accountId, disabledAt: input.at ? null : { not: null } },
    data: { disabledAt: input.at },
  });
  return changed.count === 1;
}

/** Ends every session of an account, in the transaction of what made it necessary. */
export async function endSessionsOf(tx: Db, accountId: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { accountId } })).count;
}

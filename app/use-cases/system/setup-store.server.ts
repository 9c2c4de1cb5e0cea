import type { Db } from "~/platform/db.server";
import type { RoleName } from "~/domain/auth/permissions";

/** What is written once, when an installation begins: the first units' lock, the first account, the settings. */
const SETUP_LOCK = 0x5e70;

/** Of two processes that start together one goes first, and the other then finds the work done. Until the transaction ends. */
export async function lockSetup(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK}::bigint)`;
}

export async function hasUnits(db: Db): Promise<boolean> {
  return (await db.unit.findFirst({ select: { id: true } })) !== null;
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const grant = await db.roleGrant.findFirst({
    where: { role: "administrator", revokedAt: null, account: { disabledAt: null } },
    select: { id: true },
  });
  return grant !== null;
}

/** The new account's id, or null when the identifier is taken. */
export async function insertAccount(
  db: Db,
  input: { identifier: string; displayName: string; passwordHash: string; now: Date },
): Promise<string | null> {
  const { identifier, displayName, passwordHash, now } = input;
  const rows = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO account (identifier, display_name, password_hash, created_at)
    VALUES (${identifier}, ${displayName}, ${passwordHash}, ${now}) ON CONFLICT (identifier) DO NOTHING RETURNING id`;
  return rows[0]?.id ?? null;
}

export async function insertRoleGrant(
  db: Db,
  input: { accountId: string; role: RoleName; unitId: string; now: Date },
): Promise<void> {
  const { accountId, role, unitId, now } = input;
  await db.roleGrant.create({ data: { accountId, role, unitId, grantedAt: now }, select: { id: true } });
}

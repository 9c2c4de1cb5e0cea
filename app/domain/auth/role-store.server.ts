import type { Db } from "~/platform/db.server";
import type { RoleName } from "./permissions";

/** The grant's id, or null when the role is held in that unit already. */
export async function insertRoleGrant(
  tx: Db,
  input: { accountId: string; role: RoleName; unitId: string; grantedBy: string; now: Date },
): Promise<string | null> {
  const { accountId, role, unitId, grantedBy, now } = input;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO role_grant (account_id, role, unit_id, granted_at, granted_by)
    VALUES (${accountId}::uuid, ${role}::role, ${unitId}::uuid, ${now}, ${grantedBy}::uuid)
    ON CONFLICT (account_id, role, unit_id) WHERE revoked_at IS NULL DO NOTHING RETURNING id`;
  return rows[0]?.id ?? null;
}

/** Takes a role back; the row stays, so that it can be seen later who held what and when. False when it was gone. */
export async function endRoleGrant(tx: Db, input: { grantId: string; accountId: string; now: Date }): Promise<boolean> {
  const changed = await tx.roleGrant.updateMany({
    where: { id: input.grantId, accountId: input.accountId, revokedAt: null },
    data: { revokedAt: input.now },
  });
  return changed.count === 1;
}

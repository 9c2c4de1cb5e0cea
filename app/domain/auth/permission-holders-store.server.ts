import type { Db } from "~/platform/db.server";
import { type Permission, type RoleName, rolesWith } from "./permissions";

export interface PermissionHolder {
  accountId: string;
  name: string;
  /** What the person is, where the account belongs to somebody on the staff list. */
  position: string | null;
  unitName: string | null;
  roles: RoleName[];
}

const MOST = 500;

/** Everybody who holds a permission anywhere and can sign in, by name. */
export async function listHolders(db: Db, permission: Permission): Promise<PermissionHolder[]> {
  const roles = rolesWith(permission);
  return db.$queryRaw<PermissionHolder[]>`
    SELECT a.id AS "accountId", a.display_name AS name, o.position_title AS position, u.name AS "unitName",
      (SELECT json_agg(DISTINCT g.role) FROM role_grant g WHERE g.account_id = a.id AND g.revoked_at IS NULL) AS roles
    FROM account a LEFT JOIN official o ON o.id = a.official_id LEFT JOIN unit u ON u.id = o.unit_id
    WHERE a.disabled_at IS NULL AND EXISTS (
      SELECT 1 FROM role_grant g WHERE g.account_id = a.id AND g.revoked_at IS NULL AND g.role::text = ANY(${roles}))
    ORDER BY a.display_name, a.id LIMIT ${MOST}`;
}

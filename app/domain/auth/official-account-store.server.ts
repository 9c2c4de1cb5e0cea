import type { Db } from "~/platform/db.server";
import type { RoleName } from "./permissions";

/** The account of somebody on the staff list, with the roles that it holds now. */
export interface OfficialAccount {
  accountId: string;
  displayName: string;
  disabled: boolean;
  roles: { role: RoleName; unitName: string; unitPath: string }[];
}

/** The caller has made sure that the official may be seen. */
export async function accountOfOfficial(db: Db, officialId: string): Promise<OfficialAccount | null> {
  const row = await db.account.findUnique({
    where: { officialId },
    select: {
      id: true,
      displayName: true,
      disabledAt: true,
      roleGrants: {
        where: { revokedAt: null },
        orderBy: [{ unit: { path: "asc" } }, { role: "asc" }],
        select: { role: true, unit: { select: { name: true, path: true } } },
      },
    },
  });
  if (!row) return null;
  return {
    accountId: row.id,
    displayName: row.displayName,
    disabled: row.disabledAt !== null,
    roles: row.roleGrants.map(({ role, unit }) => ({ role, unitName: unit.name, unitPath: unit.path })),
  };
}

/** The account shows the name of the staff list. */
export async function renameAccountOf(tx: Db, input: { officialId: string; displayName: string }): Promise<void> {
  await tx.account.updateMany({
    where: { officialId: input.officialId },
    data: { displayName: input.displayName },
  });
}

import { type AccountDetail, isWhollyWithin } from "~/domain/auth/account";
import { findAccount } from "~/domain/auth/account-admin-store.server";
import { notFound } from "~/domain/problem";
import type { Db } from "~/platform/db.server";

/**
 * The account that is to be changed. One outside the scope is not found; of one that reaches beyond it (a role held higher
 * up) the caller is told, because whoever resets its password would hold that role.
 */
export async function findManageableAccount(
  db: Db,
  input: { accountId: string; scope: readonly string[]; now: Date },
): Promise<{ account: AccountDetail; manageable: boolean }> {
  const account = await findAccount(db, input);
  if (!account) throw notFound(`account ${input.accountId}`);
  return { account, manageable: isWhollyWithin(account, input.scope) };
}

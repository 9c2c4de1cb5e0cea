import type { AccountPage, AccountStatus } from "~/domain/auth/account";
import { countAccounts, listAccounts as listFromStore } from "~/domain/auth/account-list-store.server";
import type { RoleName } from "~/domain/auth/permissions";
import { nameSearch } from "~/domain/organization/name-search";

/** The accounts that an administrator may see, fifty at a time, and how many there are in all. */
export async function listAccounts(input: {
  scope: readonly string[];
  text: string;
  role: RoleName | "any" | null;
  status: AccountStatus | null;
  after: string | null;
}): Promise<AccountPage & { total: number }> {
  const { scope, role, status, after } = input;
  const name = nameSearch(input.text);
  const search = { scope, role, status, text: name && { typed: input.text.trim(), name } };
  const [page, total] = await Promise.all([listFromStore({ ...search, after }), countAccounts(search)]);
  return { ...page, total };
}

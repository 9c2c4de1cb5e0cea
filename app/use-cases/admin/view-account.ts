import { listAuditEvents } from "~/domain/audit/audit-list-store.server";
import { isOwnLastAdministration } from "~/domain/auth/account";
import type { AccountView } from "~/domain/auth/account-view";
import { inScope, type Viewer } from "~/domain/auth/permissions";
import { db } from "~/platform/db.server";
import { findManageableAccount } from "./manageable-account";

/** One account in full. Somebody outside the scope is not found. */
export async function viewAccount(input: {
  viewer: Viewer;
  scope: readonly string[];
  accountId: string;
  now: Date;
}): Promise<AccountView> {
  const { viewer, scope } = input;
  const { account, manageable } = await findManageableAccount(db, input);
  const subjects = [{ type: "account", id: account.id }];
  if (account.official) subjects.push({ type: "official", id: account.official.id });
  const { events } = await listAuditEvents({ scope, subjects, limit: 10 });
  const revocable = account.roles.filter(
    ({ grantId, unitPath }) =>
      inScope(unitPath, scope) && !isOwnLastAdministration({ viewerAccountId: viewer.accountId, account, grantId }),
  );
  return {
    account,
    manageable,
    own: account.id === viewer.accountId,
    revocable: revocable.map(({ grantId }) => grantId),
    events,
  };
}

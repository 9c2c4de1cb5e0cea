import type { AuditRow } from "~/domain/audit/audit-trail";
import { listAuditEvents } from "~/domain/audit/audit-list-store.server";
import { type AccountDetail, isOwnLastAdministration } from "~/domain/auth/account";
import { inScope, type Viewer } from "~/domain/auth/permissions";
import { db } from "~/platform/db.server";
import { findManageableAccount } from "./manageable-account";

export interface AccountView {
  account: AccountDetail;
  /** Nothing of it reaches beyond the viewer's scope: it may be locked and given a new password. */
  manageable: boolean;
  /** The viewer's own account. */
  own: boolean;
  /** Ids of the roles that the viewer may take back. */
  revocable: string[];
  /** What happened to it lately, newest first. */
  events: AuditRow[];
}

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
    ({ grantId, unitPath }) => inScope(unitPath, scope) && !isOwnLastAdministration({ viewerAccountId: viewer.accountId, account, grantId }),
  );
  return { account, manageable, own: account.id === viewer.accountId, revocable: revocable.map(({ grantId }) => grantId), events };
}

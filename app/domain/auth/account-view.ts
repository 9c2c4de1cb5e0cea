import type { AuditRow } from "../audit/audit-trail";
import type { AccountDetail } from "./account";

/** One account as its page shows it to one administrator. */
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

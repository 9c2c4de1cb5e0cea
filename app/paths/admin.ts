import { part, query } from "./address";

export interface AccountFilter {
  q?: string;
  role?: string;
  status?: string;
  after?: string;
}
export const accountsPath = (filter: AccountFilter = {}) => `/admin/accounts${query({ ...filter })}`;
/** For a new person, or (`"listed"`) for one who is on the staff list; `q` looks for that one. */
export const newAccountPath = (owner?: "listed", q?: string) => `/admin/accounts/new${query({ for: owner, q })}`;
export const settingsPath = () => "/admin/settings";
/** How long what is kept. */
export const retentionPath = () => "/admin/retention";
export const accountPath = (account: string) => `/admin/accounts/${part(account)}`;
export const newUnitPath = (parentCode?: string) => `/admin/units/new${query({ parent: parentCode })}`;
export interface AuditFilter {
  q?: string;
  action?: string;
  from?: string;
  to?: string;
  before?: string;
}
export const auditPath = (filter: AuditFilter = {}) => `/admin/audit${query({ ...filter })}`;

import { inScope, type RoleName } from "./permissions";

/** What an account is doing: "waiting" has a first password that nobody has used yet. */
export const ACCOUNT_STATUSES = ["active", "waiting", "disabled"] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

export function isAccountStatus(text: string): text is AccountStatus {
  return (ACCOUNT_STATUSES as readonly string[]).includes(text);
}

/** The status in one place for the screen; the list's filter says the same in SQL. */
export function accountStatus(account: { disabledAt: Date | null; lastSignInAt: Date | null }): AccountStatus {
  if (account.disabledAt) return "disabled";
  return account.lastSignInAt ? "active" : "waiting";
}

/** One line of the list of accounts. */
export interface AccountRow {
  id: string;
  identifier: string;
  displayName: string;
  positionTitle: string | null;
  unitName: string | null;
  disabledAt: Date | null;
  lastSignInAt: Date | null;
  roles: { role: RoleName; unitName: string }[];
}

export interface AccountPage {
  accounts: AccountRow[];
  /** Hand it back as `after` for the next page; null on the last one. */
  next: string | null;
}

export interface AccountRole {
  grantId: string;
  role: RoleName;
  unitCode: string;
  unitName: string;
  unitPath: string;
  grantedAt: Date;
}

/** One account with the person behind it and the roles that it holds now. */
export interface AccountDetail {
  id: string;
  identifier: string;
  displayName: string;
  mustChangePassword: boolean;
  disabledAt: Date | null;
  createdAt: Date;
  lastSignInAt: Date | null;
  openSessions: number;
  official: {
    id: string;
    staffNumber: string;
    positionTitle: string;
    unitName: string;
    unitPath: string;
    personalIdLast: string | null;
    leftOn: Date | null;
  } | null;
  roles: AccountRole[];
}

/** The unit that an event about the account is filed under: where the person works, else where the account holds a role. */
export function unitPathOfAccount(account: Pick<AccountDetail, "official" | "roles">): string | null {
  return account.official?.unitPath ?? account.roles[0]?.unitPath ?? null;
}

/**
 * May somebody with this scope lock the account, or give it a new password? Only when nothing of it reaches beyond the
 * scope: whoever sets the password of an account holds every role of it.
 */
export function isWhollyWithin(account: Pick<AccountDetail, "official" | "roles">, scope: readonly string[]): boolean {
  if (scope.some((path) => !path.includes("/"))) return true;
  if (account.official === null && account.roles.length === 0) return false;
  if (account.official && !inScope(account.official.unitPath, scope)) return false;
  return account.roles.every((held) => inScope(held.unitPath, scope));
}

/** Nobody takes away the last role by which they administer accounts themselves. */
export function isOwnLastAdministration(input: {
  viewerAccountId: string;
  account: Pick<AccountDetail, "id" | "roles">;
  grantId: string;
}): boolean {
  const { viewerAccountId, account, grantId } = input;
  if (account.id !== viewerAccountId) return false;
  const administers = account.roles.filter((held) => held.role === "administrator");
  return administers.length === 1 && administers[0]!.grantId === grantId;
}

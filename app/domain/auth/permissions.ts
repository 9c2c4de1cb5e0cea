/**
 * The one permission matrix. A role is held in a unit and reaches that unit and everything below it; being a
 * member of a unit gives no sight of others in it.
 */
export type RoleName = "training_officer" | "hr" | "head" | "administrator";

export type Permission =
  | "content.view"
  | "content.preview"
  | "content.write"
  | "content.approve"
  | "questions.regrade"
  | "answers.mark"
  | "signals.view"
  | "accommodation.grant"
  | "staff.view"
  | "staff.export"
  | "staff.change"
  | "course.assign"
  | "accounts.manage"
  | "audit.view"
  | "settings.manage"
  | "record.correct"
  | "certificates.manage"
  | "evaluation.view"
  | "evaluation.manage"
  | "integrations.manage";

const MATRIX: Record<RoleName, readonly Permission[]> = {
  training_officer: [
    "content.view",
    "content.preview",
    "content.write",
    "content.approve",
    "questions.regrade",
    "answers.mark",
    "signals.view",
    "accommodation.grant",
  ],
  hr: [
    "staff.view",
    "staff.export",
    "staff.change",
    "course.assign",
    "accommodation.grant",
    "signals.view",
    "record.correct",
    "certificates.manage",
    "evaluation.view",
    "evaluation.manage",
  ],
  head: ["staff.view", "staff.export", "course.assign", "evaluation.view"],
  administrator: ["accounts.manage", "staff.change", "audit.view", "settings.manage", "integrations.manage"],
};

/** The roles that hold a permission. */
export const rolesWith = (permission: Permission): RoleName[] =>
  ROLE_NAMES.filter((role) => MATRIX[role].includes(permission));

export const ROLE_NAMES = Object.keys(MATRIX) as RoleName[];

export interface HeldRole {
  role: RoleName;
  unitId: string;
  unitPath: string;
  unitName: string;
}

/** Who somebody is on the staff list, and in which unit. */
export interface OfficialIdentity {
  id: string;
  fullName: string;
  positionTitle: string;
  unitId: string;
  unitName: string;
  unitPath: string;
}

/** Who is asking, as read from the session in one statement. */
export interface Viewer {
  accountId: string;
  sessionIdHash: string;
  displayName: string;
  identifier: string;
  mustChangePassword: boolean;
  /** The person behind the account; null for an account that belongs to nobody on the staff list. */
  official: OfficialIdentity | null;
  roles: HeldRole[];
  /** Where the request came from, for the audit trail. */
  ip: string | null;
}

export function may(viewer: Viewer, permission: Permission): boolean {
  return viewer.roles.some((held) => MATRIX[held.role].includes(permission));
}

/**
 * The paths of the units in which a permission is held, widest first, without those that a wider one contains.
 * Store functions take this list and see nothing outside it.
 */
export function scopeOf(viewer: Viewer, permission: Permission): string[] {
  const paths = viewer.roles.filter((held) => MATRIX[held.role].includes(permission)).map((held) => held.unitPath);
  return [...new Set(paths)]
    .sort((a, b) => a.length - b.length)
    .filter((path, index, all) => !all.slice(0, index).some((wider) => isWithin(path, wider)));
}

/** Is `path` that unit or below it? */
export function isWithin(path: string, unitPath: string): boolean {
  return path === unitPath || path.startsWith(`${unitPath}/`);
}

export function inScope(path: string, scope: readonly string[]): boolean {
  return scope.some((unitPath) => isWithin(path, unitPath));
}

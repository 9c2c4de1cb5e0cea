import type { LocalDay } from "../time";
import { AUDIT_ACTIONS, type AuditAction } from "./audit-event";
import type { Change } from "./changes";

/** One event as it is read: who, what, when, from where, and what changed. */
export interface AuditRow {
  id: string;
  at: Date;
  actorId: string | null;
  actorName: string;
  /** A word of `AUDIT_ACTIONS`, unless the event is older than the list. */
  action: string;
  subjectType: string;
  subjectId: string;
  subjectLabel: string;
  ip: string | null;
  changes: Change[];
}

export interface AuditPage {
  events: AuditRow[];
  /** Hand it back as `before` for the older events; null when there are none. */
  next: string | null;
}

export interface AuditTrailPage extends AuditPage {
  /** The first day that was looked through, when the search itself set it. */
  searchedFrom: LocalDay | null;
}

/** Whom a typed name may mean, so that the trail is found by who they are and not by how they were spelled then. */
export interface PeopleMeant {
  accountIds: string[];
  officialIds: string[];
}

export function isAuditAction(text: string): text is AuditAction {
  return (AUDIT_ACTIONS as readonly string[]).includes(text);
}

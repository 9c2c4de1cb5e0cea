import type { OfficialRow } from "../organization/official";
import type { LocalDay } from "../time";

/** Where somebody stands in a course turn, in one word of a list: each person has exactly one. */
export const STAFF_STATUSES = ["overdue", "not-started", "in-progress", "completed", "not-asked"] as const;
export type StaffStatus = (typeof STAFF_STATUSES)[number];

export function isStaffStatus(text: string | null): text is StaffStatus {
  return (STAFF_STATUSES as readonly string[]).includes(text ?? "");
}

/** What the list knows of somebody's turn: the marks that are set in the transaction of what they tell. */
export interface TurnMarks {
  required: boolean;
  dueOn: LocalDay | null;
  startedAt: Date | null;
  completedAt: Date | null;
  /** Completed by a decision on learning elsewhere. */
  recognised?: boolean;
}

/** A line of the staff list. */
export interface StaffRow extends OfficialRow {
  /** null: this course turn was neither asked of the person nor chosen. */
  turn: TurnMarks | null;
  /** null: never. */
  lastSignInAt: Date | null;
  status: StaffStatus;
}

export interface StaffPage {
  people: StaffRow[];
  /** Hand it back as `after` for the next page; null on the last one. */
  next: string | null;
}

/** The same answer as `evaluate` gives from the events themselves; who is late is late, begun or not. */
export function staffStatus(turn: TurnMarks | null, today: LocalDay): StaffStatus {
  if (!turn) return "not-asked";
  if (turn.completedAt) return "completed";
  if (turn.dueOn !== null && turn.dueOn < today) return "overdue";
  return turn.startedAt ? "in-progress" : "not-started";
}

import type { LocalDay } from "../time";
import type { UnitCounts } from "./unit-counts";

/** An assignment as those see it who look after the people that it reaches. */
export interface AssignmentRow extends Omit<UnitCounts, "people"> {
  id: string;
  courseSlug: string;
  courseTitle: string;
  cycle: string;
  dueOn: LocalDay;
  note: string | null;
  unitCode: string;
  unitName: string;
  assignedAt: Date;
  /** null for assignments from above and for those that the platform made. */
  assignedBy: string | null;
  withdrawnAt: Date | null;
  /** Its unit lies in the scope, so it may be withdrawn there; else it comes from a unit above. */
  own: boolean;
}

/** Whom an assignment would reach, before it is made. */
export interface Audience {
  people: number;
  /** Of them: done already in this cycle; nothing changes for them. */
  completed: number;
  /** Of them: to be finished by that day or earlier already. */
  askedBefore: number;
}

/** For how many people something changes. */
export function newlyAsked(audience: Audience): number {
  return audience.people - audience.completed - audience.askedBefore;
}

/** What an assignment would do, shown before it is done. */
export interface AssignmentPreview {
  courseTitle: string;
  unitName: string;
  dueOn: LocalDay;
  audience: Audience;
  newlyAsked: number;
}

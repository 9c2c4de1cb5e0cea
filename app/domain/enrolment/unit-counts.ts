import type { UnitKind } from "../organization/unit";

/** How a course turn stands in a unit and everything below it. */
export interface UnitCounts {
  /** Everybody on the staff list, whether they ever signed in or not. */
  people: number;
  /** Of whom it is asked. */
  required: number;
  completed: number;
  /** Asked, not completed, and the last day is over. */
  overdue: number;
}

export interface UnitRow extends UnitCounts {
  code: string;
  name: string;
  kind: UnitKind;
  /** The people who belong to the unit above itself and to none of its subunits. */
  own: boolean;
}

export const NOBODY: UnitCounts = { people: 0, required: 0, completed: 0, overdue: 0 };

export function sumUp(rows: readonly UnitCounts[]): UnitCounts {
  return rows.reduce<UnitCounts>(
    (sum, row) => ({
      people: sum.people + row.people,
      required: sum.required + row.required,
      completed: sum.completed + row.completed,
      overdue: sum.overdue + row.overdue,
    }),
    NOBODY,
  );
}

/** Completed of required, 0 to 1; null where nothing is asked. */
export function completionRate(counts: UnitCounts): number | null {
  return counts.required === 0 ? null : counts.completed / counts.required;
}

/** What needs attention first: most overdue, then the lowest rate, where nothing is asked last; else as it was. */
export function byAttention(a: UnitCounts, b: UnitCounts): number {
  return b.overdue - a.overdue || (completionRate(a) ?? 2) - (completionRate(b) ?? 2);
}

import type { LocalDay } from "../time";

/** One course in one cycle, as it was asked of somebody in a scope: what an overview can be about. */
export interface CourseTurn {
  courseId: string;
  slug: string;
  title: string;
  cycle: string;
  /** The latest of the due dates that are in force. */
  dueOn: LocalDay;
}

// A dot stands in no slug and needs no escape in an address.
const BETWEEN = ".";

/** How an address names a turn: "van-hoa-cong-vu.2026". */
export function turnKey(turn: Pick<CourseTurn, "slug" | "cycle">): string {
  return `${turn.slug}${BETWEEN}${turn.cycle}`;
}

/**
 * The turn that an address means: with its cycle, or of a course the latest; the one assigned last when nothing is said. `turns`
 * are in the order of their assignment, the latest first. Null when there is none such.
 */
export function chooseTurn(turns: readonly CourseTurn[], key: string | null): CourseTurn | null {
  if (!key) return turns[0] ?? null;
  return turns.find((turn) => turnKey(turn) === key || turn.slug === key) ?? null;
}

import type { AssignmentRow } from "~/domain/enrolment/assignment";
import { listAssignments as list } from "~/domain/enrolment/assignment-store.server";
import { localDay } from "~/domain/time";

export interface AssignmentList {
  /** Asked in units of the scope; may be withdrawn. */
  own: AssignmentRow[];
  /** Asked by a unit above; stands as it is. */
  fromAbove: AssignmentRow[];
  withdrawn: AssignmentRow[];
}

/** What is asked of the people of a scope, and by whom. */
export async function listAssignments(input: { scope: readonly string[]; now: Date }): Promise<AssignmentList> {
  const rows = await list({ scope: input.scope, today: localDay(input.now) });
  const standing = rows.filter((row) => row.withdrawnAt === null);
  return {
    own: standing.filter((row) => row.own),
    fromAbove: standing.filter((row) => !row.own),
    withdrawn: rows.filter((row) => row.withdrawnAt !== null),
  };
}

import { listStaff } from "~/domain/enrolment/staff-list-store.server";
import type { OverviewView } from "~/domain/enrolment/overview";
import { byAttention, sumUp } from "~/domain/enrolment/unit-counts";
import { countByPart } from "~/domain/enrolment/unit-counts-store.server";
import { localDay } from "~/domain/time";
import { topUnitsWithPeople } from "~/domain/organization/unit-store.server";
import { chooseCourseTurn } from "./choose-turn";

/** How the people of a scope stand in a course turn, unit by unit: what needs attention first. */
export async function viewOverview(input: {
  scope: readonly string[];
  course: string | null;
  now: Date;
}): Promise<OverviewView> {
  const { scope, now } = input;
  const today = localDay(now);
  const [{ turns, turn }, tops] = await Promise.all([
    chooseCourseTurn({ scope, key: input.course }),
    topUnitsWithPeople({ scope }),
  ]);
  const rows = await countByPart({ units: scope, parts: scope.length === 1 ? "children" : "itself", turn, today });
  const leaf = scope.length === 1 && rows.every((row) => row.own);
  return {
    turns,
    turn,
    units: tops.map(({ code, name }) => ({ code, name })),
    totals: sumUp(rows),
    rows: leaf ? [] : rows.filter((row) => !row.own || row.people > 0).sort(byAttention),
    people: leaf ? await listStaff({ scope, turn, status: null, text: "", today }) : null,
    asOf: now,
  };
}

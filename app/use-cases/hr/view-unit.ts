import type { PeopleFilter, UnitView } from "~/domain/enrolment/overview";
import { countStaff, listStaff } from "~/domain/enrolment/staff-list-store.server";
import { byAttention, sumUp } from "~/domain/enrolment/unit-counts";
import { countByPart } from "~/domain/enrolment/unit-counts-store.server";
import { breadcrumbTo } from "~/domain/organization/unit-store.server";
import { localDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { chooseCourseTurn } from "./choose-turn";
import { findUnitInScope } from "./find-unit-in-scope";

/** A unit: its numbers with all below it, its subunits, and its own people by name. Outside the scope it is not found. */
export async function viewUnit(input: {
  scope: readonly string[];
  unitCode: string;
  course: string | null;
  filter: PeopleFilter;
  now: Date;
}): Promise<UnitView> {
  const { scope, filter, now } = input;
  const today = localDay(now);
  const unit = await findUnitInScope({ code: input.unitCode, scope });
  // The choice of courses is the same on every page of the scope, so that going down a unit keeps it.
  const [{ turns, turn }, trail] = await Promise.all([
    chooseCourseTurn({ scope, key: input.course }),
    breadcrumbTo(db, { path: unit.path, scope }),
  ]);
  const question = { scope: [unit.path], unitId: unit.id, turn, status: filter.status, text: filter.text, today };
  const [rows, people, found] = await Promise.all([
    countByPart({ units: [unit.path], parts: "children", turn, today }),
    listStaff({ ...question, after: filter.after }),
    countStaff(question),
  ]);
  return {
    turns,
    turn,
    unit: { code: unit.code, name: unit.name },
    trail: trail.filter(({ id }) => id !== unit.id).map(({ code, name }) => ({ code, name })),
    totals: sumUp(rows),
    rows: rows.filter((row) => !row.own).sort(byAttention),
    filter,
    people,
    found,
    asOf: now,
  };
}

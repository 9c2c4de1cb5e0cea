import type { PeopleFilter, StaffView } from "~/domain/enrolment/overview";
import { countStaff, listStaff } from "~/domain/enrolment/staff-list-store.server";
import { localDay } from "~/domain/time";
import { chooseCourseTurn } from "./choose-turn";
import { findUnitInScope } from "./find-unit-in-scope";

/** The people of a scope, or of one unit in it with all below, by name without diacritics or staff number and by where they stand. */
export async function searchStaff(input: {
  scope: readonly string[];
  unitCode: string | null;
  course: string | null;
  filter: PeopleFilter;
  now: Date;
}): Promise<StaffView> {
  const { scope, filter, now } = input;
  const unit = input.unitCode ? await findUnitInScope({ code: input.unitCode, scope }) : null;
  const { turns, turn } = await chooseCourseTurn({ scope, key: input.course });
  const question = {
    scope: unit ? [unit.path] : scope,
    turn,
    status: filter.status,
    text: filter.text,
    today: localDay(now),
  };
  const [people, found] = await Promise.all([listStaff({ ...question, after: filter.after }), countStaff(question)]);
  return { turns, turn, unit: unit && { code: unit.code, name: unit.name }, filter, people, found, asOf: now };
}

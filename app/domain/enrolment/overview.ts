import type { CourseTurn } from "./course-turn";
import type { StaffPage, StaffStatus } from "./staff-status";
import type { UnitCounts, UnitRow } from "./unit-counts";

/** A unit as a page names it and leads to it. */
export interface UnitLink {
  code: string;
  name: string;
}

/** What the list of a unit's own people was asked for. */
export interface PeopleFilter {
  status: StaffStatus | null;
  text: string;
  after: string | null;
}

/** How a course turn stands in a part of the organization. */
export interface StandingView {
  /** The turns that can be looked at, the one assigned last first. */
  turns: CourseTurn[];
  turn: CourseTurn | null;
  totals: UnitCounts;
  /** What needs attention first. */
  rows: UnitRow[];
  /** When the figures were true. */
  asOf: Date;
}

export interface OverviewView extends StandingView {
  /** The units of the scope; one for nearly everybody. */
  units: UnitLink[];
  /** In place of rows where there is no unit below. */
  people: StaffPage | null;
}

export interface UnitView extends StandingView {
  unit: UnitLink;
  /** The units above, as far as the scope reaches. */
  trail: UnitLink[];
  filter: PeopleFilter;
  /** The unit's own people, without those of its subunits. */
  people: StaffPage;
  found: number;
}

/** Everybody in a scope, or in one unit of it with all below. */
export interface StaffView {
  turns: CourseTurn[];
  turn: CourseTurn | null;
  unit: UnitLink | null;
  filter: PeopleFilter;
  people: StaffPage;
  found: number;
  asOf: Date;
}

import type { LocalDay } from "../time";
import type { StaffCategory } from "./staff-category";

/** Why somebody is no longer on the staff list. The words are in ui/words, area `staffChange`: `end_…`. */
export const END_REASONS = ["retired", "resigned", "moved-out", "contract-ended", "other"] as const;
export type EndReason = (typeof END_REASONS)[number];

/** The paper that a change rests on. */
export interface Decision {
  number: string;
  decidedOn: LocalDay;
}

/** A post that somebody holds or held. */
export interface PostHeld {
  unitName: string;
  positionTitle: string;
  from: LocalDay;
  /** Null: still held. */
  lastDay: LocalDay | null;
  decision: { number: string; decidedOn: LocalDay | null } | null;
  /** Where the person left the staff list with this post. */
  end: { reason: EndReason; decisionNumber: string | null; decidedOn: LocalDay | null } | null;
}

/** Has anything been recorded since somebody was put on the list? What can be taken back is the latest of it. */
export const hasChanged = (posts: readonly Pick<PostHeld, "lastDay">[]): boolean =>
  posts.length > 1 || posts.some(({ lastDay }) => lastDay !== null);

/** Where somebody stands on the staff list before a change. */
export interface PresentPost {
  unitId: string;
  positionTitle: string;
  staffCategory: StaffCategory;
  /** The first day of the last post; null where no post is on record. */
  since: LocalDay | null;
  /** The first day on which the person was no longer on the list. */
  leftOn: LocalDay | null;
}

export interface NewPost {
  unitId: string;
  positionTitle: string;
  staffCategory: StaffCategory;
  /** The first day. */
  from: LocalDay;
}

export const TRANSFER_FAULTS = [
  "has-left",
  "nothing-changes",
  "first-day-in-future",
  "not-after-present-post",
  "decided-in-future",
] as const;
export type TransferFault = (typeof TRANSFER_FAULTS)[number];

/**
 * Why somebody cannot take up a post, or null. The staff list says where people are today, so the first day is today at the latest; and
 * the present post keeps at least one day, or it would never have been.
 */
export function transferFault(input: {
  present: PresentPost;
  next: NewPost;
  decision: Decision | null;
  today: LocalDay;
}): TransferFault | null {
  const { present, next, decision, today } = input;
  if (present.leftOn !== null) return "has-left";
  const same =
    present.unitId === next.unitId &&
    present.positionTitle === next.positionTitle &&
    present.staffCategory === next.staffCategory;
  if (same) return "nothing-changes";
  if (next.from > today) return "first-day-in-future";
  if (present.since !== null && next.from <= present.since) return "not-after-present-post";
  return decision && decision.decidedOn > today ? "decided-in-future" : null;
}

export const LEAVING_FAULTS = ["has-left", "last-day-not-over", "before-present-post", "decided-in-future"] as const;
export type LeavingFault = (typeof LEAVING_FAULTS)[number];

/**
 * Why somebody cannot be taken from the list, or null. The last day has to be over: up to its end the person counts and may learn.
 */
export function leavingFault(input: {
  present: PresentPost;
  lastDay: LocalDay;
  decision: Decision;
  today: LocalDay;
}): LeavingFault | null {
  const { present, lastDay, decision, today } = input;
  if (present.leftOn !== null) return "has-left";
  if (lastDay >= today) return "last-day-not-over";
  if (present.since !== null && lastDay < present.since) return "before-present-post";
  return decision.decidedOn > today ? "decided-in-future" : null;
}

export const RETURN_FAULTS = ["is-there", "first-day-in-future", "before-leaving", "decided-in-future"] as const;
export type ReturnFault = (typeof RETURN_FAULTS)[number];

/** Why somebody who left cannot be taken on again, or null. */
export function returnFault(input: {
  present: PresentPost;
  from: LocalDay;
  decision: Decision;
  today: LocalDay;
}): ReturnFault | null {
  const { present, from, decision, today } = input;
  if (present.leftOn === null) return "is-there";
  if (from > today) return "first-day-in-future";
  if (from < present.leftOn) return "before-leaving";
  return decision.decidedOn > today ? "decided-in-future" : null;
}

/** What of a person the staff list can have wrong. */
export interface PersonDetails {
  fullName: string;
  staffNumber: string;
  email: string | null;
  recruitedOn: LocalDay | null;
}

export const DETAILS_FAULTS = [
  "no-details-change",
  "recruited-in-future",
  "recruited-after-first-post",
  "staff-number-taken",
] as const;
export type DetailsFault = (typeof DETAILS_FAULTS)[number];

/** The details that differ, by name; empty when nothing does. */
export function changedDetails(before: PersonDetails, after: PersonDetails): (keyof PersonDetails)[] {
  return (["fullName", "staffNumber", "email", "recruitedOn"] as const).filter((name) => before[name] !== after[name]);
}

/** Why the details cannot be as they were given, or null; whether a staff number is free, the store says. */
export function detailsFault(input: {
  before: PersonDetails;
  after: PersonDetails;
  /** The first day of the first post on record. */
  firstPostOn: LocalDay | null;
  today: LocalDay;
}): Exclude<DetailsFault, "staff-number-taken"> | null {
  const { before, after, firstPostOn, today } = input;
  const changed = changedDetails(before, after);
  if (changed.length === 0) return "no-details-change";
  if (!changed.includes("recruitedOn") || after.recruitedOn === null) return null;
  if (after.recruitedOn > today) return "recruited-in-future";
  return firstPostOn !== null && after.recruitedOn > firstPostOn ? "recruited-after-first-post" : null;
}

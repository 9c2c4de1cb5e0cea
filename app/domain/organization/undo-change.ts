import type { LocalDay } from "../time";
import type { EndReason } from "./staff-change";
import type { StaffCategory } from "./staff-category";

interface Paper {
  number: string;
  decidedOn: LocalDay | null;
}

/** A line of the posts of somebody, as whoever takes it back needs it. */
export interface PostEntry {
  id: string;
  unitId: string;
  unitCode: string;
  unitName: string;
  unitPath: string;
  /** It has not been dissolved. */
  unitStands: boolean;
  /** It lies in the scope of who asks. */
  inScope: boolean;
  /** How many people are in this very unit now. */
  people: number;
  positionTitle: string;
  /** With which it was held, once it has ended; null where nobody wrote it down. */
  staffCategory: StaffCategory | null;
  /** The first day. */
  from: LocalDay;
  /** The first day on which it is no longer held; null: still held. */
  until: LocalDay | null;
  recordedAt: Date | null;
  decision: Paper | null;
  end: (Omit<Paper, "number"> & { reason: EndReason; number: string | null }) | null;
}

export const CHANGE_KINDS = ["transfer", "return", "leaving"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What was recorded last about the posts of somebody. */
export interface LatestChange {
  kind: ChangeKind;
  /** The entry itself; of leaving the post that was left with it. */
  taken: PostEntry;
  /** The post that stands afterwards, held again or left again; of leaving the same. */
  again: PostEntry;
  /** Names this entry and no other, whatever happens to the person in between. */
  revision: string;
}

/** The latest change, or null where there is only the post with which somebody was put on the list. `posts`: the latest first. */
export function latestChange(input: { posts: readonly PostEntry[]; changedAt: Date | null }): LatestChange | null {
  const [last, former] = input.posts;
  if (!last) return null;
  const named = (kind: ChangeKind, again: PostEntry): LatestChange => ({
    kind,
    taken: last,
    again,
    revision: `${kind}:${last.id}:${input.changedAt?.getTime() ?? 0}`,
  });
  if (last.until !== null) return named("leaving", last);
  if (!former) return null;
  return named(former.end === null && former.until === last.from ? "transfer" : "return", former);
}

export const UNDO_FAULTS = ["overtaken", "nothing-to-undo", "other-unit-elsewhere", "other-unit-dissolved"] as const;
export type UndoFault = (typeof UNDO_FAULTS)[number];

/** Why the latest change cannot be taken back, or null. `seen`: the revision that the page showed; left out before there is a page. */
export function undoFault(change: LatestChange | null, seen?: string): UndoFault | null {
  if (seen !== undefined && seen !== (change?.revision ?? "")) return "overtaken";
  if (!change) return "nothing-to-undo";
  if (!change.again.inScope) return "other-unit-elsewhere";
  return change.kind !== "return" && !change.again.unitStands ? "other-unit-dissolved" : null;
}

/** In which units somebody is counted more or less afterwards. */
export function headcountsAfter({ kind, taken, again }: LatestChange): {
  unitName: string;
  before: number;
  after: number;
}[] {
  if (kind === "transfer" && taken.unitId === again.unitId) return [];
  const line = ({ unitName, people }: PostEntry, by: number) => ({ unitName, before: people, after: people + by });
  return [...(kind === "return" ? [] : [line(again, 1)]), ...(kind === "leaving" ? [] : [line(taken, -1)])];
}

/** What is told of a draft on its way to a version. */
import type { DraftState } from "./draft";
import type { Decision } from "./review-policy";

export interface ReviewerView {
  accountId: string;
  name: string;
  decision: Decision | null;
  note: string | null;
  filesHash: string | null;
  decidedAt: Date | null;
}

export interface Remark {
  id: string;
  /** File of the draft that it is about. */
  path: string;
  /** Block of that lesson; null: the file as a whole. */
  block: string | null;
  /** How the block began when it was remarked on. */
  quote: string | null;
  text: string;
  writtenAt: Date;
  writtenBy: string | null;
  writtenByName: string;
  resolvedAt: Date | null;
  resolvedByName: string | null;
  answers: { id: string; text: string; writtenAt: Date; writtenByName: string }[];
}

/** A draft in the lists of who has to do with it. */
export interface ReviewEntry {
  slug: string;
  title: string;
  state: DraftState;
  changeNote: string | null;
  submittedAt: Date | null;
  submittedByName: string | null;
  /** Of this round. */
  reviewers: Pick<ReviewerView, "name" | "decision">[];
  openRemarks: number;
  /** Waits for the one who looks at the list. */
  mine: boolean;
}

export const QUOTE_LENGTH = 120;
export const REMARK_LENGTH = 4000;
export const NOTE_LENGTH = 2000;

/** How a block begins, to be found again when its text has changed. */
export function quoteOf(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= QUOTE_LENGTH ? plain : `${plain.slice(0, QUOTE_LENGTH - 1).trimEnd()}…`;
}

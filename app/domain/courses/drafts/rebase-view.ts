import type { DiffLine } from "../compare/line-diff";
import type { DraftState } from "./draft";

export interface RebaseConflict {
  path: string;
  /** Whether the file is there on each side. */
  mine: boolean;
  theirs: boolean;
  /** null: no text. */
  difference: DiffLine[] | null;
}

export interface RebasePage {
  course: { slug: string; title: string };
  draft: { state: DraftState; baseNumber: number | null };
  /** The version to stand upon, and what it changed in words. */
  over: { number: number; changeNote: string | null; publishedAt: Date };
  conflicts: RebaseConflict[];
  /** Files that come from the new version by themselves. */
  taken: string[];
  kept: string[];
}

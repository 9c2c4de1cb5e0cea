/** A course as who writes it sees it: its open draft, or else the version that learners get. */
import type { Question } from "../../assessment/question-types";
import type { ContentProblem } from "../content-problem";
import type { TestPolicy } from "../course";
import type { Draft, DraftState } from "./draft";

/** What pages say of the draft that a change goes into. */
export type DraftNotice = Pick<Draft, "state" | "createdAt" | "createdByName"> | null;

export interface WorkingCourse {
  slug: string;
  title: string;
  /** Null: never published. */
  courseId: string | null;
  /** Number of the version that learners get; null: none yet. */
  number: number | null;
  /** Null: none is open, and saving opens one. */
  draft: Draft | null;
  test: TestPolicy | null;
  topics: Record<string, string>;
  questions: Question[];
  lessons: { id: string; title: string }[];
  /** What is wrong with the banks and the test as they stand in the draft. */
  problems: ContentProblem[];
  /** What a form is filled in for: `standOf`. */
  stands: { test: string; bank: string };
}

export const draftNotice = ({ draft }: Pick<WorkingCourse, "draft">): DraftNotice =>
  draft && { state: draft.state, createdAt: draft.createdAt, createdByName: draft.createdByName };

/** Why nothing was written into a draft. */
export type DraftRefusal =
  /** Somebody saved the same part since the form was opened. */
  | { reason: "overtaken"; byName: string | null; at: Date | null }
  /** It is being reviewed, or approved: it has to be withdrawn first. */
  | { reason: "closed"; state: DraftState };

/** A change as it stands in the draft now, and what the checks say of the whole draft with it. */
export interface SavedInDraft {
  kind: "saved";
  /** The draft was begun for it. */
  opened: boolean;
  /** How many errors the draft has now. */
  errors: number;
}

export type DraftAnswer = SavedInDraft | { kind: "unchanged" } | ({ kind: "refused" } & DraftRefusal);

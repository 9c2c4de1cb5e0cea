/** What the pages of a review show. */
import type { ComparedLesson, Comparison, LessonChange } from "../compare/comparison";
import type { ContentProblem } from "../content-problem";
import type { CompiledLesson } from "../course";
import type { Draft } from "./draft";
import type { Remark, ReviewerView } from "./review";
import type { ReviewPowers } from "./review-policy";

/** Somebody who can be asked to review. */
export interface Candidate {
  accountId: string;
  name: string;
  position: string | null;
  unitName: string | null;
}

export interface FileChange {
  path: string;
  kind: "added" | "changed" | "removed";
}

export interface ReviewPage {
  course: { slug: string; title: string; isPublished: boolean };
  draft: Pick<
    Draft,
    "state" | "round" | "baseNumber" | "changeNote" | "submittedAt" | "submittedByName" | "createdByName"
  >;
  powers: ReviewPowers;
  /** This person was asked in this round, and has not decided yet. */
  isAsked: boolean;
  reviewers: ReviewerView[];
  candidates: Candidate[];
  /** Who is asked unless the sender says otherwise: by the sign-off chain, or those of the round before. */
  proposed: string[];
  /** Number of the version that came in between; null: the draft stands upon the one in use. */
  movedTo: number | null;
  files: FileChange[];
  filesHash: string;
  problems: ContentProblem[];
  /** null: the draft has errors and cannot be shown as learners would see it. */
  comparison: Comparison | null;
  remarks: Remark[];
  /** Lesson id → its file. */
  lessonFiles: Record<string, string>;
}

export interface ReviewLessonPage {
  course: { slug: string; title: string };
  lesson: LessonChange;
  /** As it would be; null: it is taken away. */
  compiled: CompiledLesson | null;
  compared: ComparedLesson;
  path: string;
  remarks: Remark[];
  mayRemark: boolean;
  /** The neighbours among the lessons that were changed. */
  previous: { id: string; title: string } | null;
  next: { id: string; title: string } | null;
  /** Where it stands among those. */
  number: number;
  inAll: number;
}

/** The remarks on a block, and those whose block is there no more. */
export function remarksByBlock(
  remarks: readonly Remark[],
  blocks: ReadonlySet<string>,
): { on: ReadonlyMap<string, Remark[]>; elsewhere: Remark[] } {
  const on = new Map<string, Remark[]>();
  const elsewhere: Remark[] = [];
  for (const remark of remarks) {
    if (remark.block === null || !blocks.has(remark.block)) elsewhere.push(remark);
    else on.set(remark.block, [...(on.get(remark.block) ?? []), remark]);
  }
  return { on, elsewhere };
}

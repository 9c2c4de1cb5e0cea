/** A test taken to try it: nothing of it is kept. */
import type { TestPolicy } from "../courses/course";
import type { DraftNotice } from "../courses/drafts/working-course";
import type { LearnerPaper } from "./paper";
import type { ReviewedQuestion } from "./result-view";

export interface TrialView {
  course: { slug: string; title: string };
  published: boolean;
  draft: DraftNotice;
  policy: TestPolicy | null;
  /** Null: there is no test yet, or there are too few questions for it. */
  paper: LearnerPaper | null;
  seed: string;
  /** The test and the banks that the paper was drawn from. */
  stand: string;
}

export interface TrialResult {
  points: number;
  maxPoints: number;
  /** Null: an answer would have to be marked by an officer. */
  percent: number | null;
  passed: boolean | null;
  questions: ReviewedQuestion[];
}

import type { QuestionTypeName } from "../question-types";
import type { QuestionStatistics } from "../statistics/statistics";
import type { LocalDay } from "../../time";
import type { Adjustment } from "./adjustment";
import type { AttemptResult, RegradePolicy, RegradeTotals, Verdict } from "./forecast";
import type { KeyForm } from "./key-form";
import type { ChangeKind } from "./offered";

/** A decision as the trail shows it. */
export interface DecidedRegrade {
  id: string;
  at: Date;
  actorName: string;
  version: number;
  questionId: string;
  stem: string;
  change: Adjustment["kind"];
  /** The new marks, where these were changed. */
  marks: number | null;
  policy: RegradePolicy;
  closedThrough: LocalDay | null;
  reason: string;
  totals: RegradeTotals;
  /** Papers that were handed in while it was applied and followed after it. */
  followedLater: number;
}

/** The page on which a decision is prepared. */
export interface RegradeView {
  course: { slug: string; title: string };
  version: number;
  question: { id: string; type: QuestionTypeName; topic: string; stem: string; marks: number };
  /** What was decided before and still holds. */
  standing: { fullMarks: boolean; void: boolean };
  offered: ChangeKind[];
  keyForm: KeyForm | null;
  statistics: QuestionStatistics | null;
  /** Other versions in which it stands with the very same content. */
  alsoIn: { number: number; papers: number; current: boolean }[];
  decided: DecidedRegrade[];
  closedThrough: LocalDay;
}

/** Somebody whose test passes or fails otherwise, or would have. */
export interface RegradeVerdict {
  attemptId: string;
  fullName: string;
  unitName: string;
  attempt: number;
  version: number;
  verdict: Verdict;
  before: AttemptResult;
  byKey: AttemptResult;
  certificate: string | null;
  completed: boolean;
}

/** The dry run. */
export interface RegradePreview {
  versions: number[];
  totals: RegradeTotals;
  /** The first of them by name, of those that the viewer may see. */
  verdicts: RegradeVerdict[];
  /** In sight of the viewer, but past the end of the list. */
  more: number;
  /** Not in sight of the viewer. */
  elsewhere: number;
  /** Stands for what was shown: what is confirmed must be the same. */
  fingerprint: string;
}

/** Somebody whose pass was kept against a decision because the course has been completed: to be looked at. */
export interface KeptCompletion {
  attemptId: string;
  fullName: string;
  unitName: string;
  attempt: number;
  before: AttemptResult;
  byKey: AttemptResult;
  certificate: string | null;
}

/** What a learner is told of a question of an own paper that was decided about after it was begun. */
export interface RegradeNote {
  questionId: string;
  at: Date;
  change: Adjustment["kind"];
  marks: number | null;
  /** null while the policy does not let the right answer be seen: a reason may tell it. */
  reason: string | null;
}

/** One step in the history of a result. */
export interface ResultChange {
  at: Date;
  before: Pick<AttemptResult, "percent" | "passed">;
  after: Pick<AttemptResult, "percent" | "passed">;
  kept: boolean;
}

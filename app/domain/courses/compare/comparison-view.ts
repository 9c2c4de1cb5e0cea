import type { ContentProblem } from "../content-problem";
import type { ComparedLesson, Comparison, LessonChange } from "./comparison";

/** A side of a comparison: a version by its number, or the draft. */
export type SideName = number | "draft";

export interface ComparisonPage {
  course: { slug: string; title: string };
  from: number;
  to: SideName;
  /** What can be chosen, newest first. */
  versions: { number: number; publishedAt: Date; changeNote: string | null; current: boolean }[];
  hasDraft: boolean;
  comparison: Comparison | null;
  /** Why the draft cannot be shown. */
  problems: ContentProblem[];
  /** The lesson that was asked for, block beside block. */
  lesson: { change: LessonChange; compared: ComparedLesson } | null;
}

import type { MarkingNote } from "../assessment/marking/marking";
import type { RegradeNote, ResultChange } from "../assessment/regrade/regrade-view";
import type { ResultView } from "../assessment/result-view";
import type { NextStep } from "./learning-overview";

export interface ResultPage {
  course: { slug: string; title: string };
  /** null: the attempt is void and nothing was graded. */
  result: ResultView | null;
  certificateSerial: string | null;
  courseCompleted: boolean;
  next: NextStep | null;
  lessonTitles: Record<string, string>;
  /** By question: what the officer who marked it says. */
  markings: Record<string, MarkingNote>;
  /** What was decided about questions of the paper since it was begun, and how that changed the result. */
  regrade: { notes: RegradeNote[]; changes: ResultChange[] };
}

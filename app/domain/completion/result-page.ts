import type { MarkingNote } from "../assessment/marking/marking";
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
}

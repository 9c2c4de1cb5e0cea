import type { LintFinding } from "../question-lint";
import type { QuestionTypeName } from "../question-types";
import type { QuestionAdjustment } from "../regrade/adjustment";
import type { Counts } from "./counting";
import type { Finding } from "./findings";
import type { QuestionStatistics, TestStatistics } from "./statistics";

/** What the page of statistics shows. Counts only: nobody's name and no single paper is in it. */
export interface StatisticsView {
  course: { slug: string; title: string };
  /** Those with papers, and the one in use, newest first. */
  versions: Omit<TestedVersion, "id" | "adjustments">[];
  /** Number of the version shown. */
  version: number;
  passPercent: number;
  test: Omit<TestStatistics, "questions">;
  /** In the order of the bank. */
  questions: QuestionView[];
  findings: Finding[];
  advice: LintFinding[];
}

export interface QuestionView {
  id: string;
  topic: string;
  stem: string;
  type: QuestionTypeName;
  counts: Counts;
  /** The most that it can earn. */
  maxPoints: number;
  /** null: it was in none of these papers, or does not count. */
  statistics: QuestionStatistics | null;
}

export interface TestedVersion {
  id: string;
  number: number;
  publishedAt: Date;
  current: boolean;
  /** Papers handed in, all attempts. */
  papers: number;
  adjustments: QuestionAdjustment[];
}

import type { LintFinding } from "../question-lint";
import type { QuestionTypeName } from "../question-types";
import type { Finding } from "./findings";
import type { QuestionStatistics, TestStatistics } from "./statistics";

/** What the page of statistics shows. Counts only: nobody's name and no single paper is in it. */
export interface StatisticsView {
  course: { slug: string; title: string };
  /** Those with papers, and the one in use, newest first. */
  versions: Omit<TestedVersion, "id">[];
  /** Number of the version shown. */
  version: number;
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
  /** null: it was in none of these papers. */
  statistics: QuestionStatistics | null;
}

export interface TestedVersion {
  id: string;
  number: number;
  publishedAt: Date;
  current: boolean;
  /** Papers handed in, all attempts. */
  papers: number;
}

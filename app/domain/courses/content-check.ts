/** What a reading of `content/` came to, kept for training officers. */
import type { ContentProblem } from "./content-problem";

export interface CheckedCourseRow {
  folder: string;
  title: string;
  /** `kept`: what was made in the browser stays, whatever the folder says. */
  outcome: "published" | "restored" | "unchanged" | "kept" | "refused";
  /** Number of the version that learners have; null when the course was never published. */
  version: number | null;
  hash: string | null;
}

export interface ContentCheckRow {
  id: string;
  checkedAt: Date;
  courses: CheckedCourseRow[];
  problems: ContentProblem[];
}

import type { CourseManifest } from "../courses/course";
import type { CourseStanding } from "./learning-overview";

export interface CourseView {
  manifest: CourseManifest;
  versionNumber: number;
  publishedAt: Date;
  /** null: not begun and not assigned. */
  standing: CourseStanding | null;
  begun: boolean;
  lessons: {
    id: string;
    title: string;
    summary: string;
    minutes: number;
    required: boolean;
    state: "not-started" | "begun" | "finished";
  }[];
}

import type { CompiledLesson, LessonOutline } from "../courses/course";
import type { OverlaidLesson } from "./lesson-overlays";

export interface LessonPage {
  course: { slug: string; title: string; hasTest: boolean };
  lesson: CompiledLesson;
  number: number;
  lessonsInAll: number;
  lessonsDone: number;
  minutesLeft: number;
  previous: LessonOutline | null;
  next: LessonOutline | null;
  /** Check id → chosen option id. */
  checkAnswers: Record<string, string>;
  resumeAt: string | null;
  finishedAt: Date | null;
  /** Where the lesson is an item of a SCORM package. */
  played: PlayedPage | null;
  /** What the reader's agency asks beyond the lesson; null where it asks nothing. */
  overlaid: OverlaidLesson | null;
}

export interface PlayedPage {
  /** Of the frame: opens the package for some hours. */
  address: string;
  /** An item that says itself how it went, or one that its reader finishes. */
  kind: "sco" | "asset";
  /** `lesson_status` of SCORM; null before the first opening. */
  status: string | null;
  scorePercent: number | null;
}

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
  /** What the reader's agency asks beyond the lesson; null where it asks nothing. */
  overlaid: OverlaidLesson | null;
}

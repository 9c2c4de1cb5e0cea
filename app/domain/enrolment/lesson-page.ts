import type { CompiledLesson, LessonOutline } from "../courses/course";

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
}

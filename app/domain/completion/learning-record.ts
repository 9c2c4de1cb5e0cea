import type { AttemptFact } from "../assessment/attempt-policy";
import type { CourseManifest } from "../courses/course";
import type { LocalDay } from "../time";
import { evaluate, type LearningEvent, type Requirement, type Standing } from "./evaluate";

export interface LessonProgressFact {
  lessonId: string;
  openedAt: Date;
  lastSeenAt: Date;
  finishedAt: Date | null;
}

/** Everything that is known of one official in one turn of one course, in one reading. */
export interface LearningRecord {
  enrolmentId: string;
  courseId: string;
  courseSlug: string;
  versionId: string;
  cycle: string;
  required: boolean;
  dueOn: LocalDay | null;
  createdAt: Date;
  startedAt: Date | null;
  /** Who asked for it and when; null when the person chose the course. */
  assignment: { assignedAt: Date; unitName: string; note: string | null } | null;
  lessons: LessonProgressFact[];
  attempts: (AttemptFact & { id: string })[];
  completion: {
    id: string;
    completedAt: Date;
    scorePercent: number | null;
    onTime: boolean | null;
    attemptsUsed: number;
  } | null;
  certificate: { serial: string; number: string; issuedAt: Date } | null;
}

export function requirementOf(manifest: CourseManifest, dueOn: LocalDay | null): Requirement {
  return {
    lessons: manifest.lessons.map(({ id, title, required }) => ({ id, title, required })),
    test: manifest.test && { passPercent: manifest.test.passPercent, attempts: manifest.test.attempts },
    dueOn,
  };
}

export function eventsOf(
  record: Pick<LearningRecord, "startedAt" | "lessons" | "attempts" | "completion">,
): LearningEvent[] {
  const events: LearningEvent[] = [];
  if (record.startedAt) events.push({ kind: "started", at: record.startedAt });
  for (const lesson of record.lessons) {
    if (lesson.finishedAt) events.push({ kind: "lesson-finished", lessonId: lesson.lessonId, at: lesson.finishedAt });
  }
  for (const attempt of record.attempts) {
    if (attempt.status === "voided") continue;
    events.push({ kind: "attempt-started", number: attempt.number, at: attempt.startedAt });
    if (attempt.status === "submitted" && attempt.percent !== null) {
      events.push({
        kind: "attempt-graded",
        number: attempt.number,
        at: attempt.submittedAt ?? attempt.deadlineAt,
        percent: attempt.percent,
        passed: attempt.passed === true,
      });
    }
  }
  if (record.completion) events.push({ kind: "completion-recorded", at: record.completion.completedAt });
  return events;
}

export function standingOf(manifest: CourseManifest, record: LearningRecord, now: Date): Standing {
  return evaluate(requirementOf(manifest, record.dueOn), eventsOf(record), now);
}

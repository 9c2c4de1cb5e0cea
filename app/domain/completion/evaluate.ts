import { isOverdue, type LocalDay } from "../time";

/** What a course turn asks of a person. */
export interface Requirement {
  lessons: { id: string; title: string; required: boolean }[];
  test: { passPercent: number; attempts: number } | null;
  dueOn: LocalDay | null;
}

/** What happened, in any order. */
export type LearningEvent =
  | { kind: "started"; at: Date }
  | { kind: "lesson-finished"; lessonId: string; at: Date }
  | { kind: "attempt-started"; number: number; at: Date }
  | { kind: "attempt-graded"; number: number; at: Date; percent: number; passed: boolean }
  /** A completion that stands in the record: later changes of rules never take it away. */
  | { kind: "completion-recorded"; at: Date };

export type Missing =
  | { kind: "lesson"; lessonId: string; title: string }
  | { kind: "test"; attemptsLeft: number; openAttempt: number | null }
  | { kind: "attempts-used-up" };

export type Because =
  | { kind: "lessons-finished"; count: number; at: Date }
  | { kind: "test-passed"; attempt: number; percent: number; passPercent: number; at: Date }
  | { kind: "recorded"; at: Date };

export interface Standing {
  status: "not-started" | "in-progress" | "completed";
  completedAt: Date | null;
  /** Not completed, and the last day is over. */
  overdue: boolean;
  /** Completed on or before the last day; null without one, or while not completed. */
  onTime: boolean | null;
  missing: Missing[];
  because: Because[];
  /** Steps done of all steps (required lessons and the test), 0 to 100. */
  progressPercent: number;
}

/**
 * What somebody's standing is, and why. The one function that says so: screens, certificates, reports, reminders and the
 * evaluation feed all call it.
 */
export function evaluate(requirement: Requirement, events: readonly LearningEvent[], now: Date): Standing {
  const required = requirement.lessons.filter((lesson) => lesson.required);
  const finished = new Map<string, Date>();
  const graded: Extract<LearningEvent, { kind: "attempt-graded" }>[] = [];
  const begun = new Set<number>();
  let recordedAt = null as Date | null;
  for (const event of events) {
    if (event.kind === "lesson-finished") {
      const before = finished.get(event.lessonId);
      if (!before || event.at < before) finished.set(event.lessonId, event.at);
    } else if (event.kind === "attempt-graded") graded.push(event);
    else if (event.kind === "attempt-started") begun.add(event.number);
    else if (event.kind === "completion-recorded")
      recordedAt = recordedAt && recordedAt < event.at ? recordedAt : event.at;
  }

  const missing: Missing[] = [];
  const because: Because[] = [];
  const open = required.filter((lesson) => !finished.has(lesson.id));
  missing.push(...open.map((lesson) => ({ kind: "lesson" as const, lessonId: lesson.id, title: lesson.title })));
  let lessonsAt = null as Date | null;
  if (open.length === 0 && required.length > 0) {
    lessonsAt = new Date(Math.max(...required.map((lesson) => finished.get(lesson.id)!.getTime())));
    because.push({ kind: "lessons-finished", count: required.length, at: lessonsAt });
  }

  const passed = graded.filter((attempt) => attempt.passed).sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  if (requirement.test) {
    if (passed) {
      const { number, percent, at } = passed;
      because.push({ kind: "test-passed", attempt: number, percent, passPercent: requirement.test.passPercent, at });
    } else {
      const done = new Set(graded.map((attempt) => attempt.number));
      const openAttempt = [...begun].find((number) => !done.has(number)) ?? null;
      const attemptsLeft = Math.max(0, requirement.test.attempts - new Set([...begun, ...done]).size);
      if (attemptsLeft === 0 && openAttempt === null) missing.push({ kind: "attempts-used-up" });
      else missing.push({ kind: "test", attemptsLeft, openAttempt });
    }
  }

  const steps = required.length + (requirement.test ? 1 : 0);
  const stepsDone = required.length - open.length + (requirement.test && passed ? 1 : 0);
  const earnedAt =
    missing.length === 0 && steps > 0 ? latest(lessonsAt, requirement.test ? (passed?.at ?? null) : null) : null;
  const completedAt = recordedAt ?? earnedAt;
  if (recordedAt) because.push({ kind: "recorded", at: recordedAt });

  if (completedAt) {
    const onTime = requirement.dueOn === null ? null : !isOverdue(requirement.dueOn, completedAt);
    return { status: "completed", completedAt, overdue: false, onTime, missing: [], because, progressPercent: 100 };
  }
  return {
    status: events.length === 0 ? "not-started" : "in-progress",
    completedAt: null,
    overdue: isOverdue(requirement.dueOn, now),
    onTime: null,
    missing,
    because,
    progressPercent: steps === 0 ? 0 : Math.min(99, Math.floor((stepsDone / steps) * 100)),
  };
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}

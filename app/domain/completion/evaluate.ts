import { outcomeOf } from "../assessment/attempt-policy";
import type { TestPolicy } from "../courses/course";
import { isOverdue, type LocalDay } from "../time";
import type { Because } from "./because";

export type { Because };

/** What a course turn asks of a person. */
export interface Requirement {
  lessons: { id: string; title: string; required: boolean }[];
  /** `attempts`: how many this person has in all. */
  test: { passPercent: number; attempts: number; attemptThatCounts: TestPolicy["attemptThatCounts"] } | null;
  dueOn: LocalDay | null;
}

/** What happened, in any order. */
export type LearningEvent =
  | { kind: "started"; at: Date }
  | { kind: "lesson-finished"; lessonId: string; at: Date }
  | { kind: "attempt-started"; number: number; at: Date }
  | { kind: "attempt-graded"; number: number; at: Date; percent: number; passed: boolean }
  /** Handed in, and waiting for an officer to mark an answer. */
  | { kind: "attempt-awaits-marking"; number: number; at: Date }
  /** An answer made a part of a lesson due; `doneAt`: since when it has been read again. */
  | { kind: "remedial"; questionId: string; lessonId: string; at: Date; doneAt: Date | null }
  /**
   * A completion that stands in the record: later changes of rules never take it away. Its facts are those of the row where they are
   * given; of several revisions the highest holds.
   */
  | { kind: "completion-recorded"; at: Date; revision?: number; onTime?: boolean | null; because?: readonly Because[] }
  /** A correction says that there is no completion: what was passed until then counts no more. */
  | { kind: "completion-voided"; at: Date; revision: number; by: string; reason: string };

type RecordEvent = Extract<LearningEvent, { kind: "completion-recorded" | "completion-voided" }>;

export type Missing =
  | { kind: "lesson"; lessonId: string; title: string }
  | { kind: "test"; attemptsLeft: number; openAttempt: number | null }
  | { kind: "awaits-marking"; attempt: number }
  | { kind: "attempts-used-up" }
  | { kind: "remedial"; questionId: string; lessonId: string; title: string }
  /** The completion was declared void, and nothing has taken its place. */
  | { kind: "voided"; at: Date; by: string; reason: string };

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
  /** Since when tests count, where a completion was declared void. */
  countsFrom?: Date | null;
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
  const remedials: Extract<LearningEvent, { kind: "remedial" }>[] = [];
  let awaiting = null as number | null;
  let last = null as RecordEvent | null;
  for (const event of events) {
    if (event.kind === "lesson-finished") {
      const before = finished.get(event.lessonId);
      if (!before || event.at < before) finished.set(event.lessonId, event.at);
    } else if (event.kind === "attempt-graded") graded.push(event);
    else if (event.kind === "attempt-started") begun.add(event.number);
    else if (event.kind === "attempt-awaits-marking") {
      begun.add(event.number);
      awaiting = event.number;
    } else if (event.kind === "remedial") remedials.push(event);
    else if (event.kind === "completion-recorded" || event.kind === "completion-voided")
      last = last ? laterRevision(last, event) : event;
  }
  // In whatever order they are told, an attempt that is told of twice too.
  graded.sort((a, b) => a.number - b.number || a.at.getTime() - b.at.getTime() || a.percent - b.percent);
  const voided = last?.kind === "completion-voided" ? last : null;
  const recorded = last?.kind === "completion-recorded" ? last : null;

  const missing: Missing[] = [];
  const because: Because[] = [];
  const open = required.filter((lesson) => !finished.has(lesson.id));
  missing.push(...open.map((lesson) => ({ kind: "lesson" as const, lessonId: lesson.id, title: lesson.title })));
  let lessonsAt = null as Date | null;
  if (open.length === 0 && required.length > 0) {
    lessonsAt = new Date(Math.max(...required.map((lesson) => finished.get(lesson.id)!.getTime())));
    because.push({ kind: "lessons-finished", count: required.length, at: lessonsAt });
  }

  const passed =
    requirement.test &&
    outcomeOf(
      graded
        .filter((attempt) => !voided || attempt.at > voided.at)
        .map((attempt) => ({ ...attempt, status: "submitted" as const })),
      requirement.test,
    ).by;
  if (requirement.test) {
    if (passed) {
      const { number, percent, at } = passed;
      because.push({ kind: "test-passed", attempt: number, percent, passPercent: requirement.test.passPercent, at });
    } else {
      const done = new Set(graded.map((attempt) => attempt.number));
      const openAttempt = [...begun].find((number) => !done.has(number)) ?? null;
      const attemptsLeft = Math.max(0, requirement.test.attempts - new Set([...begun, ...done]).size);
      if (awaiting !== null) missing.push({ kind: "awaits-marking", attempt: awaiting });
      else if (attemptsLeft === 0 && openAttempt === null) missing.push({ kind: "attempts-used-up" });
      else missing.push({ kind: "test", attemptsLeft, openAttempt });
    }
  }

  if (voided && !passed) missing.unshift({ kind: "voided", at: voided.at, by: voided.by, reason: voided.reason });

  const unread = remedials.filter(({ doneAt }) => doneAt === null);
  const titles = new Map(requirement.lessons.map(({ id, title }) => [id, title]));
  missing.push(
    ...unread.map(({ questionId, lessonId }) => ({
      kind: "remedial" as const,
      questionId,
      lessonId,
      title: titles.get(lessonId) ?? lessonId,
    })),
  );
  let remedialsAt = null as Date | null;
  if (remedials.length > 0 && unread.length === 0) {
    remedialsAt = new Date(Math.max(...remedials.map(({ doneAt }) => doneAt!.getTime())));
    because.push({ kind: "remedials-read", count: remedials.length, at: remedialsAt });
  }

  const steps = required.length + (requirement.test ? 1 : 0) + remedials.length;
  const stepsDone = required.length - open.length + (passed ? 1 : 0) + (remedials.length - unread.length);
  const earnedAt =
    missing.length === 0 && steps > 0 ? latest(latest(lessonsAt, passed?.at ?? null), remedialsAt) : null;
  const countsFrom = voided?.at ?? null;
  if (recorded) {
    const { at: completedAt, onTime = onTimeBy(requirement.dueOn, completedAt) } = recorded;
    const reasons = [...(recorded.because ?? because), { kind: "recorded" as const, at: completedAt }];
    return { ...DONE, completedAt, onTime, because: reasons, countsFrom };
  }
  if (earnedAt) {
    return { ...DONE, completedAt: earnedAt, onTime: onTimeBy(requirement.dueOn, earnedAt), because, countsFrom };
  }
  return {
    // A row that says that there is nothing is nothing that was done.
    status: events.every(({ kind }) => kind === "completion-voided") ? "not-started" : "in-progress",
    completedAt: null,
    overdue: isOverdue(requirement.dueOn, now),
    onTime: null,
    missing,
    because,
    progressPercent: steps === 0 ? 0 : Math.min(99, Math.floor((stepsDone / steps) * 100)),
    countsFrom,
  };
}

const DONE = { status: "completed", overdue: false, missing: [], progressPercent: 100 } satisfies Partial<Standing>;

const onTimeBy = (dueOn: LocalDay | null, completedAt: Date) =>
  dueOn === null ? null : !isOverdue(dueOn, completedAt);

/** Of two rows about one turn the one that holds: whatever order they are told in. */
function laterRevision(a: RecordEvent, b: RecordEvent): RecordEvent {
  const [x, y] = [a.revision ?? 0, b.revision ?? 0];
  if (x !== y) return x > y ? a : b;
  return a.at <= b.at ? a : b;
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}

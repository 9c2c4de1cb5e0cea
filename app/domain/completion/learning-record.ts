import { allowanceOn, type GrantedTerms } from "../assessment/accommodations/accommodation";
import { type Allowance, type AttemptFact, attemptsAllowed } from "../assessment/attempt-policy";
import type { CourseManifest } from "../courses/course";
import { type LocalDay, localDay } from "../time";
import type { SupplementFact } from "./supplements/supplement";
import type { Because } from "./because";
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
  /** False: the course was taken out of use, and who has not begun it does not begin it now. */
  offered?: boolean;
  cycle: string;
  required: boolean;
  dueOn: LocalDay | null;
  createdAt: Date;
  startedAt: Date | null;
  /** Who asked for it and when; null when the person chose the course. */
  assignment: { assignedAt: Date; unitName: string; note: string | null } | null;
  lessons: LessonProgressFact[];
  attempts: (AttemptFact & { id: string })[];
  /** What answers made due again. */
  remedials: RemedialFact[];
  /** Changed parts of the course that became due after it was finished. */
  supplements: SupplementFact[];
  /** What the person is granted in tests of this course, whether it holds today or not. */
  accommodations: GrantedTerms[];
  /** What stands in the record; null when there is nothing, or when it was declared void. */
  completion: CompletionFact | null;
  /** The correction that says that there is no completion. */
  voided: { revision: number; at: Date; by: string; reason: string } | null;
  certificate: { serial: string; number: string; issuedAt: Date } | null;
}

/** The revision of a completion that is in force. */
export interface CompletionFact {
  id: string;
  revision: number;
  completedAt: Date;
  scorePercent: number | null;
  onTime: boolean | null;
  attemptsUsed: number;
  because: Because[];
  /** By a decision on learning elsewhere; there is no certificate of ours for it. */
  recognised: boolean;
}

export interface RemedialFact {
  questionId: string;
  attemptId: string;
  lessonId: string;
  section: string | null;
  optionId: string;
  dueFrom: Date;
  doneAt: Date | null;
}

export const allowanceOf = (record: Pick<LearningRecord, "accommodations">, now: Date): Allowance =>
  allowanceOn(record.accommodations, localDay(now));

export function requirementOf(
  manifest: CourseManifest,
  record: Pick<LearningRecord, "dueOn" | "accommodations">,
  now: Date,
): Requirement {
  const { test } = manifest;
  return {
    lessons: manifest.lessons.map(({ id, title, required }) => ({ id, title, required })),
    test: test && {
      passPercent: test.passPercent,
      attempts: attemptsAllowed(test, allowanceOf(record, now)),
      attemptThatCounts: test.attemptThatCounts,
    },
    dueOn: record.dueOn,
  };
}

export function eventsOf(
  record: Pick<LearningRecord, "startedAt" | "lessons" | "attempts" | "remedials" | "completion" | "voided">,
): LearningEvent[] {
  const events: LearningEvent[] = [];
  if (record.startedAt) events.push({ kind: "started", at: record.startedAt });
  for (const lesson of record.lessons) {
    if (lesson.finishedAt) events.push({ kind: "lesson-finished", lessonId: lesson.lessonId, at: lesson.finishedAt });
  }
  for (const attempt of record.attempts) {
    if (attempt.status === "voided") continue;
    events.push({ kind: "attempt-started", number: attempt.number, at: attempt.startedAt });
    if (attempt.awaitsMarking) {
      events.push({
        kind: "attempt-awaits-marking",
        number: attempt.number,
        at: attempt.submittedAt ?? attempt.deadlineAt,
      });
    } else if (attempt.status === "submitted" && attempt.percent !== null) {
      events.push({
        kind: "attempt-graded",
        number: attempt.number,
        at: attempt.submittedAt ?? attempt.deadlineAt,
        percent: attempt.percent,
        passed: attempt.passed === true,
      });
    }
  }
  for (const { questionId, lessonId, dueFrom, doneAt } of record.remedials) {
    events.push({ kind: "remedial", questionId, lessonId, at: dueFrom, doneAt });
  }
  if (record.completion) {
    const { completedAt, revision, onTime, because } = record.completion;
    events.push({ kind: "completion-recorded", at: completedAt, revision, onTime, because });
  }
  if (record.voided) events.push({ kind: "completion-voided", ...record.voided });
  return events;
}

/** The record as it is once a paper has been graded, without reading it again. */
export function withGrade(
  record: LearningRecord,
  attemptId: string,
  graded: Pick<AttemptFact, "submittedAt" | "percent" | "passed" | "awaitsMarking"> & {
    remedials: readonly RemedialFact[];
  },
): LearningRecord {
  const { remedials, ...facts } = graded;
  const due = new Set(remedials.map(({ questionId }) => questionId));
  return {
    ...record,
    attempts: record.attempts.map((attempt) =>
      attempt.id === attemptId ? { ...attempt, ...facts, status: "submitted" as const } : attempt,
    ),
    remedials: [...record.remedials.filter(({ questionId }) => !due.has(questionId)), ...remedials],
  };
}

/** Attempts as they count: what was passed before the completion was declared void is no pass any more, but an attempt it was. */
export function countedAttempts<A extends AttemptFact>(attempts: readonly A[], countsFrom: Date | null): A[] {
  return attempts.map((attempt) =>
    countsFrom && attempt.status === "submitted" && (attempt.submittedAt ?? attempt.deadlineAt) <= countsFrom
      ? { ...attempt, passed: false, percent: null }
      : attempt,
  );
}

export function standingOf(manifest: CourseManifest, record: LearningRecord, now: Date): Standing {
  return evaluate(requirementOf(manifest, record, now), eventsOf(record), now);
}

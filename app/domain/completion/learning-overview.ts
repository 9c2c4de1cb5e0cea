import type { CourseManifest } from "../courses/course";
import { daysUntil, type LocalDay } from "../time";
import type { Standing } from "./evaluate";
import type { SupplementFact } from "./supplements/supplement";
import { type LearningRecord, standingOf } from "./learning-record";

/** Where a person goes on: the next lesson, the test, or the paper that is open. */
export type NextStep =
  | { kind: "lesson"; lessonId: string; title: string; minutes: number; begun: boolean }
  | { kind: "test"; attemptsLeft: number }
  | { kind: "open-paper"; attemptId: string; deadlineAt: Date }
  /** A part of a lesson that an answer made due. */
  | { kind: "remedial"; questionId: string; title: string }
  /** Nothing to do until an officer has marked the paper. */
  | { kind: "awaits-marking" }
  /** Not begun, and the course is out of use for now. */
  | { kind: "not-offered" }
  | { kind: "ask-training-officer" };

export interface CourseStanding {
  enrolmentId: string;
  slug: string;
  title: string;
  summary: string;
  cycle: string;
  required: boolean;
  dueOn: LocalDay | null;
  /** Days until the last day: 0 today, negative when it is over; null without one. */
  daysLeft: number | null;
  /** Why it is asked: who assigned it. */
  assignment: LearningRecord["assignment"];
  standing: Standing;
  minutesLeft: number;
  minutesInAll: number;
  lessonsDone: number;
  lessonsInAll: number;
  next: NextStep | null;
  scorePercent: number | null;
  certificate: LearningRecord["certificate"];
  supplements: SupplementFact[];
}

/** A supplement that is to be done, as My learning tells of it. */
export interface DueSupplement extends SupplementFact {
  courseTitle: string;
  daysLeft: number;
}

export interface AvailableCourse {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
}

export interface LearningOverview {
  /** The one thing to do next, over all courses. */
  next: CourseStanding | null;
  overdue: CourseStanding[];
  due: CourseStanding[];
  underWay: CourseStanding[];
  done: CourseStanding[];
  available: AvailableCourse[];
  /** Changed parts of finished courses that are to be read, the first due first. */
  supplements: DueSupplement[];
}

export function nextStepOf(manifest: CourseManifest, record: LearningRecord, standing: Standing): NextStep | null {
  if (standing.status === "completed") return null;
  if (record.startedAt === null && record.offered === false) return { kind: "not-offered" };
  const open = record.attempts.find((attempt) => attempt.status === "open");
  if (open) return { kind: "open-paper", attemptId: open.id, deadlineAt: open.deadlineAt };
  const progress = new Map(record.lessons.map((lesson) => [lesson.lessonId, lesson]));
  const lesson = manifest.lessons.find((each) => each.required && !progress.get(each.id)?.finishedAt);
  if (lesson) {
    return {
      kind: "lesson",
      lessonId: lesson.id,
      title: lesson.title,
      minutes: lesson.minutes,
      begun: progress.has(lesson.id),
    };
  }
  const remedial = standing.missing.find((missing) => missing.kind === "remedial");
  if (remedial) return { kind: "remedial", questionId: remedial.questionId, title: remedial.title };
  if (standing.missing.some((missing) => missing.kind === "awaits-marking")) return { kind: "awaits-marking" };
  const test = standing.missing.find((missing) => missing.kind === "test");
  return test ? { kind: "test", attemptsLeft: test.attemptsLeft } : { kind: "ask-training-officer" };
}

export function courseStanding(manifest: CourseManifest, record: LearningRecord, now: Date): CourseStanding {
  const standing = standingOf(manifest, record, now);
  const finished = new Set(record.lessons.filter((lesson) => lesson.finishedAt).map((lesson) => lesson.lessonId));
  const testMinutes = manifest.test?.timeLimitMinutes ?? 0;
  const readingLeft = manifest.lessons
    .filter((lesson) => !finished.has(lesson.id))
    .reduce((sum, lesson) => sum + lesson.minutes, 0);
  const reading = manifest.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const done = standing.status === "completed";
  return {
    enrolmentId: record.enrolmentId,
    slug: record.courseSlug,
    title: manifest.title,
    summary: manifest.summary,
    cycle: record.cycle,
    required: record.required,
    dueOn: record.dueOn,
    daysLeft: record.dueOn === null ? null : daysUntil(record.dueOn, now),
    assignment: record.assignment,
    standing,
    minutesLeft: done ? 0 : readingLeft + testMinutes,
    minutesInAll: reading + testMinutes,
    lessonsDone: manifest.lessons.filter((lesson) => finished.has(lesson.id)).length,
    lessonsInAll: manifest.lessons.length,
    next: nextStepOf(manifest, record, standing),
    scorePercent: record.completion?.scorePercent ?? null,
    certificate: record.certificate,
    supplements: record.supplements,
  };
}

// Without a date last: nobody waits for it.
const byDue = (a: CourseStanding, b: CourseStanding) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999");

/** Every course of a person in its group: overdue, required and not begun, under way, done. */
export function learningOverview(
  standings: readonly CourseStanding[],
  available: AvailableCourse[],
  now: Date,
): LearningOverview {
  const open = standings.filter((course) => course.standing.status !== "completed").sort(byDue);
  const overdue = open.filter((course) => course.standing.overdue);
  const rest = open.filter((course) => !course.standing.overdue);
  const waiting = ["ask-training-officer", "awaits-marking", "not-offered"];
  const actionable = open.filter((course) => !waiting.includes(course.next?.kind ?? ""));
  // An open paper runs against the clock, so it goes before everything.
  const next = actionable.find((course) => course.next?.kind === "open-paper") ?? actionable[0] ?? null;
  return {
    next,
    overdue,
    due: rest.filter((course) => course.standing.status === "not-started"),
    underWay: rest.filter((course) => course.standing.status === "in-progress"),
    done: standings.filter((course) => course.standing.status === "completed"),
    available,
    supplements: dueSupplements(standings, now),
  };
}

function dueSupplements(standings: readonly CourseStanding[], now: Date): DueSupplement[] {
  return standings
    .flatMap(({ title, supplements }) => supplements.map((each) => ({ ...each, courseTitle: title })))
    .filter(({ doneAt }) => doneAt === null)
    .map((each) => ({ ...each, daysLeft: daysUntil(each.dueOn, now) }))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
}

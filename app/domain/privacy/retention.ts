import { addDays, type LocalDay, localDay, startOfDay } from "../time";

/**
 * How long what is kept. What only serves the working of the platform goes after a time; what is the record of a person is kept for
 * as long as the rules of the agency on its files say, and the platform takes nothing of it away. The words are in ui/words, area
 * `retention`: `class_…`, `then_…`.
 */
export interface TimedClass {
  name: TimedClassName;
  /** Counted from: `retention.from_…`. */
  days: number;
  /** How short and how long an administrator may make it; equal: it belongs to how the platform works and is not changed. */
  least: number;
  most: number;
}

const TIMED = {
  /** Ended sign-ins, with address and browser. */
  sessions: { days: 0, least: 0, most: 0 },
  /** Wrong tries to sign in; the longest wait is a quarter of an hour, and a day lets an attack be seen afterwards. */
  throttling: { days: 7, least: 1, most: 30 },
  /** Who had a file of a draft open. */
  presence: { days: 1, least: 1, most: 7 },
  /** Files that were handed up, tried and not taken over. */
  imports: { days: 30, least: 7, most: 90 },
  /** Files that long work has made: the time that its page promises. */
  jobFiles: { days: 7, least: 7, most: 7 },
  /** What was asked for as long work, with its filters. */
  jobs: { days: 180, least: 30, most: 730 },
  /** The steps in which the files of a draft were written, after it was published or given up. */
  journals: { days: 365, least: 90, most: 1825 },
  /** Answers to checks inside lessons, where reading stopped, what a package keeps: after the turn is completed. */
  reading: { days: 365, least: 30, most: 1825 },
  /** Who opened whose record. */
  accesses: { days: 730, least: 365, most: 3650 },
} as const;

export type TimedClassName = keyof typeof TIMED;
export const TIMED_CLASSES: readonly TimedClass[] = (Object.keys(TIMED) as TimedClassName[]).map((name) => ({
  name,
  ...TIMED[name],
}));

/** What is never taken away by the platform. */
export const RECORD_CLASSES = [
  "staff",
  "learning",
  "answers",
  "completions",
  "certificates",
  "requests",
  "audit",
] as const;
export type RecordClassName = (typeof RECORD_CLASSES)[number];

export const RETENTION_SETTING = "retention";
export const LONGEST_RULE = 300;

export interface RetentionPlan {
  days: Record<TimedClassName, number>;
  /** What the agency has laid down for its record, in its own words; "" when nothing was entered. */
  rules: Record<RecordClassName, string>;
}

/** The plan as the setting has it: what it lacks, or says outside the limits, is as the platform says. */
export function readPlan(setting: unknown): RetentionPlan {
  const value = isObject(setting) ? setting : {};
  const days = isObject(value["days"]) ? value["days"] : {};
  const rules = isObject(value["rules"]) ? value["rules"] : {};
  return {
    days: Object.fromEntries(
      TIMED_CLASSES.map((each) => [each.name, within(each, days[each.name]) ?? each.days]),
    ) as RetentionPlan["days"],
    rules: Object.fromEntries(
      RECORD_CLASSES.map((name) => [name, typeof rules[name] === "string" ? rules[name].slice(0, LONGEST_RULE) : ""]),
    ) as RetentionPlan["rules"],
  };
}

/** A number of days within the limits of the class, or null. */
export function within({ least, most }: Pick<TimedClass, "least" | "most">, value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

/** What happened before this instant is due: whole days of Vietnam, so that a run does the same at whatever hour it begins. */
export function dueBefore(days: number, now: Date): Date {
  return days === 0 ? now : startOfDay(addDays(localDay(now), -days));
}

/** The plan is carried out in the first hours of each day. */
export const RUN_HOUR = 1;
const HOUR = 3_600_000;

/** The day whose run is to be done now; null before its hour. */
export function dayToRun(now: Date): LocalDay | null {
  const today = localDay(now);
  return now.getTime() >= startOfDay(today).getTime() + RUN_HOUR * HOUR ? today : null;
}

/** When the next run begins, given the day of the last. */
export function nextRun(lastDay: LocalDay | null, now: Date): Date {
  const today = localDay(now);
  const day = lastDay === today ? addDays(today, 1) : today;
  const begins = new Date(startOfDay(day).getTime() + RUN_HOUR * HOUR);
  return begins > now ? begins : now;
}

/** A run that began so long ago and did not end is taken up again. */
export const RUN_BROKEN_OFF_MS = HOUR;

export interface RetentionRun {
  day: LocalDay;
  startedAt: Date;
  finishedAt: Date | null;
  done: Partial<Record<TimedClassName, number>>;
}

export interface RetentionPage {
  plan: RetentionPlan;
  /** How many rows are due at this moment. */
  due: Record<TimedClassName, number>;
  nextRunAt: Date;
  lastRun: RetentionRun | null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

import { endOfDay, type LocalDay, startOfDay } from "../time";

export const PERIOD_KINDS = ["month", "quarter", "year"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
export type PeriodState = "open" | "closing" | "closed";

export interface PeriodDays {
  fromOn: LocalDay;
  toOn: LocalDay;
  /** The last day whose figures count. */
  cutOffOn: LocalDay;
  /** The last day on which officials may object. */
  objectUntil: LocalDay;
}

export interface EvaluationPeriod extends PeriodDays {
  id: string;
  /** The agency that evaluates: the unit and everything below it. */
  unit: { id: string; code: string; name: string; path: string };
  kind: PeriodKind;
  title: string;
  state: PeriodState;
  createdAt: Date;
  createdByName: string;
  closingAt: Date | null;
  closingByName: string | null;
  closedAt: Date | null;
  snapshotId: string | null;
}

/** Years are rated before 15 December (Decree 335/2025, art. 21), so their figures are taken on 30 November unless HR says otherwise. */
const YEAR_CUT_OFF = "11-30";

const two = (number: number) => String(number).padStart(2, "0");

/** The last day of a month, 1 to 12. */
function lastDay(year: number, month: number): LocalDay {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The days of a period as they are proposed: `part` is the month (1–12) or the quarter (1–4). */
export function proposedDays(kind: PeriodKind, year: number, part = 1): PeriodDays {
  const first = kind === "year" ? 1 : kind === "quarter" ? part * 3 - 2 : part;
  const last = kind === "year" ? 12 : kind === "quarter" ? part * 3 : part;
  const toOn = lastDay(year, last);
  const cutOffOn = kind === "year" ? `${year}-${YEAR_CUT_OFF}` : toOn;
  return { fromOn: `${year}-${two(first)}-01`, toOn, cutOffOn, objectUntil: cutOffOn };
}

/** Which of the days cannot be, and why: word keys of the area `evaluation`. */
export function dayProblems(days: PeriodDays): Partial<Record<keyof PeriodDays, string>> {
  const { fromOn, toOn, cutOffOn, objectUntil } = days;
  if (toOn < fromOn) return { toOn: "evaluation.toBeforeFrom" };
  if (cutOffOn < fromOn || cutOffOn > toOn) return { cutOffOn: "evaluation.cutOffOutside" };
  if (objectUntil < fromOn || objectUntil > cutOffOn) return { objectUntil: "evaluation.objectOutside" };
  return {};
}

type Days = Pick<EvaluationPeriod, "state" | "fromOn" | "toOn" | "cutOffOn" | "objectUntil">;

/** Up to when what happened counts: never later than now, and not later than the cut-off day. */
export function figuresUntil(period: Pick<EvaluationPeriod, "cutOffOn">, now: Date): Date {
  return earlier(now, endOfDay(period.cutOffOn));
}

/** Amendments also take what happened between the cut-off day and the end of the period. */
export function amendedUntil(period: Pick<EvaluationPeriod, "toOn">, now: Date): Date {
  return earlier(now, endOfDay(period.toOn));
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

export function mayObject(period: Days, now: Date): boolean {
  return period.state === "open" && now >= startOfDay(period.fromOn) && now < endOfDay(period.objectUntil);
}

export type NotClosable = "closed" | "closing" | "before-cut-off";

/** Why a period cannot be closed yet; null when it can. */
export function whyNotClosable(period: Days, now: Date): NotClosable | null {
  if (period.state !== "open") return period.state;
  return now < endOfDay(period.cutOffOn) ? "before-cut-off" : null;
}

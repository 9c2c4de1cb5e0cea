/**
 * Instants are `Date` in UTC; days are `LocalDay` ("2026-11-23") in Asia/Ho_Chi_Minh, which has had no daylight
 * saving since 1975 and stands at UTC+7.
 */
export type LocalDay = string;

const OFFSET = 7 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

export const seconds = (n: number) => n * 1000;
export const minutes = (n: number) => n * 60 * 1000;
export const hours = (n: number) => n * 60 * 60 * 1000;
export const days = (n: number) => n * DAY;

/** The day in Vietnam on which an instant falls. */
export function localDay(at: Date): LocalDay {
  return new Date(at.getTime() + OFFSET).toISOString().slice(0, 10);
}

/** The first instant after a day in Vietnam: what is due on that day is late from here on. */
export function endOfDay(day: LocalDay): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY - OFFSET);
}

export function startOfDay(day: LocalDay): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET);
}

/** A day is over only when its last second in Vietnam has passed. */
export function isOverdue(dueOn: LocalDay | null, now: Date): boolean {
  return dueOn !== null && now.getTime() >= endOfDay(dueOn).getTime();
}

/** Whole days from today until a day: 0 today, 1 tomorrow, negative when past. */
export function daysUntil(day: LocalDay, now: Date): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${localDay(now)}T00:00:00Z`)) / DAY);
}

export function addDays(day: LocalDay, count: number): LocalDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** A `date` column comes from the database as midnight UTC. */
export function dayFromColumn(value: Date): LocalDay {
  return value.toISOString().slice(0, 10);
}

export function dayToColumn(day: LocalDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** "23/11/2026" */
export function formatDay(day: LocalDay): string {
  const [year, month, date] = day.split("-");
  return `${date}/${month}/${year}`;
}

/** The day in Vietnam of an instant, as "23/11/2026". */
export function formatDate(at: Date): string {
  return formatDay(localDay(at));
}

/** "23/11/2026 14:05", Vietnamese time. */
export function formatDateTime(at: Date): string {
  const local = new Date(at.getTime() + OFFSET).toISOString();
  return `${formatDay(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** Reads "23/11/2026" or "2026-11-23"; null when it is no real day. */
export function parseDay(text: string): LocalDay | null {
  const trimmed = text.trim();
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  const iso = vietnamese
    ? `${vietnamese[3]}-${vietnamese[2]!.padStart(2, "0")}-${vietnamese[1]!.padStart(2, "0")}`
    : /^\d{4}-\d{2}-\d{2}$/.test(trimmed)
      ? trimmed
      : null;
  if (iso === null) return null;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : iso;
}

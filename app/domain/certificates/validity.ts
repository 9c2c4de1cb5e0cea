import type { LocalDay } from "../time";

/** The same day so many months later; where that month is shorter, its last day. */
export function addMonths(day: LocalDay, months: number): LocalDay {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return first.toISOString().slice(0, 10);
}

/** The last day on which a certificate holds that was issued on a day; null: for ever. */
export function lastValidDay(issuedOn: LocalDay, validMonths: number | null): LocalDay | null {
  return validMonths === null ? null : addMonths(issuedOn, validMonths);
}

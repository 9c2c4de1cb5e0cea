import { addDays, type LocalDay } from "../time";

export interface Employment {
  unitId: string;
  positionTitle: string;
  from: LocalDay;
  /** The last day; null: still there. */
  to: LocalDay | null;
}

/** A time that somebody spent in one unit within a period. */
export interface EmploymentPart {
  unitId: string;
  /** The position at the end of it. */
  positionTitle: string;
  from: LocalDay;
  to: LocalDay;
  /** What fell on these days belongs to this part: from the day after the part before, so that no day is lost between two. */
  takesFrom: LocalDay;
  /** Duties are looked at up to here; what was finished later still belongs to the last part. */
  takesTo: LocalDay;
}

/**
 * Who was where when, within a period (Decree 335/2025, art. 21: on a transfer each unit evaluates its own time). Another position in
 * the same unit makes no new part.
 */
export function partsWithin(
  employments: readonly Employment[],
  period: { fromOn: LocalDay; toOn: LocalDay },
): EmploymentPart[] {
  const sorted = [...employments].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const stays: { unitId: string; positionTitle: string; from: LocalDay; to: LocalDay }[] = [];
  for (const [index, each] of sorted.entries()) {
    const next = sorted[index + 1];
    // The day on which the next one begins is the next one's, whatever the end of this one says.
    const lastDay = next ? addDays(next.from, -1) : null;
    const to = [each.to, lastDay, period.toOn].reduce<LocalDay>(
      (least, day) => (day !== null && day < least ? day : least),
      period.toOn,
    );
    const from = each.from > period.fromOn ? each.from : period.fromOn;
    if (to < from) continue;
    const before = stays.at(-1);
    if (before?.unitId === each.unitId && addDays(before.to, 1) >= from)
      stays[stays.length - 1] = { ...before, positionTitle: each.positionTitle, to };
    else stays.push({ unitId: each.unitId, positionTitle: each.positionTitle, from, to });
  }
  return stays.map((stay, index) => ({
    ...stay,
    takesFrom: index === 0 ? period.fromOn : addDays(stays[index - 1]!.to, 1),
    takesTo: stay.to,
  }));
}

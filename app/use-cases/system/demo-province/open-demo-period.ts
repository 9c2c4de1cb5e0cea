import type { Actor } from "~/domain/audit/audit-event";
import { proposedDays } from "~/domain/evaluation/period";
import { days, localDay } from "~/domain/time";
import { openPeriod } from "../../hr/evaluation-periods";

const OPENED_DAYS_AGO = 15;

/** The agency of the demo evaluates its people by the year; this year's period is open. */
export async function openDemoPeriod(input: { actor: Actor; unitCode: string; now: Date }): Promise<void> {
  const { actor, unitCode, now } = input;
  const year = Number(localDay(now).slice(0, 4));
  await openPeriod({
    ...proposedDays("year", year),
    actor,
    unitCode,
    scope: [unitCode],
    periodKind: "year",
    title: `Năm ${year}`,
    now: new Date(now.getTime() - days(OPENED_DAYS_AGO)),
  });
}

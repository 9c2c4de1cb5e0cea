import type { Viewer } from "~/domain/auth/permissions";
import { insertPeriod } from "~/domain/evaluation/period-store.server";
import type { UnitNode } from "~/domain/organization/unit";
import type { LocalDay } from "~/domain/time";
import { db } from "~/platform/db.server";
import { closePeriod } from "~/use-cases/hr/close-period";
import { runJob } from "~/use-cases/system/run-job";

/** An open period over November 2026, whose figures are taken on a day of it. */
export async function buildNovember(input: { unit: UnitNode; cutOffOn: LocalDay; viewer: Viewer }): Promise<string> {
  const { unit, cutOffOn, viewer } = input;
  const id = await insertPeriod(db, {
    unitId: unit.id,
    kind: "month",
    title: "Tháng 11",
    fromOn: "2026-11-01",
    toOn: "2026-11-30",
    cutOffOn,
    objectUntil: cutOffOn,
    by: { accountId: viewer.accountId, name: viewer.displayName },
    now: new Date("2026-11-01T01:00:00Z"),
  });
  if (id === null) throw new Error("this unit has a period for November");
  return id;
}

/** Closes a period of the unit "AG" or below, figures and all. */
export async function freeze(input: { period: string; viewer: Viewer; now: Date }): Promise<void> {
  const closing = await closePeriod({ ...input, periodId: input.period, scope: ["AG"] });
  if (closing.kind !== "begun") throw new Error(closing.reason);
  await runJob(closing.jobId);
}

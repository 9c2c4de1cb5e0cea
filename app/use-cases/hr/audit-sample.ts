import { randomBytes } from "node:crypto";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { scopeWithin } from "~/domain/evaluation/evidence-cursor";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { findPeriod, listPeriods } from "~/domain/evaluation/period-store.server";
import { findUnit } from "~/domain/organization/unit-store.server";
import { db, inTransaction } from "~/platform/db.server";
import type { SampleWish } from "../system/draw-sample";
import { startJob, tellOfJob } from "../system/start-job";

/** The periods of a scope, and a seed that nobody has chosen. */
export async function viewSampleChoice({ scope }: { scope: readonly string[] }): Promise<{
  periods: Pick<EvaluationPeriod, "id" | "title" | "state">[];
  seed: string;
}> {
  const periods = await listPeriods(db, { scope });
  return {
    periods: periods.map(({ id, title, unit, state }) => ({ id, title: `${title} – ${unit.name}`, state })),
    seed: randomBytes(6).toString("hex"),
  };
}

export type SampleAsked = { kind: "asked"; jobId: string } | { kind: "refused"; reason: "unit" | "period" };

/** Takes in the drawing of a sample; that it was asked for is on record at once, whom it drew with the drawing. */
export async function askForSample(input: {
  viewer: Viewer;
  scope: readonly string[];
  periodId: string;
  unitCode: string;
  size: number;
  seed: string;
  reason: string;
  now: Date;
}): Promise<SampleAsked> {
  const { viewer, scope, size, seed, reason, now } = input;
  const period = await findPeriod(db, { id: input.periodId, scope });
  if (!period) return { kind: "refused", reason: "period" };
  const unit = await findUnit(db, { code: input.unitCode, scope: scopeWithin(scope, period.unit.path) });
  if (!unit) return { kind: "refused", reason: "unit" };
  const { code, name, path } = unit;
  const wish: SampleWish = { periodId: period.id, unit: { code, name, path }, size, seed, reason };
  const label = `${period.title} – ${unit.name}`;
  const jobId = await inTransaction(async (tx) => {
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "sample.asked",
      subject: { type: "evaluation-period", id: period.id, label },
      unitPath: unit.path,
      after: { seed, size, reason },
      at: now,
    });
    return startJob({ tx, kind: "report.sample", label: `${label}, ${size} người`, input: wish, viewer, now });
  });
  await tellOfJob(jobId);
  return { kind: "asked", jobId };
}

import { randomUUID } from "node:crypto";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { findClosingJob } from "~/domain/evaluation/closing-store.server";
import { lastDayUntil } from "~/domain/evaluation/evidence-of-person";
import { type EvaluationPeriod, figuresUntil, type NotClosable, whyNotClosable } from "~/domain/evaluation/period";
import { beginClosing, reopenAfterFault } from "~/domain/evaluation/period-store.server";
import { countOpenEnds } from "~/domain/evaluation/snapshot-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { startJob, tellOfJob } from "../system/start-job";
import { findOwnPeriod } from "./evaluation-periods";

export interface ClosingView {
  period: EvaluationPeriod;
  notYet: NotClosable | null;
  /** What stands open; counted over everybody of the agency. */
  open: { people: number; withoutRows: number; overdue: number; objections: number };
  /** The work that freezes the figures, while it is under way or when it failed. `own`: the viewer asked for it. */
  job: { id: string; failed: boolean; own: boolean } | null;
}

/** What is to be known before a period is closed. */
export async function viewClosing(input: {
  periodId: string;
  scope: readonly string[];
  viewer: Viewer;
  now: Date;
}): Promise<ClosingView> {
  const { scope, now, viewer } = input;
  const period = await findOwnPeriod({ id: input.periodId, scope });
  const lastDay = lastDayUntil({ period, until: figuresUntil(period, now) });
  const job = period.state === "closing" ? await findClosingJob(db, period.snapshotId!) : null;
  return {
    period,
    notYet: whyNotClosable(period, now),
    open: await countOpenEnds(db, { periodId: period.id, unitPath: period.unit.path, fromOn: period.fromOn, lastDay }),
    job: job && { id: job.id, failed: job.state === "failed", own: job.requestedBy === viewer.accountId },
  };
}

export type ClosePeriodAnswer = { kind: "begun"; jobId: string } | { kind: "refused"; reason: NotClosable };

/** Nobody objects and no day changes from here on; the figures are frozen by long work. */
export async function closePeriod(input: {
  periodId: string;
  scope: readonly string[];
  viewer: Viewer;
  now: Date;
}): Promise<ClosePeriodAnswer> {
  const { scope, viewer, now } = input;
  const period = await findOwnPeriod({ id: input.periodId, scope });
  const why = whyNotClosable(period, now);
  if (why) return { kind: "refused", reason: why };
  const snapshotId = randomUUID();
  const label = `${period.title} – ${period.unit.name}`;
  const jobId = await inTransaction(async (tx) => {
    if (!(await beginClosing(tx, { id: period.id, snapshotId, byName: viewer.displayName, now }))) return null;
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "evaluation.closing",
      subject: { type: "evaluation-period", id: period.id, label },
      unitPath: period.unit.path,
      after: { snapshot: snapshotId },
      at: now,
    });
    const work = { periodId: period.id, snapshotId };
    return startJob({ tx, kind: "evaluation.close", label, input: work, viewer, now });
  });
  if (jobId === null) return { kind: "refused", reason: "closing" };
  await tellOfJob(jobId);
  return { kind: "begun", jobId };
}

/** After the work was given up: the period is open again, and nothing of the figures stands. */
export async function reopenFailedPeriod(input: {
  periodId: string;
  scope: readonly string[];
  viewer: Viewer;
  now: Date;
}): Promise<boolean> {
  const { viewer, now } = input;
  const period = await findOwnPeriod({ id: input.periodId, scope: input.scope });
  const job = period.state === "closing" ? await findClosingJob(db, period.snapshotId!) : null;
  if (job?.state !== "failed") return false;
  await inTransaction(async (tx) => {
    await reopenAfterFault(tx, { id: period.id, snapshotId: period.snapshotId! });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "evaluation.reopened",
      subject: { type: "evaluation-period", id: period.id, label: `${period.title} – ${period.unit.name}` },
      unitPath: period.unit.path,
      before: { snapshot: period.snapshotId },
      at: now,
    });
  });
  return true;
}

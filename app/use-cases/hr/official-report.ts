import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { templateForUnit } from "~/domain/certificates/template-store.server";
import { scopeWithin } from "~/domain/evaluation/evidence-cursor";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { findPeriod } from "~/domain/evaluation/period-store.server";
import type { ReportWords } from "~/domain/official-reports/report";
import { unitsAt } from "~/domain/organization/unit-store.server";
import { noteBulkAccess } from "~/domain/privacy/access-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { startJob, tellOfJob } from "../system/start-job";
import type { ReportWish } from "../system/make-report";

export interface ReportChoice {
  period: EvaluationPeriod;
  /** Of which a report can be made: where the viewer's scope begins, within the period. */
  units: ReportWish["unit"][];
  proposed: { place: string; symbol: string; signerTitle: string; signerName: string };
}

/** A period of the scope with what a report on it can be about. */
export async function viewReportChoice(input: { periodId: string; scope: readonly string[] }): Promise<ReportChoice> {
  const period = await findPeriod(db, { id: input.periodId, scope: input.scope });
  if (!period) throw notFound(`period ${input.periodId}`);
  const [units, template] = await Promise.all([
    unitsAt(db, scopeWithin(input.scope, period.unit.path)),
    templateForUnit(db, period.unit.id),
  ]);
  const { configured, content } = template;
  // Who signs the certificates of the unit signs its reports as a rule.
  const { place, signerTitle, signerName, issuerCode } = content;
  return {
    period,
    units,
    proposed: configured
      ? { place, symbol: issuerCode, signerTitle, signerName }
      : { place: "", symbol: "", signerTitle: "", signerName: "" },
  };
}

/** Takes in the making of a report; answers with the job. */
export async function askForReport(input: {
  viewer: Viewer;
  scope: readonly string[];
  periodId: string;
  unitCode: string;
  words: ReportWords;
  now: Date;
}): Promise<{ kind: "asked"; jobId: string } | { kind: "refused"; reason: "unit" }> {
  const { viewer, now, words } = input;
  const { period, units } = await viewReportChoice(input);
  const unit = units.find(({ code }) => code === input.unitCode);
  if (!unit) return { kind: "refused", reason: "unit" };
  const wish: ReportWish = { periodId: period.id, unit, words };
  const label = `${period.title} – ${unit.name}`;
  const jobId = await inTransaction(async (tx) => {
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "report.made",
      subject: { type: "evaluation-period", id: period.id, label },
      unitPath: unit.path,
      after: { unit: unit.name, snapshot: period.snapshotId, draft: period.state !== "closed" },
      at: now,
    });
    // Its annex names everybody of the unit.
    await noteBulkAccess(tx, {
      actor: actorOf(viewer),
      how: "official-report",
      unitPaths: [unit.path],
      rows: null,
      now,
    });
    return startJob({ tx, kind: "report.official", label, input: wish, viewer, now });
  });
  await tellOfJob(jobId);
  return { kind: "asked", jobId };
}

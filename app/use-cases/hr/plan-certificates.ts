import type { BulkChoices, BulkPlan } from "~/domain/certificates/pages";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { type BulkAction, type BulkFilter, MOST_AT_ONCE } from "~/domain/certificates/bulk";
import type { ReissueClass, RevocationClass } from "~/domain/certificates/history";
import {
  certifiedTurns,
  countSelected,
  readSelected,
  type Selection,
} from "~/domain/certificates/selection-store.server";
import { listAssignmentChoices } from "./list-assignment-choices";
import { localDay } from "~/domain/time";
import { noteBulkAccess } from "~/domain/privacy/access-store.server";
import { db, inTransaction } from "~/platform/db.server";
import { startJob, tellOfJob } from "../system/start-job";
import { findUnitInScope } from "./find-unit-in-scope";

const SHOWN = 100;

export async function bulkChoices(input: { scope: readonly string[] }): Promise<BulkChoices> {
  const [{ units }, turns] = await Promise.all([
    listAssignmentChoices({ scope: input.scope, unitCode: null }),
    certifiedTurns(db),
  ]);
  return {
    units,
    turns: turns.map(({ courseId, cycle, title }) => ({ value: `${courseId}~${cycle}`, label: `${title} (${cycle})` })),
  };
}

/** Which certificates would be meant and how many: looked at before anything is done. */
export async function planBulk(input: {
  scope: readonly string[];
  action: BulkAction;
  filter: BulkFilter;
  asOf: Date;
}): Promise<BulkPlan> {
  const { action, asOf } = input;
  const selection = await selectionOf(input);
  const status = action === "zip" ? "any" : "valid";
  const [count, shown] = await Promise.all([
    countSelected(db, selection, status),
    readSelected(db, selection, { status, after: null, limit: SHOWN }),
  ]);
  return {
    action,
    count,
    tooMany: count > MOST_AT_ONCE[action] ? MOST_AT_ONCE[action] : null,
    shown: shown.map(({ serial, number, facts, issuedAt }) => ({
      serial,
      number,
      fullName: facts.fullName,
      unitName: facts.unitName,
      courseName: facts.courseName,
      issuedAt,
    })),
    asOf,
  };
}

type Wish =
  | { action: "zip" }
  | { action: "revoke"; reasonClass: RevocationClass; reason: string }
  | { action: "reissue"; reasonClass: ReissueClass; reason: string; namesAsListed: boolean };

export type BulkStarted =
  { kind: "started"; jobId: string } | { kind: "refused"; reason: "nothing" | "changed" | "too-many" };

/** Starts the work on what was seen; where it is another number by now it is looked at again. */
export async function startBulk(input: {
  viewer: Viewer;
  scope: readonly string[];
  filter: BulkFilter;
  /** As the plan had it. */
  asOf: Date;
  count: number;
  label: string;
  wish: Wish;
  now: Date;
}): Promise<BulkStarted> {
  const { viewer, scope, filter, asOf, label, wish, now } = input;
  const plan = await planBulk({ scope, action: wish.action, filter, asOf });
  if (plan.count === 0) return { kind: "refused", reason: "nothing" };
  if (plan.count !== input.count) return { kind: "refused", reason: "changed" };
  if (plan.tooMany !== null) return { kind: "refused", reason: "too-many" };
  const selection = await selectionOf({ scope, filter, asOf });
  const { action, ...reasons } = wish;
  const about =
    action === "zip" ? { name: `giay-chung-nhan_${localDay(now)}.zip` } : { ...reasons, actor: actorOf(viewer) };
  const jobId = await inTransaction(async (tx) => {
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "certificates.bulk-asked",
      subject: { type: "certificates", id: action, label },
      unitPath: selection.scope[0] ?? null,
      after: { action, ...filter, rows: plan.count, ...reasons },
      at: now,
    });
    if (action === "zip") {
      const { scope: unitPaths } = selection;
      await noteBulkAccess(tx, { actor: actorOf(viewer), how: "certificate-export", unitPaths, rows: plan.count, now });
    }
    const job = { ...about, selection, count: plan.count };
    return startJob({ tx, kind: `certificates-${action}`, label, input: job, viewer, now });
  });
  await tellOfJob(jobId);
  return { kind: "started", jobId };
}

async function selectionOf(input: { scope: readonly string[]; filter: BulkFilter; asOf: Date }): Promise<Selection> {
  const { filter, asOf } = input;
  const unit = filter.unit ? await findUnitInScope({ code: filter.unit, scope: input.scope }) : null;
  const [courseId, cycle] =
    filter.turn && /^[0-9a-f-]{36}~.+$/.test(filter.turn) ? filter.turn.split("~") : [null, null];
  return {
    scope: unit ? [unit.path] : [...input.scope],
    courseId: courseId ?? null,
    cycle: cycle ?? null,
    issuedFrom: filter.from,
    issuedUntil: filter.until,
    asOf,
  };
}

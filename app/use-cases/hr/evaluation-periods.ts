import { type Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { inScope } from "~/domain/auth/permissions";
import type { EvaluationPeriod, PeriodDays, PeriodKind } from "~/domain/evaluation/period";
import { findPeriod, insertPeriod, listPeriods, updatePeriod } from "~/domain/evaluation/period-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";
import { findUnitInScope } from "./find-unit-in-scope";

export interface PeriodRow extends EvaluationPeriod {
  /** It belongs to a unit that the viewer manages: not to one above. */
  own: boolean;
}

/** The periods that concern a scope: its own ones, and those of the agencies above it. */
export async function listEvaluationPeriods(input: {
  scope: readonly string[];
  manages: readonly string[];
}): Promise<PeriodRow[]> {
  const periods = await listPeriods(db, input);
  return periods.map((period) => ({ ...period, own: inScope(period.unit.path, input.manages) }));
}

/** A period that concerns the scope; any other is not there. */
export async function findPeriodInScope(input: { id: string; scope: readonly string[] }): Promise<EvaluationPeriod> {
  const period = await findPeriod(db, input);
  if (!period) throw notFound(`evaluation period ${input.id}`);
  return period;
}

/** A period of a unit within the scope: those of the agencies above are managed there. */
export async function findOwnPeriod(input: { id: string; scope: readonly string[] }): Promise<EvaluationPeriod> {
  const period = await findPeriodInScope(input);
  if (!inScope(period.unit.path, input.scope)) throw notFound(`evaluation period ${input.id} to manage`);
  return period;
}

export interface PeriodWish extends PeriodDays {
  title: string;
}

export type OpenPeriodAnswer = { kind: "opened"; periodId: string } | { kind: "refused"; reason: "already-there" };

export async function openPeriod(
  input: PeriodWish & {
    actor: Actor;
    scope: readonly string[];
    unitCode: string;
    periodKind: PeriodKind;
    now: Date;
  },
): Promise<OpenPeriodAnswer> {
  const { actor, now, title, fromOn, toOn, cutOffOn, objectUntil } = input;
  const unit = await findUnitInScope({ code: input.unitCode, scope: input.scope });
  const days = { fromOn, toOn, cutOffOn, objectUntil };
  return inTransaction(async (tx) => {
    const by = { accountId: actor.accountId, name: actor.name };
    const periodId = await insertPeriod(tx, { ...days, unitId: unit.id, kind: input.periodKind, title, by, now });
    if (periodId === null) return { kind: "refused", reason: "already-there" };
    await recordAudit(tx, {
      actor,
      action: "evaluation.opened",
      subject: { type: "evaluation-period", id: periodId, label: `${title} – ${unit.name}` },
      unitPath: unit.path,
      after: { kind: input.periodKind, ...days },
      at: now,
    });
    return { kind: "opened", periodId };
  });
}

export type ChangePeriodAnswer = { kind: "changed" } | { kind: "refused"; reason: "already-there" | "not-open" };

/** Title and days of an open period. Who objected, and when, stays as it was. */
export async function changePeriod(
  input: PeriodWish & { actor: Actor; scope: readonly string[]; periodId: string; now: Date },
): Promise<ChangePeriodAnswer> {
  const { actor, now, title, fromOn, toOn, cutOffOn, objectUntil } = input;
  const before = await findOwnPeriod({ id: input.periodId, scope: input.scope });
  const days = { fromOn, toOn, cutOffOn, objectUntil };
  return inTransaction(async (tx) => {
    const changed = await updatePeriod(tx, { id: before.id, title, ...days });
    if (changed !== "changed") return { kind: "refused", reason: changed === "taken" ? "already-there" : "not-open" };
    await recordAudit(tx, {
      actor,
      action: "evaluation.changed",
      subject: { type: "evaluation-period", id: before.id, label: `${title} – ${before.unit.name}` },
      unitPath: before.unit.path,
      before: {
        title: before.title,
        fromOn: before.fromOn,
        toOn: before.toOn,
        cutOffOn: before.cutOffOn,
        objectUntil: before.objectUntil,
      },
      after: { title, ...days },
      at: now,
    });
    return { kind: "changed" };
  });
}

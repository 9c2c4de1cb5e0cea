import { type Amendment, amendmentsOf } from "~/domain/evaluation/amendment";
import { listChangedOfficials } from "~/domain/evaluation/amendment-store.server";
import { scopeWithin } from "~/domain/evaluation/evidence-cursor";
import { evidenceOfOfficials, readSnapshot } from "~/domain/evaluation/evidence-store.server";
import { lastDayUntil } from "~/domain/evaluation/evidence-of-person";
import { inScope } from "~/domain/auth/permissions";
import { amendedUntil, type EvaluationPeriod } from "~/domain/evaluation/period";
import type { Snapshot } from "~/domain/evaluation/snapshot";
import { readSnapshotOf } from "~/domain/evaluation/snapshot-read-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { findPeriodInScope } from "./evaluation-periods";

export interface AmendmentPage {
  amendments: Amendment[];
  next: string | null;
}

/** A closed period with its snapshot; an open one has no amendments yet. */
export async function findClosedPeriod(input: {
  periodId: string;
  scope: readonly string[];
}): Promise<{ period: EvaluationPeriod; snapshot: Snapshot }> {
  const period = await findPeriodInScope({ id: input.periodId, scope: input.scope });
  const snapshot = await readSnapshot(db, period.id);
  if (!snapshot) throw notFound(`snapshot of evaluation period ${period.id}`);
  return { period, snapshot };
}

/**
 * What would be different now, person by person: only people of whom a fact has changed since the figures were taken are read again.
 * Up to the end of the period what happened counts; what is known about it, up to now.
 */
export async function readAmendments(input: {
  period: EvaluationPeriod;
  snapshot: Snapshot;
  scope: readonly string[];
  after: string | null;
  /** How many people are compared. */
  limit: number;
  now: Date;
}): Promise<AmendmentPage> {
  const { period, snapshot, limit, now } = input;
  const scope = scopeWithin(input.scope, period.unit.path);
  const until = amendedUntil(period, now);
  const ids = await listChangedOfficials({
    snapshotId: snapshot.id,
    periodId: period.id,
    scope,
    fromOn: period.fromOn,
    lastDay: lastDayUntil({ period, until }),
    since: new Date(snapshot.manifest.asOf),
    after: input.after,
    limit,
  });
  const officialIds = ids.slice(0, limit);
  const seen = ({ unitPath }: { unitPath: string }) => inScope(unitPath, scope);
  const frozen = (await readSnapshotOf(snapshot, officialIds)).filter(seen);
  const present = (await evidenceOfOfficials(db, { period, officialIds, until, now })).filter(seen);
  const amendments = officialIds.flatMap((id) => {
    const mine = ({ officialId }: { officialId: string }) => officialId === id;
    return amendmentsOf(frozen.filter(mine), present.filter(mine), period.cutOffOn);
  });
  return { amendments, next: ids.length > limit ? officialIds.at(-1)! : null };
}

const PAGE = 100;

export async function listAmendments(input: {
  periodId: string;
  scope: readonly string[];
  after: string | null;
  now: Date;
}): Promise<AmendmentPage & { period: EvaluationPeriod; snapshot: Pick<Snapshot, "id" | "root" | "madeAt"> }> {
  const { period, snapshot } = await findClosedPeriod(input);
  const page = await readAmendments({ ...input, period, snapshot, limit: PAGE });
  return { period, snapshot: { id: snapshot.id, root: snapshot.root, madeAt: snapshot.madeAt }, ...page };
}

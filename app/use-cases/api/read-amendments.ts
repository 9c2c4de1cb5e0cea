import type { Amendment } from "~/domain/evaluation/amendment";
import { scopeWithin } from "~/domain/evaluation/evidence-cursor";
import { readSnapshot } from "~/domain/evaluation/evidence-store.server";
import type { EvaluationPeriod } from "~/domain/evaluation/period";
import { noteBulkAccess } from "~/domain/privacy/access-store.server";
import { db } from "~/platform/db.server";
import { findPeriodInScope } from "../hr/evaluation-periods";
import { readAmendments } from "../hr/list-amendments";

export interface AmendmentsForApi {
  period: EvaluationPeriod;
  /** Null while the period is not closed: then there is nothing that could be amended. */
  snapshot: { id: string; root: string } | null;
  amendments: Amendment[];
  next: string | null;
}

/**
 * A page of what differs now from the frozen figures of a period, for another system. One that reads all periods gets the same form of
 * answer from an open one, with nothing in it.
 */
export async function readAmendmentsForApi(input: {
  scope: readonly string[];
  periodId: string;
  after: string | null;
  limit: number;
  /** The name of the token: people see it among those who had their record. */
  tokenName: string;
  now: Date;
}): Promise<AmendmentsForApi> {
  const { scope, now } = input;
  const period = await findPeriodInScope({ id: input.periodId, scope });
  const snapshot = await readSnapshot(db, period.id);
  if (!snapshot) return { period, snapshot: null, amendments: [], next: null };
  const page = await readAmendments({ ...input, period, snapshot });
  if (!input.after) {
    const unitPaths = scopeWithin(scope, period.unit.path);
    const actor = { accountId: null, name: input.tokenName };
    const rows = new Set(page.amendments.map(({ officialId }) => officialId)).size;
    await noteBulkAccess(db, { actor, how: "evidence-api", unitPaths, rows, now });
  }
  return { period, snapshot: { id: snapshot.id, root: snapshot.root }, ...page };
}

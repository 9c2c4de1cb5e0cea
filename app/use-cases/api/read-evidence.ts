import { readEvidencePage } from "~/domain/evaluation/evidence-store.server";
import { scopeWithin } from "~/domain/evaluation/evidence-cursor";
import { listPeriods } from "~/domain/evaluation/period-store.server";
import { notFound } from "~/domain/problem";
import { noteBulkAccess } from "~/domain/privacy/access-store.server";
import { minutes } from "~/domain/time";
import { db } from "~/platform/db.server";

/** The longest that a change may take from the time that it bears until others see it. */
const LATE_COMMITS = minutes(10);

export function listPeriodsForApi({ scope }: { scope: readonly string[] }) {
  return listPeriods(db, { scope });
}

/**
 * A page of the evidence of a period for another system. `changesSince` is what it hands back to be told of changes only; it lies somewhat
 * before the reading, so that what was being written meanwhile comes the next time and is never lost. Rows replace their like by key.
 */
export async function readEvidenceForApi(input: {
  scope: readonly string[];
  periodId: string;
  after: string | null;
  since: Date | null;
  limit: number;
  /** The name of the token: people see it among those who had their record. */
  tokenName: string;
  now: Date;
}) {
  const page = await readEvidencePage(db, input);
  if (!page) throw notFound(`period ${input.periodId}`);
  if (!input.after) {
    const unitPaths = scopeWithin(input.scope, page.period.unit.path);
    const actor = { accountId: null, name: input.tokenName };
    await noteBulkAccess(db, { actor, how: "evidence-api", unitPaths, rows: page.people.length, now: input.now });
  }
  const changesSince = input.after ? null : new Date(input.now.getTime() - LATE_COMMITS);
  return { ...page, changesSince };
}

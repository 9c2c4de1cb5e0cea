import { readEvidencePage } from "~/domain/evaluation/evidence-store.server";
import { listPeriods } from "~/domain/evaluation/period-store.server";
import { notFound } from "~/domain/problem";
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
  now: Date;
}) {
  const page = await readEvidencePage(db, input);
  if (!page) throw notFound(`period ${input.periodId}`);
  const changesSince = input.after ? null : new Date(input.now.getTime() - LATE_COMMITS);
  return { ...page, changesSince };
}

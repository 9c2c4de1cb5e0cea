import type { OfficialIdentity } from "~/domain/auth/permissions";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { evidenceOfOfficials, readSnapshot } from "~/domain/evaluation/evidence-store.server";
import type { Objection } from "~/domain/evaluation/objection";
import { listObjectionsOf } from "~/domain/evaluation/objection-store.server";
import { type EvaluationPeriod, figuresUntil, mayObject } from "~/domain/evaluation/period";
import { findPeriodOf, listPeriodsOf } from "~/domain/evaluation/period-store.server";
import { readSnapshotOf } from "~/domain/evaluation/snapshot-read-store.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";

/** The periods in which an official belongs or belonged to the agency. */
export async function listMyPeriods(input: {
  official: OfficialIdentity;
  now: Date;
}): Promise<{ period: EvaluationPeriod; objectable: boolean }[]> {
  const periods = await listPeriodsOf(db, { officialId: input.official.id });
  return periods.map((period) => ({ period, objectable: mayObject(period, input.now) }));
}

export interface MyEvaluation {
  period: EvaluationPeriod;
  /** Once for each unit of the time. */
  people: EvidencePerson[];
  asOf: Date;
  snapshot: { id: string; root: string } | null;
  objectable: boolean;
  log: Objection[];
}

/** What HR will receive about me: the very rows of HR's page and exports, frozen ones of a closed period. */
export async function viewMyEvaluation(input: {
  periodId: string;
  official: OfficialIdentity;
  now: Date;
}): Promise<MyEvaluation> {
  const { official, now } = input;
  const period = await findPeriodOf(db, { id: input.periodId, officialId: official.id });
  if (!period) throw notFound(`evaluation period ${input.periodId} of official ${official.id}`);
  return {
    period,
    ...(await extractOf({ period, officialId: official.id, now })),
    objectable: mayObject(period, now),
    log: await listObjectionsOf(db, { periodId: period.id, officialId: official.id }),
  };
}

export async function extractOf(input: {
  period: EvaluationPeriod;
  officialId: string;
  now: Date;
}): Promise<Pick<MyEvaluation, "people" | "asOf" | "snapshot">> {
  const { period, officialId, now } = input;
  const snapshot = period.state === "closed" ? await readSnapshot(db, period.id) : null;
  if (snapshot) {
    const people = await readSnapshotOf(snapshot, [officialId]);
    return { people, asOf: new Date(snapshot.manifest.asOf), snapshot: { id: snapshot.id, root: snapshot.root } };
  }
  const until = figuresUntil(period, now);
  return {
    people: await evidenceOfOfficials(db, { period, officialIds: [officialId], until, now }),
    asOf: until,
    snapshot: null,
  };
}

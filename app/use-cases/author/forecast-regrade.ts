import { createHash } from "node:crypto";
import { lockPapers } from "~/domain/assessment/regraded-papers-store.server";
import {
  addToTotals,
  type AttemptForecast,
  forecastOf,
  NO_PAPERS,
  type RegradeTotals,
  type Verdict,
  verdictOf,
} from "~/domain/assessment/regrade/forecast";
import type { RegradePreview } from "~/domain/assessment/regrade/regrade-view";
import { type ReachedPaper, readReach } from "~/domain/certificates/regrade-reach-store.server";
import type { Db } from "~/platform/db.server";
import type { Decision } from "./find-regrade-target";

/** A paper that the decision touches in any way. */
export interface TouchedPaper extends Omit<ReachedPaper, "answers" | "questionIds" | "seed"> {
  forecast: AttemptForecast;
  verdict: Verdict | null;
}

export interface Forecast {
  totals: RegradeTotals;
  perVersion: Map<string, RegradeTotals>;
  touched: TouchedPaper[];
  /** Papers that still wait for an officer: they follow when they are marked. */
  waiting: string[];
}

const BATCH = 500;
const LISTED = 200;

/** Grades papers by the decision without writing anything; with `lock` nobody else changes them until the transaction ends. */
export async function forecastRegrade(
  tx: Db,
  input: { decision: Decision; attemptIds: readonly string[]; scope: readonly string[]; lock: boolean },
): Promise<Forecast> {
  const { decision, attemptIds, scope } = input;
  const { questionId, versions } = decision;
  const byId = new Map(versions.map((each) => [each.version.id, each]));
  const perVersion = new Map(versions.map(({ version }) => [version.id, NO_PAPERS]));
  const found: Forecast = { totals: NO_PAPERS, perVersion, touched: [], waiting: [] };
  for (let from = 0; from < attemptIds.length; from += BATCH) {
    const batch = attemptIds.slice(from, from + BATCH);
    if (input.lock) await lockPapers(tx, batch);
    for (const paper of await readReach(tx, { attemptIds: batch, questionId, scope })) {
      const { version, treatment } = byId.get(paper.versionId)!;
      const policy = version.manifest.test!;
      const underCompletion = restsOn(paper, policy.attemptThatCounts);
      const forecast = forecastOf({ ...paper, underCompletion }, { ...decision, ...version, policy, treatment });
      found.totals = addToTotals(found.totals, forecast, underCompletion);
      perVersion.set(version.id, addToTotals(perVersion.get(version.id)!, forecast, underCompletion));
      if (forecast.effect === "waiting") found.waiting.push(paper.id);
      if (!forecast.changes && forecast.effect !== "kept" && !forecast.dutyReleased) continue;
      const { answers: _a, questionIds: _q, seed: _s, ...rest } = paper;
      found.touched.push({ ...rest, forecast, verdict: verdictOf(forecast) });
    }
  }
  return found;
}

/** With the average every attempt of the turn bears the completion, otherwise the one that it names. */
function restsOn({ completion, id }: ReachedPaper, rule: "highest" | "first" | "last" | "average"): boolean {
  return completion !== null && (rule === "average" || completion.attemptId === null || completion.attemptId === id);
}

/** The dry run in figures and names. */
export function previewOf(decision: Decision, { totals, touched }: Forecast): RegradePreview {
  const numbers = new Map(decision.versions.map(({ version }) => [version.id, version.number]));
  const turned = touched.filter(({ verdict }) => verdict !== null);
  const seen = turned
    .flatMap((paper) => (paper.person ? [{ ...paper, person: paper.person }] : []))
    .sort((a, b) => a.person.sortName.localeCompare(b.person.sortName) || a.number - b.number);
  const verdicts = seen.slice(0, LISTED).map(({ person, forecast, ...paper }) => ({
    attemptId: paper.id,
    fullName: person.fullName,
    unitName: person.unitName,
    attempt: paper.number,
    version: numbers.get(paper.versionId)!,
    verdict: paper.verdict!,
    before: forecast.before,
    byKey: forecast.byKey,
    certificate: paper.certificate,
    completed: paper.completion !== null,
  }));
  return {
    versions: [...numbers.values()].sort((a, b) => a - b),
    totals,
    verdicts,
    more: seen.length - verdicts.length,
    elsewhere: turned.length - seen.length,
    fingerprint: fingerprintOf(decision, turned),
  };
}

/**
 * What must still be so when the decision is confirmed: who passes or fails by it, and everything decided before. Papers that
 * come in meanwhile and turn nobody's verdict do not hold it up: in a busy week there would never be a moment to confirm.
 */
function fingerprintOf({ before, change, protection }: Decision, turned: readonly TouchedPaper[]): string {
  const verdicts = turned.map(({ id, verdict }) => `${id} ${verdict}`).sort();
  return createHash("sha256")
    .update(JSON.stringify([before.ids, change, protection, verdicts]))
    .digest("hex");
}

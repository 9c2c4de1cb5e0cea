import { listRegrades, lockRegrades } from "~/domain/assessment/regrade-store.server";
import { listPapersWith, waitForHandIns, writeRegraded } from "~/domain/assessment/regraded-papers-store.server";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import type { Actor } from "~/domain/audit/audit-event";
import { inTransaction, LONG_WORK } from "~/platform/db.server";
import { awardRegraded, earners } from "./award-regraded";
import type { Decision } from "./find-regrade-target";
import { forecastRegrade } from "./forecast-regrade";

/**
 * The second pass of a decision: a paper that was being handed in, or marked, while it was applied may have read the rule from
 * before. Waits for all that are under way, then regrades those which the first pass did not see.
 */
export async function followRegrade(input: {
  decision: Decision;
  /** Version → its row of the decision. */
  regradeIds: ReadonlyMap<string, string>;
  /** Papers that the first pass has done. */
  seen: ReadonlySet<string>;
  reason: string;
  actor: Actor;
  now: Date;
}): Promise<{ papers: number; completions: number }> {
  const { regradeIds, seen, reason, actor, now } = input;
  const { questionId, versions } = input.decision;
  const versionIds = versions.map(({ version }) => version.id);
  return inTransaction(async (tx) => {
    await lockRegrades(tx, versionIds);
    await waitForHandIns(tx, { versionIds, questionId });
    const unless = [...regradeIds.values()];
    const all = await listPapersWith(tx, { versionIds, questionId, unless });
    const attemptIds = all.filter((id) => !seen.has(id));
    if (attemptIds.length === 0) return { papers: 0, completions: 0 };
    // By everything that holds now: another decision may have come in between.
    const rules = await listRegrades(tx, versionIds);
    const decision: Decision = {
      ...input.decision,
      versions: versions.map(({ version }) => ({
        version,
        treatment: treatmentOf(
          rules.filter(({ versionId }) => versionId === version.id),
          version.questionsById,
        ),
      })),
    };
    const { touched } = await forecastRegrade(tx, { decision, attemptIds, scope: [], lock: true });
    const papers = touched.map(({ forecast, versionId }) => ({ forecast, regradeId: regradeIds.get(versionId)! }));
    await writeRegraded(tx, { papers, questionId, reason, actor, later: true, at: now });
    const completions = await awardRegraded(tx, { papers: earners(decision, touched), now });
    return { papers: papers.length, completions };
  }, LONG_WORK);
}

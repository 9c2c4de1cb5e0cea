import { randomUUID } from "node:crypto";
import { insertRegrade, lockRegrades } from "~/domain/assessment/regrade-store.server";
import { listPapersWith, writeRegraded } from "~/domain/assessment/regraded-papers-store.server";
import type { RegradeTotals } from "~/domain/assessment/regrade/forecast";
import type { RegradePreview } from "~/domain/assessment/regrade/regrade-view";
import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { scopeOf, type Viewer } from "~/domain/auth/permissions";
import { inTransaction, LONG_WORK, type Prisma } from "~/platform/db.server";
import { AWARDED_AT_ONCE, awardRegraded, earners } from "./award-regraded";
import {
  type Decision,
  decideRegrade,
  findRegradeTarget,
  type RegradeRefusal,
  type RegradeWish,
  versionsMeant,
} from "./find-regrade-target";
import { followRegrade } from "./follow-regrade";
import { type Forecast, forecastRegrade, previewOf, type TouchedPaper } from "./forecast-regrade";

export type ApplyRegradeAnswer =
  | { kind: "applied"; totals: RegradeTotals; completions: number }
  /** Not what was confirmed any more: the dry run as it is now, and nothing was written. */
  | { kind: "changed"; preview: RegradePreview }
  | RegradeRefusal;

/**
 * Puts a decision on a question on record and carries it out on every paper that has it: results, verdicts, completions and
 * certificates that were earned by it, in one transaction. Two for the same version wait for each other. A paper that is handed
 * in by the old rule while this goes on is caught by `followRegrade`.
 */
export async function applyRegrade(input: {
  viewer: Viewer;
  wish: RegradeWish;
  reason: string;
  /** The fingerprint of the dry run that was shown. */
  expected: string;
  now: Date;
}): Promise<ApplyRegradeAnswer> {
  const { viewer, wish, reason, now } = input;
  const target = await findRegradeTarget(wish);
  const versions = await versionsMeant(target, wish.also);
  const versionIds = versions.map(({ id }) => id);
  const scope = scopeOf(viewer, "questions.regrade");
  const actor = actorOf(viewer);

  const done = await inTransaction(async (tx) => {
    await lockRegrades(tx, versionIds);
    const decided = await decideRegrade(tx, { target, versions, wish });
    if (decided.kind === "refused") return decided;
    const { decision } = decided;
    const attemptIds = await listPapersWith(tx, { versionIds, questionId: wish.questionId });
    const forecast = await forecastRegrade(tx, { decision, attemptIds, scope, lock: true });
    const preview = previewOf(decision, forecast);
    if (preview.fingerprint !== input.expected) return { kind: "changed" as const, preview };

    // Decisions are read in the order of their time, whenever the requests came in.
    const { lastAt } = decision.before;
    const at = lastAt && lastAt >= now ? new Date(lastAt.getTime() + 1) : now;
    const regradeIds = await writeDecision(tx, { decision, forecast, reason, actor, at });
    const papers = withRegrade(forecast.touched, regradeIds);
    await writeRegraded(tx, { papers, questionId: wish.questionId, reason, actor, later: false, at });
    await recordAudit(tx, {
      actor,
      action: "question.regraded",
      subject: {
        type: "question",
        id: wish.questionId,
        label: `${target.version.manifest.title} – ${wish.questionId}`,
      },
      unitPath: null,
      after: {
        change: decision.change.kind,
        ...(decision.change.kind === "marks" ? { marks: decision.change.marks } : {}),
        versions: preview.versions,
        ...decision.protection,
        reason,
        ...forecast.totals,
      },
      at: now,
    });
    const earned = earners(decision, forecast.touched);
    const completions = await awardRegraded(tx, { papers: earned.slice(0, AWARDED_AT_ONCE), now });
    const waiting = new Set(forecast.waiting);
    const seen = new Set(attemptIds.filter((id) => !waiting.has(id)));
    return { kind: "applied" as const, decision, regradeIds, earned, completions, totals: forecast.totals, seen };
  }, LONG_WORK);

  if (done.kind !== "applied") return done;
  let { completions } = done;
  for (let from = AWARDED_AT_ONCE; from < done.earned.length; from += AWARDED_AT_ONCE) {
    const papers = done.earned.slice(from, from + AWARDED_AT_ONCE);
    completions += await inTransaction((tx) => awardRegraded(tx, { papers, now }), LONG_WORK);
  }
  const { decision, regradeIds, seen } = done;
  const followed = await followRegrade({ decision, regradeIds, seen, reason, actor, now });
  return { kind: "applied", totals: done.totals, completions: completions + followed.completions };
}

/** One row for each version; returns which is whose. */
async function writeDecision(
  tx: Prisma.TransactionClient,
  input: {
    decision: Decision;
    forecast: Forecast;
    reason: string;
    actor: { accountId: string | null; name: string };
    at: Date;
  },
): Promise<Map<string, string>> {
  const { decision, forecast, reason, actor, at } = input;
  const { questionId, change, protection } = decision;
  const ids = new Map<string, string>();
  for (const { version } of decision.versions) {
    const id = randomUUID();
    ids.set(version.id, id);
    const totals = forecast.perVersion.get(version.id)!;
    const summary = { closedThrough: protection.closedThrough, totals };
    const { policy } = protection;
    await insertRegrade(tx, { id, versionId: version.id, questionId, change, policy, reason, at, actor, summary });
  }
  return ids;
}

const withRegrade = (touched: readonly TouchedPaper[], regradeIds: ReadonlyMap<string, string>) =>
  touched.map(({ forecast, versionId }) => ({ forecast, regradeId: regradeIds.get(versionId)! }));

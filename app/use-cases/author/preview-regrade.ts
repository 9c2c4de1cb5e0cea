import { listPapersWith } from "~/domain/assessment/regraded-papers-store.server";
import type { RegradePreview } from "~/domain/assessment/regrade/regrade-view";
import { scopeOf, type Viewer } from "~/domain/auth/permissions";
import { inTransaction, LONG_WORK } from "~/platform/db.server";
import {
  decideRegrade,
  findRegradeTarget,
  type RegradeRefusal,
  type RegradeWish,
  versionsMeant,
} from "./find-regrade-target";
import { forecastRegrade, previewOf } from "./forecast-regrade";

/** The dry run: who would pass or fail by a decision, and which completions and certificates rest on it. Writes nothing. */
export async function previewRegrade(input: {
  viewer: Viewer;
  wish: RegradeWish;
}): Promise<{ kind: "preview"; preview: RegradePreview } | RegradeRefusal> {
  const { viewer, wish } = input;
  const target = await findRegradeTarget(wish);
  const versions = await versionsMeant(target, wish.also);
  return inTransaction(async (tx) => {
    const decided = await decideRegrade(tx, { target, versions, wish });
    if (decided.kind === "refused") return decided;
    const { decision } = decided;
    const { questionId } = decision;
    const attemptIds = await listPapersWith(tx, { versionIds: versions.map(({ id }) => id), questionId });
    const scope = scopeOf(viewer, "questions.regrade");
    const forecast = await forecastRegrade(tx, { decision, attemptIds, scope, lock: false });
    return { kind: "preview", preview: previewOf(decision, forecast) };
  }, LONG_WORK);
}

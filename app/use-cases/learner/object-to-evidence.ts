import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import { insertObjection } from "~/domain/evaluation/objection-store.server";
import { inTransaction } from "~/platform/db.server";
import type { OfficialIdentity, Viewer } from "~/domain/auth/permissions";
import { viewMyEvaluation } from "./view-my-evaluation";

export type ObjectAnswer =
  { kind: "noted" } | { kind: "refused"; reason: "too-late" | "no-such-row" | "already-objected" };

/** An official objects to a row of what HR will receive, or to the whole of it, while that can be. */
export async function objectToEvidence(input: {
  periodId: string;
  viewer: Viewer & { official: OfficialIdentity };
  /** Null: to the whole. */
  rowKey: string | null;
  reason: string;
  now: Date;
}): Promise<ObjectAnswer> {
  const { viewer, rowKey, reason, now } = input;
  const { official } = viewer;
  const mine = await viewMyEvaluation({ periodId: input.periodId, official, now });
  if (!mine.objectable) return { kind: "refused", reason: "too-late" };
  const row = mine.people.flatMap(({ rows }) => rows).find(({ key }) => key === rowKey);
  if (rowKey !== null && !row) return { kind: "refused", reason: "no-such-row" };
  const { period } = mine;
  return inTransaction(async (tx) => {
    const rowLabel = row ? `${row.courseTitle} (${row.cycle})` : "";
    const objectionId = await insertObjection(tx, {
      periodId: period.id,
      officialId: official.id,
      rowKey,
      rowLabel,
      reason,
      now,
    });
    if (objectionId === null) return { kind: "refused", reason: "already-objected" };
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "evaluation.objected",
      subject: { type: "evaluation-objection", id: objectionId, label: `${official.fullName} – ${period.title}` },
      unitPath: official.unitPath,
      after: { row: rowLabel, reason },
      at: now,
    });
    return { kind: "noted" };
  });
}

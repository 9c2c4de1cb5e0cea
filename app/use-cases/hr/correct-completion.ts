import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { takeLocks, turnLock } from "~/domain/certificates/issue-store.server";
import {
  type CorrectionFault,
  type CorrectionWish,
  planCorrection,
  type PlannedRevision,
  type Revision,
} from "~/domain/completion/corrections/correction";
import {
  findTurn,
  insertRevision,
  listRevisions,
  markCompleted,
  type TurnInRecord,
} from "~/domain/completion/corrections/correction-store.server";
import { lockStandings, recountUnitOf } from "~/domain/enrolment/standing-store.server";
import { notFound } from "~/domain/problem";
import { db, inTransaction, LONG_WORK } from "~/platform/db.server";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface CorrectionAsked {
  viewer: Viewer;
  scope: readonly string[];
  enrolmentId: string;
  wish: CorrectionWish;
  /** The last revision that the officer had before them. */
  seen: number;
  now: Date;
}

export type CorrectionAnswer =
  | { kind: "planned" | "corrected"; turn: TurnInRecord; next: PlannedRevision; revisions: Revision[] }
  | { kind: "refused"; fault: CorrectionFault };

/** The turn with everything that the record says of it, for the page where it is corrected. */
export async function viewRevisions(input: {
  enrolmentId: string;
  scope: readonly string[];
}): Promise<{ turn: TurnInRecord; revisions: Revision[] }> {
  const turn = UUID.test(input.enrolmentId) ? await findTurn(input) : null;
  if (!turn) throw notFound(`turn ${input.enrolmentId}`);
  return { turn, revisions: await listRevisions(db, turn) };
}

/** What the correction would write; nothing is written. */
export async function previewCorrection(input: CorrectionAsked): Promise<CorrectionAnswer> {
  const { turn, revisions } = await viewRevisions(input);
  return plan(input, turn, revisions, "planned");
}

/**
 * Adds a row to the record that takes the place of the last one, which stays: with the reason and who says so. Lists and counts follow
 * in the same transaction. A certificate is not touched: what becomes of it is a decision of its own.
 */
export async function correctCompletion(input: CorrectionAsked): Promise<CorrectionAnswer> {
  const { viewer, wish, now } = input;
  const { turn } = await viewRevisions(input);
  return inTransaction(async (tx): Promise<CorrectionAnswer> => {
    // In the order of whoever completes a turn; they wait here, or we for them.
    await lockStandings(tx, turn);
    await takeLocks(tx, [turnLock(turn)]);
    const answer = plan(input, turn, await listRevisions(tx, turn), "corrected");
    if (answer.kind === "refused") return answer;
    const { next } = answer;
    const by = { accountId: viewer.accountId, name: viewer.displayName };
    const id = await insertRevision(tx, { next, reason: wish.reason, by, now });
    const completedAt = next.correction === "void" ? null : next.completedAt;
    await markCompleted(tx, { enrolmentId: turn.enrolmentId, completedAt });
    await recountUnitOf(tx, turn);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: wish.kind === "void" ? "completion.voided" : "completion.corrected",
      subject: { type: "completion", id, label: `${turn.fullName} – ${turn.courseTitle}` },
      unitPath: turn.unitPath,
      before: factsOf(next.corrects, next.corrects.correction === "void"),
      after: { ...factsOf(next, next.correction === "void"), corrects: next.corrects.id, reason: wish.reason },
      at: now,
    });
    return answer;
  }, LONG_WORK);
}

function plan(
  { viewer, wish, seen, now }: CorrectionAsked,
  turn: TurnInRecord,
  revisions: Revision[],
  kind: "planned" | "corrected",
): CorrectionAnswer {
  if (viewer.official?.id === turn.officialId) {
    return { kind: "refused", fault: { reason: "for-oneself", field: null } };
  }
  const planned = planCorrection(revisions, wish, { seen, by: viewer.displayName, now });
  return planned.kind === "refused" ? planned : { kind, turn, next: planned.next, revisions };
}

const factsOf = (row: Pick<Revision, "completedAt" | "onTime" | "scorePercent">, isVoid: boolean) =>
  isVoid
    ? { void: true }
    : { completedAt: row.completedAt.toISOString(), onTime: row.onTime, scorePercent: row.scorePercent };

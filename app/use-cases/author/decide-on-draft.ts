import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { type Decision, refuseDecision, type ReviewRefusal, stateAfter } from "~/domain/courses/drafts/review-policy";
import { lockReview, noteDecision, setDraftState } from "~/domain/courses/drafts/review-store.server";
import { studioPerson } from "~/domain/courses/drafts/studio-person";
import type { DraftState } from "~/domain/courses/drafts/draft";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";

export type DecideAnswer = { kind: "decided"; state: DraftState } | { kind: "refused"; reason: ReviewRefusal };

/**
 * A named reviewer approves the draft as it was looked at, or asks for changes, which gives it back to its writers with all remarks.
 */
export async function decideOnDraft(input: {
  viewer: Viewer;
  slug: string;
  decision: Decision;
  note: string;
  /** Of the files that the page showed. */
  filesHash: string;
  now: Date;
}): Promise<DecideAnswer> {
  const { viewer, slug, decision, filesHash, now } = input;
  const note = input.note.trim();
  return inTransaction(async (tx): Promise<DecideAnswer> => {
    const review = await lockReview(tx, slug);
    if (!review) throw notFound(`draft of ${slug}`);
    const { draft, situation, reviewers } = review;
    const reason = refuseDecision(studioPerson(viewer), situation, { decision, note, filesHash });
    if (reason) return { kind: "refused", reason };
    const { accountId } = viewer;
    const { id: draftId, round } = draft;
    await noteDecision(tx, { draftId, round, accountId, decision, note: note === "" ? null : note, filesHash, now });
    const state = stateAfter(reviewers.map((each) => (each.accountId === accountId ? { decision } : each)));
    if (state !== draft.state) await setDraftState(tx, { draftId, state });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "draft.decided",
      subject: { type: "draft", id: draftId, label: slug },
      after: { course: slug, round, decision, ...(note !== "" && { note }), filesHash, state },
      at: now,
    });
    return { kind: "decided", state };
  });
}

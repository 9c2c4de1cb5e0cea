import type { Viewer } from "~/domain/auth/permissions";
import { answerRemark, insertRemark, resolveRemark } from "~/domain/courses/drafts/remark-store.server";
import { quoteOf } from "~/domain/courses/drafts/review";
import { type ReviewRefusal, refuseRemark } from "~/domain/courses/drafts/review-policy";
import { lockReview } from "~/domain/courses/drafts/review-store.server";
import { studioPerson } from "~/domain/courses/drafts/studio-person";
import { readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { notFound } from "~/domain/problem";
import { type Db, inTransaction } from "~/platform/db.server";

export type RemarkAnswer = { kind: "done" } | { kind: "refused"; reason: ReviewRefusal };

interface RemarkInput {
  viewer: Viewer;
  slug: string;
  now: Date;
}

// Remarks are the draft's own record of who said what and when: nothing of them is changed or deleted, so no audit event
// repeats them.
function remarking(
  { viewer, slug }: RemarkInput,
  write: (tx: Db, draftId: string) => Promise<boolean>,
): Promise<RemarkAnswer> {
  return inTransaction(async (tx) => {
    const review = await lockReview(tx, slug);
    if (!review) throw notFound(`draft of ${slug}`);
    const reason = refuseRemark(studioPerson(viewer), review.situation);
    if (reason) return { kind: "refused", reason };
    if (!(await write(tx, review.draft.id))) throw notFound(`remark on the draft of ${slug}`);
    return { kind: "done" };
  });
}

const writer = ({ accountId, displayName }: Viewer) => ({ accountId, name: displayName });

/** A remark on a block of a lesson, or on a file as a whole (`block` null). */
export function remarkOnDraft(
  input: RemarkInput & { path: string; block: string | null; quote: string | null; text: string },
): Promise<RemarkAnswer> {
  const { viewer, path, block, quote, text, now } = input;
  return remarking(input, async (tx, draftId) => {
    if (!(await readDraftFile(tx, { draftId, path }))) return false;
    const said = { path, block, quote: quote && quoteOf(quote), text: text.trim() };
    await insertRemark(tx, { draftId, ...said, by: writer(viewer), now });
    return true;
  });
}

export function answerRemarkOnDraft(input: RemarkInput & { remarkId: string; text: string }): Promise<RemarkAnswer> {
  const { viewer, remarkId, text, now } = input;
  return remarking(input, (tx, draftId) =>
    answerRemark(tx, { draftId, remarkId, text: text.trim(), by: writer(viewer), now }),
  );
}

/** Dealt with, or open again. */
export function resolveRemarkOnDraft(
  input: RemarkInput & { remarkId: string; resolved: boolean },
): Promise<RemarkAnswer> {
  const { viewer, remarkId, resolved, now } = input;
  return remarking(input, (tx, draftId) => resolveRemark(tx, { draftId, remarkId, resolved, by: writer(viewer), now }));
}

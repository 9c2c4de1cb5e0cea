import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { listHolders } from "~/domain/auth/permission-holders-store.server";
import { filesHash } from "~/domain/courses/content-hash.server";
import { type ContentProblem, isError } from "~/domain/courses/content-problem";
import { loadDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import { type ReviewRefusal, refuseSubmit, refuseWithdraw } from "~/domain/courses/drafts/review-policy";
import { beginRound, lockReview, setDraftState } from "~/domain/courses/drafts/review-store.server";
import { studioPerson, studioPersonWith } from "~/domain/courses/drafts/studio-person";
import { listFileHashes } from "~/domain/courses/publish-store.server";
import { notFound } from "~/domain/problem";
import { inTransaction } from "~/platform/db.server";
import { baseOf, checkDraft } from "./draft-base";

export type SubmitAnswer =
  | { kind: "sent"; round: number; reviewers: string[] }
  | { kind: "refused"; reason: ReviewRefusal | "base-moved" | "unchanged" }
  | { kind: "refused"; reason: "problems"; problems: ContentProblem[] };

/** Sends a draft to named people for review. From then on nobody writes in it until it comes back. */
export async function submitDraft(input: {
  viewer: Viewer;
  slug: string;
  reviewerIds: readonly string[];
  changeNote: string;
  now: Date;
}): Promise<SubmitAnswer> {
  const { viewer, slug, now } = input;
  const changeNote = input.changeNote.trim();
  return inTransaction(async (tx): Promise<SubmitAnswer> => {
    const review = await lockReview(tx, slug);
    if (!review) throw notFound(`draft of ${slug}`);
    const { draft, situation } = review;
    const holders = new Map((await listHolders(tx, "content.approve")).map((each) => [each.accountId, each]));
    const named = [...new Set(input.reviewerIds)].map((accountId) => ({ accountId, holder: holders.get(accountId) }));
    const reason = refuseSubmit(studioPerson(viewer), situation, {
      changeNote,
      reviewers: named.map(({ accountId, holder }) => studioPersonWith(accountId, holder?.roles ?? [])),
    });
    if (reason) return { kind: "refused", reason };
    const base = await baseOf(tx, draft);
    if (base.kind === "moved") return { kind: "refused", reason: "base-moved" };
    const before = base.baseVersionId && (await listFileHashes(tx, base.baseVersionId));
    if (before && filesHash(before) === situation.filesHash) return { kind: "refused", reason: "unchanged" };
    const { check } = await checkDraft(tx, { slug, files: await loadDraftFiles(tx, draft.id), now });
    if (!check.course) return { kind: "refused", reason: "problems", problems: check.problems.filter(isError) };

    const reviewers = named.map(({ accountId, holder }) => ({ accountId, name: holder!.name }));
    const round = draft.round + 1;
    const sender = { accountId: viewer.accountId, name: viewer.displayName };
    await beginRound(tx, { draftId: draft.id, round, sender, reviewers, changeNote, now });
    const names = reviewers.map(({ name }) => name);
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "draft.submitted",
      subject: { type: "draft", id: draft.id, label: check.title },
      after: { course: slug, round, reviewers: names.join(", "), changeNote },
      at: now,
    });
    return { kind: "sent", round, reviewers: names };
  });
}

/** Takes a draft back to be written in again; remarks and decisions of the round stay on record. */
export async function withdrawDraft(input: {
  viewer: Viewer;
  slug: string;
  now: Date;
}): Promise<{ kind: "withdrawn" } | { kind: "refused"; reason: ReviewRefusal }> {
  const { viewer, slug, now } = input;
  return inTransaction(async (tx) => {
    const review = await lockReview(tx, slug);
    if (!review) throw notFound(`draft of ${slug}`);
    const { draft, situation } = review;
    const reason = refuseWithdraw(studioPerson(viewer), situation);
    if (reason) return { kind: "refused", reason };
    await setDraftState(tx, { draftId: draft.id, state: "editing" });
    await recordAudit(tx, {
      actor: actorOf(viewer),
      action: "draft.withdrawn",
      subject: { type: "draft", id: draft.id, label: slug },
      before: { state: draft.state },
      after: { course: slug, round: draft.round },
      at: now,
    });
    return { kind: "withdrawn" };
  });
}

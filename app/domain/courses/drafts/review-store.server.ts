import type { Db } from "~/platform/db.server";
import { filesHash } from "../content-hash.server";
import type { Draft, DraftState } from "./draft";
import { findOpenDraft } from "./draft-store.server";
import type { ReviewEntry, ReviewerView } from "./review";
import type { Decision, ReviewSituation } from "./review-policy";

export interface DraftUnderReview {
  draft: Draft;
  situation: ReviewSituation;
  reviewers: ReviewerView[];
}

/** The open draft of a course with all that the rules of a review look at; null when there is none. */
export async function readReview(db: Db, slug: string): Promise<DraftUnderReview | null> {
  const draft = await findOpenDraft(db, slug);
  return draft && withSituation(db, draft);
}

/** The same behind a lock: nobody writes in it, decides on it or publishes it until the transaction ends. */
export async function lockReview(tx: Db, slug: string): Promise<DraftUnderReview | null> {
  await tx.$queryRaw`
    SELECT id FROM course_draft WHERE slug = ${slug} AND state IN ('editing', 'in_review', 'approved') FOR UPDATE`;
  return readReview(tx, slug);
}

async function withSituation(db: Db, draft: Draft): Promise<DraftUnderReview> {
  const [files, reviewers, [writer]] = await Promise.all([
    db.draftFile.findMany({ where: { draftId: draft.id }, select: { path: true, sha256: true } }),
    listReviewers(db, { draftId: draft.id, round: draft.round }),
    // Who took a file away has written too.
    db.$queryRaw<{ by: string | null }[]>`
      SELECT w.by FROM (
        SELECT updated_by AS by, updated_at AS at FROM draft_file WHERE draft_id = ${draft.id}::uuid
        UNION ALL
        SELECT saved_by, saved_at FROM draft_file_revision WHERE draft_id = ${draft.id}::uuid AND bytes IS NULL
      ) w ORDER BY w.at DESC LIMIT 1`,
  ]);
  return {
    draft,
    reviewers,
    situation: {
      state: draft.state,
      submittedBy: draft.submittedBy,
      lastWriter: writer?.by ?? null,
      reviewers,
      filesHash: filesHash(files),
    },
  };
}

export async function listReviewers(db: Db, input: { draftId: string; round: number }): Promise<ReviewerView[]> {
  const rows = await db.draftReviewer.findMany({
    where: input,
    orderBy: [{ name: "asc" }, { accountId: "asc" }],
    select: { accountId: true, name: true, decision: true, note: true, contentHash: true, decidedAt: true },
  });
  return rows.map(({ contentHash, ...row }) => ({ ...row, filesHash: contentHash }));
}

/** A new round: sent by somebody to people who are named. */
export async function beginRound(
  tx: Db,
  input: {
    draftId: string;
    round: number;
    sender: { accountId: string; name: string };
    reviewers: readonly { accountId: string; name: string }[];
    changeNote: string;
    now: Date;
  },
): Promise<void> {
  const { draftId, round, sender, reviewers, changeNote, now } = input;
  await tx.courseDraft.update({
    where: { id: draftId },
    data: {
      state: "in_review",
      round,
      changeNote,
      submittedAt: now,
      submittedBy: sender.accountId,
      submittedByName: sender.name,
    },
    select: { id: true },
  });
  await tx.draftReviewer.createMany({
    data: reviewers.map(({ accountId, name }) => ({ draftId, round, accountId, name })),
  });
}

export async function setDraftState(tx: Db, input: { draftId: string; state: DraftState }): Promise<void> {
  const { draftId: id, state } = input;
  await tx.courseDraft.update({ where: { id }, data: { state }, select: { id: true } });
}

/** The draft has become a version, which ends it. */
export async function closeDraft(
  tx: Db,
  input: { draftId: string; courseId: string; versionId: string; now: Date },
): Promise<void> {
  const { draftId: id, courseId, versionId: publishedVersionId, now: closedAt } = input;
  const data = { state: "published", courseId, publishedVersionId, closedAt } as const;
  await tx.courseDraft.update({ where: { id }, data, select: { id: true } });
}

/** The draft stands over another version from now on. */
export async function setBase(tx: Db, input: { draftId: string; courseId: string; versionId: string }): Promise<void> {
  const { draftId: id, courseId, versionId: baseVersionId } = input;
  await tx.courseDraft.update({ where: { id }, data: { courseId, baseVersionId }, select: { id: true } });
}

export async function noteDecision(
  tx: Db,
  input: {
    draftId: string;
    round: number;
    accountId: string;
    decision: Decision;
    note: string | null;
    filesHash: string;
    now: Date;
  },
): Promise<void> {
  const { draftId, round, accountId, decision, note, filesHash: contentHash, now: decidedAt } = input;
  await tx.draftReviewer.update({
    where: { draftId_round_accountId: { draftId, round, accountId } },
    data: { decision, note, contentHash, decidedAt },
    select: { accountId: true },
  });
}

const MOST = 200;

/** All drafts under review or approved, those that wait for this person first, then by the time they were sent. */
export async function listReviews(db: Db, input: { accountId: string }): Promise<ReviewEntry[]> {
  return db.$queryRaw<ReviewEntry[]>`
    SELECT * FROM (
      SELECT d.slug, coalesce(c.title, d.slug) AS title, d.state, d.change_note AS "changeNote",
        d.submitted_at AS "submittedAt", d.submitted_by_name AS "submittedByName",
        coalesce((SELECT json_agg(json_build_object('name', r.name, 'decision', r.decision) ORDER BY r.name)
          FROM draft_reviewer r WHERE r.draft_id = d.id AND r.round = d.round), '[]') AS reviewers,
        (SELECT count(*)::int FROM draft_comment k WHERE k.draft_id = d.id AND k.parent_id IS NULL AND k.resolved_at IS NULL)
          AS "openRemarks",
        d.state = 'in_review' AND EXISTS (SELECT 1 FROM draft_reviewer r WHERE r.draft_id = d.id AND r.round = d.round
          AND r.account_id = ${input.accountId}::uuid AND r.decision IS NULL) AS mine
      FROM course_draft d LEFT JOIN course c ON c.id = d.course_id
      WHERE d.state IN ('in_review', 'approved')
    ) e ORDER BY e.mine DESC, e."submittedAt", e.slug LIMIT ${MOST}`;
}

import { actorOf } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { Viewer } from "~/domain/auth/permissions";
import { lineDifference } from "~/domain/courses/compare/line-diff";
import { listVersions } from "~/domain/courses/course-store.server";
import type { Draft } from "~/domain/courses/drafts/draft";
import { listDraftFiles, loadDraftFiles, saveDraftFile } from "~/domain/courses/drafts/draft-store.server";
import {
  conflictsOf,
  type FileHashes,
  type FileOfRebase,
  pathsToTake,
  planRebase,
  type SideChoice,
} from "~/domain/courses/drafts/rebase";
import type { RebasePage } from "~/domain/courses/drafts/rebase-view";
import { listFileHashes, loadFiles } from "~/domain/courses/publish-store.server";
import { lockReview, readReview, setBase, setDraftState } from "~/domain/courses/drafts/review-store.server";
import { studioPerson } from "~/domain/courses/drafts/studio-person";
import { forbidden, notFound } from "~/domain/problem";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { baseOf, type DraftBase } from "./draft-base";

/** What setting the draft upon the version in use means, file by file; null when it stands upon it already. */
export async function viewRebase(input: { slug: string }): Promise<RebasePage | null> {
  const { slug } = input;
  const review = await readReview(db, slug);
  if (!review) throw notFound(`draft of ${slug}`);
  const { draft } = review;
  const base = await inTransaction((tx) => baseOf(tx, draft));
  if (base.kind === "stands") return null;
  const { id: courseId, currentVersionId: versionId, title } = base.course;
  const [plan, mine, theirs, versions] = await Promise.all([
    planOf(db, draft, base),
    loadDraftFiles(db, draft.id),
    loadFiles(db, { courseId, versionId }),
    listVersions(db, courseId),
  ]);
  return {
    course: { slug, title },
    draft,
    over: versions.find(({ id }) => id === versionId)!,
    conflicts: conflictsOf(plan).map(({ path }) => ({
      path,
      mine: mine.has(path),
      theirs: theirs.has(path),
      difference: IS_TEXT.test(path) ? lineDifference(textOf(mine.get(path)), textOf(theirs.get(path))) : null,
    })),
    taken: plan.filter(({ fate, mine: a, theirs: b }) => fate === "taken" && a !== b).map(({ path }) => path),
    kept: plan.filter(({ fate }) => fate === "kept").map(({ path }) => path),
  };
}

const IS_TEXT = /\.(ya?ml|mdx|vtt)$/;
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

export type RebaseAnswer =
  | { kind: "rebased"; number: number; taken: number; kept: number }
  | { kind: "stands" }
  | { kind: "refused"; reason: "choose" }
  /** Yet another version, or another hand in the draft, since the page was opened. */
  | { kind: "refused"; reason: "overtaken" };

/**
 * Sets a draft upon the version in use. What only that version changed comes from it, what only the draft changed stays, and between
 * the others the officer has chosen. What was there before stays in the history of each file. A draft under review or approved goes
 * back to its writers: it is no longer what was looked at.
 */
export async function rebaseDraft(input: {
  viewer: Viewer;
  slug: string;
  /** Number of the version that the page showed. */
  over: number;
  choices: Readonly<Record<string, SideChoice>>;
  now: Date;
}): Promise<RebaseAnswer> {
  const { viewer, slug, over, choices, now } = input;
  if (!studioPerson(viewer).mayWrite) throw forbidden(`rebase of ${slug}`);
  const actor = actorOf(viewer);
  return inTransaction(async (tx): Promise<RebaseAnswer> => {
    const review = await lockReview(tx, slug);
    if (!review) throw notFound(`draft of ${slug}`);
    const { draft } = review;
    const base = await baseOf(tx, draft);
    if (base.kind === "stands") return { kind: "stands" };
    const { id: courseId, currentVersionId: versionId, currentNumber } = base.course;
    if (currentNumber !== over) return { kind: "refused", reason: "overtaken" };
    const plan = await planOf(tx, draft, base);
    const paths = pathsToTake(plan, choices);
    if (!paths) return { kind: "refused", reason: "choose" };
    if (draft.state !== "editing") await setDraftState(tx, { draftId: draft.id, state: "editing" });
    const theirs = await loadFiles(tx, { courseId, versionId });
    for (const path of paths) {
      const bytes = theirs.get(path) ?? null;
      await saveDraftFile(tx, { draftId: draft.id, path, bytes, over: "whatever", ownStep: true, actor, now });
    }
    await setBase(tx, { draftId: draft.id, courseId, versionId });
    const kept = plan.filter(({ path, mine, theirs: their }) => mine !== their && !paths.includes(path)).length;
    await recordAudit(tx, {
      actor,
      action: "draft.rebased",
      subject: { type: "draft", id: draft.id, label: base.course.title },
      before: { version: draft.baseNumber, state: draft.state },
      after: { version: over, state: "editing", course: slug, kept, files: paths.join(", ") },
      at: now,
    });
    return { kind: "rebased", number: over, taken: paths.length, kept };
  });
}

async function planOf(db: Db, draft: Draft, base: Extract<DraftBase, { kind: "moved" }>): Promise<FileOfRebase[]> {
  const [before, mine, theirs] = await Promise.all([
    draft.baseVersionId ? listFileHashes(db, draft.baseVersionId) : [],
    listDraftFiles(db, draft.id),
    listFileHashes(db, base.course.currentVersionId),
  ]);
  const hashes = (files: { path: string; sha256: string }[]): FileHashes =>
    new Map(files.map(({ path, sha256 }) => [path, sha256]));
  return planRebase({ base: hashes(before), mine: hashes(mine), theirs: hashes(theirs) });
}

import type { Actor } from "~/domain/audit/audit-event";
import { isError } from "~/domain/courses/content-problem";
import { type CourseFiles, sameBytes } from "~/domain/courses/course-source";
import type { Draft } from "~/domain/courses/drafts/draft";
import { findOpenDraft, loadDraftFiles, lockDraft, saveDraftFile } from "~/domain/courses/drafts/draft-store.server";
import {
  type FilePart,
  hashesOfDraft,
  hashesOfVersion,
  lastChangeOf,
  standOf,
} from "~/domain/courses/drafts/shelf-store.server";
import type { DraftAnswer, DraftRefusal } from "~/domain/courses/drafts/working-course";
import { currentVersionOf } from "~/domain/courses/version-cache.server";
import { findRegister } from "~/domain/documents/document-store.server";
import { notFound } from "~/domain/problem";
import { localDay } from "~/domain/time";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { openDraft } from "./open-draft";
import { type ChangedFiles, filesInUse } from "./files-in-use";
import { checkFilesOf } from "./working-course";

interface ChangeWith<Changes> {
  actor: Actor;
  slug: string;
  /** The part that the form was filled in for, and as what; left out: the change reads what is there and holds for it. */
  over?: { part: FilePart; stand: string };
  /** From the files as they stand. */
  change: (files: CourseFiles) => Changes;
  /** What belongs to the same change and is written with it. */
  alongside?: (tx: Db, draft: Draft) => Promise<void>;
  now: Date;
}

/**
 * Changes files of the open draft of a course, and opens one where none is. The draft is locked while its files are read, changed
 * and written, so that a change made of what is there overwrites nothing that came in between; and nothing of it reaches learners
 * before the draft was approved and published.
 */
export async function changeDraft(input: ChangeWith<ChangedFiles>): Promise<DraftAnswer> {
  return (await tryChangeDraft<never>(input)) as DraftAnswer;
}

/** The same for a change that may find, in the files as they stand, that it cannot be made: then nothing is written. */
export async function tryChangeDraft<Extra>(
  input: ChangeWith<ChangedFiles | Extra>,
): Promise<DraftAnswer | { kind: "declined"; why: Extra }> {
  const { actor, slug, over, now } = input;
  const open = await findOpenDraft(db, slug);
  // Looked at before a draft is opened for it: what is refused leaves none behind.
  if (!open && over && (await standOfVersion(slug, over.part)) !== over.stand) {
    return { kind: "refused", reason: "overtaken", byName: null, at: null };
  }
  if (!open) {
    // A change that changes nothing opens nothing.
    const files = await filesInUse(slug);
    const tried = input.change(files);
    if (!(tried instanceof Map)) return { kind: "declined", why: tried as Extra };
    if (differing(files, tried as ChangedFiles).length === 0) return { kind: "unchanged" };
  }
  const draft = open ?? (await openDraft({ slug, actor, now }));
  const outcome = await inTransaction((tx) => write(tx, draft, input));
  if (outcome.kind !== "saved") return outcome;
  const [files, register] = await Promise.all([loadDraftFiles(db, draft.id), findRegister(db, localDay(now))]);
  const errors = checkFilesOf({ slug, files, register, now }).problems.filter(isError).length;
  return { kind: "saved", opened: !open, errors };
}

async function write<Extra>(
  tx: Db,
  draft: Draft,
  { actor, over, change, alongside, now }: ChangeWith<ChangedFiles | Extra>,
): Promise<
  { kind: "saved" } | { kind: "unchanged" } | ({ kind: "refused" } & DraftRefusal) | { kind: "declined"; why: Extra }
> {
  const state = await lockDraft(tx, draft.id);
  if (state !== "editing") return { kind: "refused", reason: "closed", state };
  if (over && standOf(await hashesOfDraft(tx, draft.id), over.part) !== over.stand) {
    const last = await lastChangeOf(tx, { draftId: draft.id, part: over.part });
    return { kind: "refused", reason: "overtaken", byName: last?.byName ?? null, at: last?.at ?? null };
  }
  const files = await loadDraftFiles(tx, draft.id);
  const changes = change(files);
  if (!(changes instanceof Map)) return { kind: "declined", why: changes as Extra };
  const changed = differing(files, changes as ChangedFiles);
  for (const [path, bytes] of changed) {
    await saveDraftFile(tx, { draftId: draft.id, path, bytes, over: "whatever", actor, now });
  }
  if (changed.length > 0) await alongside?.(tx, draft);
  return { kind: changed.length > 0 ? "saved" : "unchanged" };
}

const differing = (files: CourseFiles, changes: ChangedFiles) =>
  [...changes].filter(([path, bytes]) => (bytes === null ? files.has(path) : !sameBytes(bytes, files.get(path))));

async function standOfVersion(slug: string, part: FilePart): Promise<string> {
  const version = await currentVersionOf(slug);
  if (!version) throw notFound(`course ${slug}`);
  return standOf(await hashesOfVersion(db, version.id), part);
}

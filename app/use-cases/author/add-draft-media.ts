import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { CourseFiles } from "~/domain/courses/course-source";
import type { Draft } from "~/domain/courses/drafts/draft";
import { findOpenDraft, loadDraftFiles, lockDraft, saveDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { sha256 } from "~/domain/courses/content-hash.server";
import {
  type Description,
  DESCRIPTIONS_PATH,
  readDescriptions,
  writeDescriptions,
} from "~/domain/courses/media/descriptions";
import { captionsOf, mediaPath } from "~/domain/courses/media/draft-media";
import { mediaAddress } from "~/domain/courses/media/media-address";
import { storeFile } from "~/domain/courses/media/media-files.server";
import { isMedia, MEDIA_COUNT_LIMIT, MEDIA_TOTAL_MB, type MediaKind } from "~/domain/courses/media/media-kind";
import { noteImageSize } from "~/domain/courses/media/media-store.server";
import { type HandedUp, type MediumFault, prepareMedium } from "~/domain/courses/media/prepare-medium.server";
import { notFound } from "~/domain/problem";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { sizeOf } from "~/platform/files/stored-file";

export type AddedMedium =
  | {
      kind: "added";
      path: string;
      medium: MediaKind;
      alt: string;
      size: number;
      /** Where it is read. */
      address: string;
    }
  | { kind: "refused"; reason: "faults"; faults: MediumFault[] }
  | { kind: "refused"; reason: "closed"; state: Draft["state"] };

/** Checks a file, cleans it, keeps it in the file store and puts it among the media of the open draft. */
export async function addDraftMedium(input: {
  slug: string;
  handedUp: HandedUp;
  actor: Actor;
  now: Date;
}): Promise<AddedMedium> {
  const { slug, handedUp, actor, now } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  if (draft.state !== "editing") return { kind: "refused", reason: "closed", state: draft.state };
  const prepared = await prepareMedium(handedUp);
  if (Array.isArray(prepared)) return { kind: "refused", reason: "faults", faults: prepared };
  const { kind, ending, size, alt, transcript } = prepared;
  const file = await storeFile(prepared.bytes);
  const captions = prepared.captions && (await storeFile(prepared.captions));
  return inTransaction(async (tx) => {
    const state = await lockDraft(tx, draft.id);
    if (state !== "editing") return { kind: "refused", reason: "closed", state };
    const files = await loadDraftFiles(tx, draft.id);
    const full = tooMuch(files, sizeOf(file) + (captions ? sizeOf(captions) : 0));
    if (full) return { kind: "refused", reason: "faults", faults: [full] };
    // The same file again is the same medium: it keeps its name and what was said of it, unless more is said now.
    const there = [...files].find(([path, bytes]) => isMedia(path) && sha256(bytes) === file.sha256 && !captions)?.[0];
    const taken = (path: string) => files.has(path) || (captions !== null && files.has(captionsOf(path)));
    const path = there ?? mediaPath(handedUp.fileName, ending, taken);
    const step = { draftId: draft.id, over: "whatever", actor, now } as const;
    await saveDraftFile(tx, { ...step, path, bytes: file });
    if (captions) await saveDraftFile(tx, { ...step, path: captionsOf(path), bytes: captions });
    await describe(tx, { ...step, path, said: { ...(alt && { alt }), ...(transcript && { transcript }) } });
    if (size) await noteImageSize(tx, { sha256: file.sha256, ...size });
    await recordAudit(tx, {
      actor,
      action: "draft.media-changed",
      subject: { type: "draft", id: draft.id, label: slug },
      after: { change: "added", path, sha256: file.sha256 },
      at: now,
    });
    const address = mediaAddress({ path, sha256: file.sha256 });
    return { kind: "added", path, medium: kind, alt, size: sizeOf(file), address };
  });
}

/** Says something about a medium, beside what was said before; `said` null takes it all away. */
export async function describe(
  tx: Db,
  input: { draftId: string; path: string; said: Description | null; actor: Actor; now: Date },
): Promise<void> {
  const { draftId, path, said, actor, now } = input;
  const all = readDescriptions((await loadDraftFiles(tx, draftId)).get(DESCRIPTIONS_PATH));
  const name = path.slice("media/".length);
  const { [name]: before, ...others } = all;
  const after = said === null ? {} : { ...before, ...said };
  const bytes = writeDescriptions({ ...others, [name]: after });
  await saveDraftFile(tx, { draftId, path: DESCRIPTIONS_PATH, bytes, over: "whatever", actor, now });
}

function tooMuch(files: CourseFiles, more: number): MediumFault | null {
  const sizes = [...files].filter(([path]) => isMedia(path)).map(([, bytes]) => sizeOf(bytes));
  if (sizes.length >= MEDIA_COUNT_LIMIT) return { field: "file", reason: "course-count", limit: MEDIA_COUNT_LIMIT };
  const total = sizes.reduce((sum, size) => sum + size, more);
  return total > MEDIA_TOTAL_MB * 1024 * 1024 ? { field: "file", reason: "course-total", limit: MEDIA_TOTAL_MB } : null;
}

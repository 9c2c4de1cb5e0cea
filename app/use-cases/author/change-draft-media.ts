import type { Actor } from "~/domain/audit/audit-event";
import { recordAudit } from "~/domain/audit/audit-store.server";
import type { CourseFiles } from "~/domain/courses/course-source";
import type { Draft } from "~/domain/courses/drafts/draft";
import { findOpenDraft, loadDraftFiles, lockDraft, saveDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { DESCRIPTIONS_PATH, type Description, readDescriptions } from "~/domain/courses/media/descriptions";
import { captionsOf, type MediaUse, renamedPath, usesOf, withOtherMedium } from "~/domain/courses/media/draft-media";
import { storeFile } from "~/domain/courses/media/media-files.server";
import { endingOf, isMedia, mediaRule, stemOf } from "~/domain/courses/media/media-kind";
import { noteImageSize } from "~/domain/courses/media/media-store.server";
import { type MediumFault, prepareMedium } from "~/domain/courses/media/prepare-medium.server";
import { notFound } from "~/domain/problem";
import { type Db, db, inTransaction } from "~/platform/db.server";
import { describe } from "./add-draft-media";

export type ChangedMedium =
  | { kind: "changed"; path: string; lessons: MediaUse[] }
  | { kind: "refused"; reason: "closed"; state: Draft["state"] }
  | { kind: "refused"; reason: "used"; lessons: MediaUse[] }
  | { kind: "refused"; reason: "name" | "name-taken" }
  | { kind: "refused"; reason: "faults"; faults: MediumFault[] };

interface Asked {
  slug: string;
  path: string;
  actor: Actor;
  now: Date;
}

/** Says anew what a medium shows, or what is said in it. */
export function describeDraftMedium(input: Asked & { said: Description }): Promise<ChangedMedium> {
  return change(input, "described", async (tx, { draftId }) => {
    await describe(tx, { ...input, draftId });
    return { path: input.path, lessons: [] };
  });
}

/** Gives a medium another name, in the lessons that use it too. */
export function renameDraftMedium(input: Asked & { name: string }): Promise<ChangedMedium> {
  const { path, name } = input;
  return change(input, "renamed", async (tx, draft) => {
    const to = renamedPath(path, name);
    if (to === null) return { kind: "refused", reason: "name" };
    if (to === path) return { path, lessons: [] };
    if (draft.files.has(to)) return { kind: "refused", reason: "name-taken" };
    return { path: to, lessons: await moveMedium(tx, { ...draft, path, to, bytes: draft.files.get(path)! }) };
  });
}

/** Takes a medium away; not while a lesson or a question uses it. */
export function deleteDraftMedium(input: Asked): Promise<ChangedMedium> {
  const { path, actor, now } = input;
  return change(input, "deleted", async (tx, { draftId, files }) => {
    const lessons = usesOf(path, files);
    if (lessons.length > 0) return { kind: "refused", reason: "used", lessons };
    await saveDraftFile(tx, { draftId, path, bytes: null, over: "whatever", actor, now });
    await describe(tx, { draftId, path, said: null, actor, now });
    return { path, lessons };
  });
}

/** Another file in its place, of the same kind; what is said about it stays unless something else is said now. */
export async function replaceDraftMedium(
  input: Asked & { file: { name: string; bytes: Uint8Array }; alt: string; transcript: string },
): Promise<ChangedMedium> {
  const { slug, path, file, alt, transcript } = input;
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  const files = await loadDraftFiles(db, draft.id);
  const said = readDescriptions(files.get(DESCRIPTIONS_PATH))[path.slice("media/".length)];
  const prepared = await prepareMedium({
    fileName: file.name,
    bytes: file.bytes,
    alt: alt || said?.alt || stemOf(path),
    transcript: transcript || said?.transcript || "",
    captions: files.has(captionsOf(path)) ? "kept" : null,
  });
  if (Array.isArray(prepared)) return { kind: "refused", reason: "faults", faults: prepared };
  if (prepared.kind !== mediaRule(path)?.kind) {
    return { kind: "refused", reason: "faults", faults: [{ field: "file", reason: "other-kind" }] };
  }
  const bytes = await storeFile(prepared.bytes);
  return change(input, "replaced", async (tx, open) => {
    // A picture from a folder may be a PNG; what comes in its place is WebP, and the lessons follow.
    const to = endingOf(path) === prepared.ending ? path : `media/${stemOf(path)}.${prepared.ending}`;
    if (to !== path && open.files.has(to)) return { kind: "refused", reason: "name-taken" };
    if (prepared.size) await noteImageSize(tx, { sha256: bytes.sha256, ...prepared.size });
    const lessons = await moveMedium(tx, { ...open, path, to, bytes });
    await describe(tx, { ...open, path: to, said: { ...(alt && { alt }), ...(transcript && { transcript }) } });
    return { path: to, lessons };
  });
}

interface OpenDraft {
  draftId: string;
  files: CourseFiles;
  actor: Actor;
  now: Date;
}

type Done = { path: string; lessons: MediaUse[] } | Extract<ChangedMedium, { kind: "refused" }>;

/** One change of one medium, under the draft's lock and told to the audit trail. */
async function change(
  { slug, path, actor, now }: Asked,
  what: string,
  work: (tx: Db, draft: OpenDraft) => Promise<Done>,
): Promise<ChangedMedium> {
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  return inTransaction(async (tx) => {
    const state = await lockDraft(tx, draft.id);
    if (state !== "editing") return { kind: "refused", reason: "closed", state };
    const files = await loadDraftFiles(tx, draft.id);
    if (!isMedia(path) || !files.has(path)) throw notFound(`${path} in the draft of ${slug}`);
    const done = await work(tx, { draftId: draft.id, files, actor, now });
    if ("kind" in done) return done;
    await recordAudit(tx, {
      actor,
      action: "draft.media-changed",
      subject: { type: "draft", id: draft.id, label: slug },
      before: { path },
      after: { change: what, path: done.path },
      at: now,
    });
    return { kind: "changed", ...done };
  });
}

/** A medium under another path, or other bytes under the same one; the texts that name it follow. */
async function moveMedium(
  tx: Db,
  input: OpenDraft & { path: string; to: string; bytes: Uint8Array },
): Promise<MediaUse[]> {
  const { draftId, files, path, to, bytes, actor, now } = input;
  const step = { draftId, over: "whatever", actor, now } as const;
  const uses = usesOf(path, files);
  await saveDraftFile(tx, { ...step, path: to, bytes });
  if (to === path) return uses;
  await saveDraftFile(tx, { ...step, path, bytes: null });
  for (const { path: text } of uses) {
    const words = withOtherMedium(new TextDecoder().decode(files.get(text)), path, to);
    await saveDraftFile(tx, { ...step, path: text, bytes: new TextEncoder().encode(words) });
  }
  const said = readDescriptions(files.get(DESCRIPTIONS_PATH))[path.slice("media/".length)];
  if (said) {
    await describe(tx, { ...step, path: to, said });
    await describe(tx, { ...step, path, said: null });
  }
  return uses;
}

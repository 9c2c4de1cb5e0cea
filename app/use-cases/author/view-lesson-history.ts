import { listRevisions, readRevision } from "~/domain/courses/drafts/draft-history-store.server";
import { readDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { LESSON_PATH, type RevisionNote } from "~/domain/courses/drafts/lesson-editor";
import { bytesOf } from "~/domain/courses/media/media-files.server";
import { notFound } from "~/domain/problem";
import { db } from "~/platform/db.server";
import { requireDraft } from "./preview-draft-lesson";

/** The steps in which a lesson of the open draft was written. */
export async function viewLessonHistory(input: { slug: string; path: string }): Promise<RevisionNote[]> {
  const draft = await requireDraft(input.slug);
  return listRevisions(db, { draftId: draft.id, path: input.path });
}

/** What a lesson said at one of these steps. */
export async function readLessonRevision(input: { slug: string; path: string; revision: number }): Promise<string> {
  const draft = await requireDraft(input.slug);
  const text = LESSON_PATH.test(input.path)
    ? await readRevision(db, { draftId: draft.id, path: input.path, revision: input.revision })
    : null;
  if (text === null) throw notFound(`revision ${input.revision} of ${input.path}`);
  return text;
}

const TYPES: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
  mp4: "video/mp4",
  webm: "video/webm",
  vtt: "text/vtt; charset=utf-8",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  pdf: "application/pdf",
};

/** An image or another file of the open draft, for its preview. */
export async function openDraftMedia(input: {
  slug: string;
  path: string;
}): Promise<{ bytes: Uint8Array; type: string }> {
  const draft = await requireDraft(input.slug);
  const type = input.path.startsWith("media/") ? TYPES[input.path.split(".").at(-1) ?? ""] : undefined;
  const file = type && (await readDraftFile(db, { draftId: draft.id, path: input.path }));
  if (!type || !file) throw notFound(`${input.path} of the draft of ${input.slug}`);
  return { bytes: await bytesOf(file.bytes), type };
}

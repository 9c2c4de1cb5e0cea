import type { Actor } from "~/domain/audit/audit-event";
import type { SavedFile } from "~/domain/courses/drafts/draft";
import { findOpenDraft, saveDraftFile } from "~/domain/courses/drafts/draft-store.server";
import { isMedia } from "~/domain/courses/media/media-kind";
import { badRequest, notFound } from "~/domain/problem";
import { db, inTransaction } from "~/platform/db.server";

/** Saves one file of the open draft of a course, or takes it away (`bytes` null); see `saveDraftFile` of the store. */
export async function saveFileOfDraft(input: {
  slug: string;
  path: string;
  bytes: Uint8Array | null;
  over: number | null;
  actor: Actor;
  now: Date;
}): Promise<SavedFile> {
  const { slug, ...file } = input;
  // Media come in by their own page, which looks at what they hold.
  if (isMedia(file.path)) throw badRequest(`${file.path} is a medium`);
  const draft = await findOpenDraft(db, slug);
  if (!draft) throw notFound(`draft of ${slug}`);
  return inTransaction((tx) => saveDraftFile(tx, { draftId: draft.id, ...file }));
}

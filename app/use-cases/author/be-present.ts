import { endPresence, showPresence } from "~/domain/courses/drafts/draft-presence-store.server";
import { findOpenDraft, listDraftFiles } from "~/domain/courses/drafts/draft-store.server";
import type { PresenceAnswer } from "~/domain/courses/drafts/lesson-editor";
import { db } from "~/platform/db.server";
import { requireDraft } from "./preview-draft-lesson";

interface Writer {
  accountId: string;
  displayName: string;
}

/** Says that somebody has a file of a draft open; answers who else is there, and whether the file was saved meanwhile. */
export async function bePresent(input: {
  slug: string;
  path: string;
  writer: Writer;
  now: Date;
}): Promise<PresenceAnswer> {
  const { slug, path, writer, now } = input;
  const draft = await requireDraft(slug);
  const [others, files] = await Promise.all([
    showPresence(db, { draftId: draft.id, accountId: writer.accountId, name: writer.displayName, path, now }),
    listDraftFiles(db, draft.id),
  ]);
  const file = files.find((each) => each.path === path);
  return {
    others: others.map((other) => ({ ...other, here: other.path === path })),
    revision: file?.revision ?? null,
    savedByName: file?.updatedByName ?? null,
  };
}

export async function stopBeingPresent(input: { slug: string; accountId: string }): Promise<void> {
  const draft = await findOpenDraft(db, input.slug);
  if (draft) await endPresence(db, { draftId: draft.id, accountId: input.accountId });
}

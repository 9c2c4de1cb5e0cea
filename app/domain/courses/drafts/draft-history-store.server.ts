import type { Db } from "~/platform/db.server";
import { readable } from "./draft-texts-store.server";
import type { RevisionNote } from "./lesson-editor";

const MANY = 200;

/** The steps in which a file of a draft was written, the last one first. */
export async function listRevisions(db: Db, input: { draftId: string; path: string }): Promise<RevisionNote[]> {
  return db.draftFileRevision.findMany({
    where: input,
    orderBy: { revision: "desc" },
    take: MANY,
    select: { revision: true, savedAt: true, savedByName: true },
  });
}

/** What a file said at one step; null when there is no such step or it was taken away then. */
export async function readRevision(
  db: Db,
  input: { draftId: string; path: string; revision: number },
): Promise<string | null> {
  const kept = await db.draftFileRevision.findUnique({
    where: { draftId_path_revision: input },
    select: { bytes: true },
  });
  return kept?.bytes ? readable(kept.bytes) : null;
}

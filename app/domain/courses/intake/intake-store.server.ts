import type { Db } from "~/platform/db.server";
import type { Actor } from "../../audit/audit-event";

export interface StoredArchive {
  id: string;
  fileName: string;
  bytes: Uint8Array;
  uploadedAt: Date;
  uploadedByName: string;
  appliedAt: Date | null;
}

export async function insertArchive(
  db: Db,
  input: { fileName: string; bytes: Uint8Array; actor: Actor; now: Date },
): Promise<string> {
  const { fileName, bytes, actor, now } = input;
  const { id } = await db.contentImport.create({
    data: {
      fileName: fileName.slice(0, 200),
      bytes: new Uint8Array(bytes),
      uploadedAt: now,
      uploadedBy: actor.accountId,
      uploadedByName: actor.name,
    },
    select: { id: true },
  });
  return id;
}

/** Null also for what is no id. */
export async function findArchive(db: Db, id: string): Promise<StoredArchive | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return db.contentImport.findUnique({ where: { id } });
}

export async function listWaitingArchives(
  db: Db,
): Promise<Pick<StoredArchive, "id" | "fileName" | "uploadedAt" | "uploadedByName">[]> {
  return db.contentImport.findMany({
    where: { appliedAt: null },
    orderBy: { uploadedAt: "desc" },
    take: 20,
    select: { id: true, fileName: true, uploadedAt: true, uploadedByName: true },
  });
}

/** false: it was taken over before. What has become a draft need not be kept as a zip too. */
export async function markArchiveApplied(tx: Db, input: { id: string; now: Date }): Promise<boolean> {
  const { count } = await tx.contentImport.updateMany({
    where: { id: input.id, appliedAt: null },
    data: { appliedAt: input.now },
  });
  return count === 1;
}

export async function deleteArchive(db: Db, id: string): Promise<void> {
  await db.contentImport.deleteMany({ where: { id, appliedAt: null } });
}

/** Holds the draft until the transaction ends, so that nobody writes in it between the look and the change. */
export async function holdDraft(tx: Db, draftId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM course_draft WHERE id = ${draftId}::uuid FOR UPDATE`;
}

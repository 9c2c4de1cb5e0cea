import type { Db } from "~/platform/db.server";

/** Its outline and lessons, as text, and of its other files their names and sizes. */
export interface DraftTexts {
  texts: Map<string, string>;
  media: { path: string; sha256: string; size: number }[];
}

export async function loadDraftTexts(db: Db, draftId: string): Promise<DraftTexts> {
  const [texts, media] = await Promise.all([
    db.draftFile.findMany({
      where: { draftId, OR: [{ path: "course.yaml" }, { path: { startsWith: "lessons/" } }] },
      orderBy: { path: "asc" },
      select: { path: true, bytes: true },
    }),
    listMediaFiles(db, draftId),
  ]);
  return { texts: new Map(texts.map(({ path, bytes }) => [path, readable(bytes!)])), media };
}

/** The text of one file, without its revision; null when it is not there. */
export async function readDraftText(db: Db, input: { draftId: string; path: string }): Promise<string | null> {
  const file = await db.draftFile.findUnique({ where: { draftId_path: input }, select: { bytes: true } });
  return file?.bytes ? readable(file.bytes) : null;
}

export async function listMediaFiles(db: Db, draftId: string): Promise<DraftTexts["media"]> {
  return db.$queryRaw<DraftTexts["media"]>`
    SELECT path, sha256, coalesce(size, length(bytes))::int AS size FROM draft_file
    WHERE draft_id = ${draftId}::uuid AND path LIKE 'media/%' ORDER BY path`;
}

/** As the editor has it: what is no UTF-8 is seen as such and told of by the check. */
export const readable = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");

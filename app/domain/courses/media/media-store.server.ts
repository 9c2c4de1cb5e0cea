import type { Db } from "~/platform/db.server";
import { fileOfRow } from "../file-columns.server";

/**
 * A medium by the hash of its bytes and its name, which says of which type it is: of any published version, and with `drafts` also
 * of what is being written.
 */
export async function findMedia(
  db: Db,
  input: { sha256: string; name: string; drafts: boolean },
): Promise<Uint8Array | null> {
  const { sha256, name, drafts } = input;
  const asked = {
    where: { sha256, path: `media/${name}` },
    select: { sha256: true, size: true, bytes: true },
  } as const;
  const published = await db.courseFile.findFirst(asked);
  const row = published ?? (drafts ? await db.draftFile.findFirst(asked) : null);
  return row && fileOfRow(row);
}

/** Which of these are named by a file of a version, of a draft or of a draft's history. */
export async function namedHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT h AS sha256 FROM unnest(${[...hashes]}::text[]) AS h
     WHERE EXISTS (SELECT 1 FROM course_file WHERE sha256 = h)
        OR EXISTS (SELECT 1 FROM draft_file WHERE sha256 = h)
        OR EXISTS (SELECT 1 FROM draft_file_revision WHERE sha256 = h)`;
  return new Set(rows.map(({ sha256 }) => sha256));
}

export interface ImageSize {
  width: number;
  height: number;
}

/** The sizes of those pictures that were looked at before. */
export async function findImageSizes(db: Db, hashes: readonly string[]): Promise<Map<string, ImageSize>> {
  const rows = await db.imageSize.findMany({ where: { sha256: { in: [...hashes] } } });
  return new Map(rows.map(({ sha256, width, height }) => [sha256, { width, height }]));
}

export async function noteImageSize(db: Db, input: { sha256: string } & ImageSize): Promise<void> {
  await db.imageSize.createMany({ data: [input], skipDuplicates: true });
}

/** The hashes among these that stand in a published version: their content was looked at then. */
export async function publishedHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db.courseFile.findMany({
    where: { sha256: { in: [...hashes] } },
    distinct: ["sha256"],
    select: { sha256: true },
  });
  return new Set(rows.map(({ sha256 }) => sha256));
}

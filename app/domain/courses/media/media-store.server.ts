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

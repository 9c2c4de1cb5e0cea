import type { Db } from "~/platform/db.server";

/**
 * The hashes among these that a job's file, a certificate's document, a decision on learning elsewhere or a piece of a snapshot bears: they
 * are kept in the file store.
 */
export async function keptHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ sha256: string }[]>`
    SELECT h AS sha256 FROM unnest(${[...hashes]}::text[]) AS h
     WHERE EXISTS (SELECT 1 FROM long_job WHERE file_sha256 = h)
        OR EXISTS (SELECT 1 FROM certificate_document WHERE sha256 = h)
        OR EXISTS (SELECT 1 FROM recognised_learning WHERE file_sha256 = h)
        OR EXISTS (SELECT 1 FROM evaluation_snapshot_chunk WHERE sha256 = h)`;
  return new Set(rows.map(({ sha256 }) => sha256));
}

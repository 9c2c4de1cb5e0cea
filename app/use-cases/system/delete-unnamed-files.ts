import { namedHashes } from "~/domain/courses/media/media-store.server";
import { keptHashes } from "~/domain/jobs/kept-files-store.server";
import { days } from "~/domain/time";
import { db } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";

/** A file is put into the store before the row that names it is written; and a draft is thrown away, a day later missed. */
const KEPT_DAYS = 7;
const AT_ONCE = 500;

/**
 * Files of the store that no version, no draft, no step of a draft's history, no certificate and no job names, and that have lain
 * there for some days.
 */
export async function deleteUnnamedFiles(input: { now: Date }): Promise<number> {
  const before = new Date(input.now.getTime() - days(KEPT_DAYS));
  let deleted = 0;
  let waiting: string[] = [];
  const sweep = async () => {
    const [named, kept] = await Promise.all([namedHashes(db, waiting), keptHashes(db, waiting)]);
    const inUse = new Set([...named, ...kept]);
    for (const sha256 of waiting) if (!inUse.has(sha256) && (await files().delete(sha256, before))) deleted++;
    waiting = [];
  };
  for await (const { sha256, storedAt } of files().list()) {
    if (storedAt <= before) waiting.push(sha256);
    if (waiting.length >= AT_ONCE) await sweep();
  }
  await sweep();
  return deleted;
}

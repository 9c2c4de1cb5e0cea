import { deleteImportsBefore } from "~/domain/assessment/question-import-store.server";
import { deleteArchivesBefore } from "~/domain/courses/intake/intake-store.server";
import { days } from "~/domain/time";
import { db } from "~/platform/db.server";

const KEPT_DAYS = 30;

/** Files that were handed up and never taken over are not kept for ever: questions, and courses as zip files. */
export async function deleteOldImports(input: { now: Date }): Promise<number> {
  const before = new Date(input.now.getTime() - days(KEPT_DAYS));
  return (await deleteImportsBefore(db, before)) + (await deleteArchivesBefore(db, before));
}

import { deleteImportsBefore } from "~/domain/assessment/question-import-store.server";
import { days } from "~/domain/time";
import { db } from "~/platform/db.server";

const KEPT_DAYS = 30;

/** Files of questions that were handed up and never taken over are not kept for ever. */
export function deleteOldImports(input: { now: Date }): Promise<number> {
  return deleteImportsBefore(db, new Date(input.now.getTime() - days(KEPT_DAYS)));
}

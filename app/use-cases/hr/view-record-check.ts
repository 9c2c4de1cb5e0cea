import {
  findLastEndedCheck,
  type FoundMismatch,
  listChecks,
  listMismatches,
  type RecordCheck,
} from "~/domain/completion/record-check-store.server";
import { db } from "~/platform/db.server";

const PAGE = 100;

export interface RecordCheckPage {
  last: RecordCheck | null;
  found: FoundMismatch[];
  /** Where the next ones begin; null when these are all. */
  next: number | null;
  checks: RecordCheck[];
}

/** The last comparison with what it found within the scope, and how the ones before it ended. */
export async function viewRecordCheck(input: { scope: readonly string[]; after: number }): Promise<RecordCheckPage> {
  const [last, checks] = await Promise.all([findLastEndedCheck(db), listChecks(db, 14)]);
  const rows = last ? await listMismatches(db, { ...input, checkId: last.id, limit: PAGE + 1 }) : [];
  const found = rows.slice(0, PAGE);
  return { last, found, next: rows.length > PAGE ? found.at(-1)!.position : null, checks };
}

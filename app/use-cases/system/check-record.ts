import { compareTurn, type DerivedTurn, type Mismatch } from "~/domain/completion/derivation";
import { listTurnsAfter, listTurnsAgain, listWrongCounts } from "~/domain/completion/derivation-store.server";
import { beginCheck, endCheck, insertMismatches } from "~/domain/completion/record-check-store.server";
import { courseVersion } from "~/domain/courses/version-cache.server";
import { compareRows, readUnnotedRows } from "~/domain/seals/record-rows-store.server";
import { RECORD_TABLES } from "~/domain/seals/seal";
import { localDay, startOfDay } from "~/domain/time";
import { db, inTransaction } from "~/platform/db.server";

const TURNS_AT_ONCE = 500;
const ROWS_AT_ONCE = 2000;
/** Enough to see that something is wrong; the comparison goes on counting. */
const MOST_KEPT = 2000;

export interface CheckOutcome {
  checkId: string;
  turns: number;
  rows: number;
  mismatches: number;
}

/**
 * Derives every standing anew from its events by `evaluate`, and compares it with the completion on record, the marks that lists go by,
 * the counts of units and the certificates; and every row of the record with the hash that was noted when it was written. A stretch at
 * a time, so that it needs no more memory for a province than for an office. Changes nothing.
 */
export async function checkRecord(input: { clock: () => Date }): Promise<CheckOutcome> {
  const now = input.clock();
  const checkId = await inTransaction((tx) => beginCheck(tx, { now, unlessSince: null }));
  return compareEverything({ checkId: checkId!, clock: input.clock });
}

/** The same once a day, by whichever process comes first; null when it was done or is being done. */
export async function checkRecordDaily(input: { clock: () => Date }): Promise<CheckOutcome | null> {
  const now = input.clock();
  const unlessSince = startOfDay(localDay(now));
  const checkId = await inTransaction((tx) => beginCheck(tx, { now, unlessSince }));
  return checkId === null ? null : compareEverything({ checkId, clock: input.clock });
}

async function compareEverything({ checkId, clock }: { checkId: string; clock: () => Date }): Promise<CheckOutcome> {
  let mismatches = 0;
  const keep = async (found: readonly Mismatch[]) => {
    const room = Math.max(0, MOST_KEPT - mismatches);
    await insertMismatches(db, { checkId, from: mismatches + 1, found: found.slice(0, room) });
    mismatches += found.length;
  };
  const turns = await compareTurns(keep, clock);
  await keep(await listWrongCounts(MOST_KEPT));
  const rows = await compareRecordRows(keep);
  await endCheck(db, { checkId, turns, rows, mismatches, now: clock() });
  return { checkId, turns, rows, mismatches };
}

type Keep = (found: readonly Mismatch[]) => Promise<void>;

async function compareTurns(keep: Keep, clock: () => Date): Promise<number> {
  let turns = 0;
  for (let after: string | null = null; ;) {
    const stretch: DerivedTurn[] = await listTurnsAfter({ after, limit: TURNS_AT_ONCE });
    turns += stretch.length;
    const doubtful = await compareStretch(stretch, clock());
    if (doubtful.length > 0) {
      const again = await listTurnsAgain([...new Set(doubtful.map(({ enrolmentId }) => enrolmentId!))]);
      await keep(await compareStretch(again, clock()));
    }
    if (stretch.length < TURNS_AT_ONCE) return turns;
    after = stretch.at(-1)!.record.enrolmentId;
  }
}

async function compareStretch(stretch: readonly DerivedTurn[], now: Date): Promise<Mismatch[]> {
  const found: Mismatch[] = [];
  for (const turn of stretch) {
    const { manifest } = await courseVersion(turn.record.versionId);
    found.push(...compareTurn(turn, manifest, now));
  }
  return found;
}

async function compareRecordRows(keep: Keep): Promise<number> {
  let rows = 0;
  for (const table of RECORD_TABLES) {
    for (let after: string | null = ""; after !== null;) {
      const stretch: Awaited<ReturnType<typeof compareRows>> = await compareRows({ table, after, limit: ROWS_AT_ONCE });
      rows += stretch.compared;
      await keep(stretch.faults.map(({ kind, key }) => ofRow(kind, table, key)));
      after = stretch.last;
    }
    const unnoted = await readUnnotedRows(table, ROWS_AT_ONCE);
    await keep(unnoted.map(({ key }) => ofRow("row-unnoted", table, key)));
  }
  return rows;
}

const ofRow = (kind: "row-altered" | "row-missing" | "row-unnoted", table: string, key: string): Mismatch => ({
  kind,
  officialId: null,
  enrolmentId: null,
  unitPath: null,
  label: `${table} ${key}`,
  expected: null,
  found: null,
});

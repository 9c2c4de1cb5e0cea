import { makeSeal } from "~/domain/seals/seal-hash.server";
import { closeEntries, findLastSeal, insertSeal, lockSealing, sealedOn } from "~/domain/seals/seal-store.server";
import { localDay } from "~/domain/time";
import { inTransaction, LONG_WORK } from "~/platform/db.server";
import { platformKey } from "~/platform/platform-key.server";

/** So many rows lie under one seal at most: what is more goes under the next one of the same day. */
const MOST_ENTRIES = 50_000;

/**
 * Closes over what came into the record since the last seal: once a day, also when nothing came, so that a missing day is seen.
 * Nobody who writes waits; whoever comes second finds the day sealed.
 */
export async function sealRecord(input: {
  now: Date;
  /** A second time on a day that is sealed already, as the command does when it is asked to. */
  again?: boolean;
}): Promise<{ seals: number; entries: number }> {
  const { now, again = false } = input;
  const day = localDay(now);
  let seals = 0;
  let sum = 0;
  for (;;) {
    const entries = await inTransaction(async (tx) => {
      await lockSealing(tx);
      const last = await findLastSeal(tx);
      if (seals === 0 && !again && sealedOn(last) === day) return null;
      const number = (last?.statement.number ?? 0) + 1;
      const entries = await closeEntries(tx, { number, limit: MOST_ENTRIES });
      const seal = makeSeal({ number, day, sealedAt: now, previous: last?.root ?? null, entries, key: platformKey() });
      await insertSeal(tx, { seal, entries });
      return entries.length;
    }, LONG_WORK);
    if (entries === null) break;
    seals += 1;
    sum += entries;
    if (entries < MOST_ENTRIES) break;
  }
  return { seals, entries: sum };
}

import { gzipSync } from "node:zlib";
import type { Db } from "~/platform/db.server";
import { platformKey } from "~/platform/platform-key.server";
import type { CredentialAddresses } from "./addresses";
import { readStandings } from "./credential-store.server";
import { addProof, secondsOf } from "./data-integrity";
import {
  composeStatusList,
  listAddress,
  statusBits,
  STATUS_PURPOSES,
  type ListName,
  type ProvenStatusList,
  type StatusPurpose,
} from "./status-list";

/** As long an answer is handed out again; a revocation is in the lists at the latest after this. */
export const SECONDS_TO_KEEP = 60;

type Lists = Record<StatusPurpose, ProvenStatusList>;
const held = new Map<string, { until: number; lists: Promise<Lists | null> }>();

/** Both lists of a stretch of the register, signed, as of now or of less than a minute ago. Null: there is no such stretch. */
export async function statusLists(
  db: Db,
  input: { list: ListName; addresses: CredentialAddresses; now: Date },
): Promise<Lists | null> {
  const name = listAddress(input.addresses, input.list, "revocation") + platformKey().publicKeyMultibase;
  const at = input.now.getTime();
  const known = held.get(name);
  if (known && at < known.until && at >= known.until - SECONDS_TO_KEEP * 1000) return known.lists;
  for (const [key, { until }] of held) if (until < at) held.delete(key);
  const lists = makeLists(db, input);
  held.set(name, { until: at + SECONDS_TO_KEEP * 1000, lists });
  lists.then(
    (made) => made ?? held.delete(name),
    () => held.delete(name),
  );
  return lists;
}

/** For tests, whose clock and database change from one to the next. */
export function forgetStatusLists(): void {
  held.clear();
}

async function makeLists(
  db: Db,
  { list, addresses, now }: { list: ListName; addresses: CredentialAddresses; now: Date },
): Promise<Lists | null> {
  const standings = await readStandings(db, { list, now });
  if (standings === null) return null;
  const key = platformKey();
  const made = await Promise.all(
    STATUS_PURPOSES.map(async (purpose) => {
      const document = composeStatusList({
        addresses,
        list,
        purpose,
        encoded: `u${gzipSync(statusBits(purpose, standings), { level: 9 }).toString("base64url")}`,
        asOf: secondsOf(now),
        secondsToKeep: SECONDS_TO_KEEP,
      });
      const verificationMethod = `${addresses.issuer}#${key.publicKeyMultibase}`;
      return [purpose, await addProof(document, { created: now, verificationMethod, sign: key.sign })] as const;
    }),
  );
  return Object.fromEntries(made) as Lists;
}

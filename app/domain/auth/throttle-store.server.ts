import { createHash } from "node:crypto";
import type { Db } from "~/platform/db.server";
import { afterFailure, FREE_TRIES, remainingWait } from "./sign-in-throttle";

export interface ThrottleKeys {
  identifier: string;
  ip: string | null;
}

// Only hashes are kept: what people type into the identifier field is sometimes their password.
function keysOf(keys: ThrottleKeys): { key: string; freeTries: number }[] {
  const digest = (text: string) => createHash("sha256").update(text).digest("base64url");
  const list: { key: string; freeTries: number }[] = [
    { key: `identifier:${digest(keys.identifier)}`, freeTries: FREE_TRIES.identifier },
  ];
  if (keys.ip !== null) list.push({ key: `address:${digest(keys.ip)}`, freeTries: FREE_TRIES.address });
  return list;
}

/** Milliseconds that this person or this address still has to wait. */
export async function waitBeforeSignIn(db: Db, keys: ThrottleKeys, now: Date): Promise<number> {
  const rows = await db.signInThrottle.findMany({ where: { key: { in: keysOf(keys).map(({ key }) => key) } } });
  return Math.max(0, ...rows.map((row) => remainingWait(row, now)));
}

/** Counts a wrong try. Row locks make tries at the same moment count one after the other. */
export async function countFailure(tx: Db, keys: ThrottleKeys, now: Date): Promise<void> {
  for (const { key, freeTries } of keysOf(keys)) {
    await tx.$executeRaw`INSERT INTO sign_in_throttle (key, failures, updated_at) VALUES (${key}, 0, ${now}) ON CONFLICT (key) DO NOTHING`;
    const [row] = await tx.$queryRaw<{ failures: number; blockedUntil: Date | null; updatedAt: Date }[]>`
      SELECT failures, blocked_until AS "blockedUntil", updated_at AS "updatedAt"
      FROM sign_in_throttle WHERE key = ${key} FOR UPDATE`;
    const next = afterFailure(row ?? null, freeTries, now);
    await tx.signInThrottle.update({ where: { key }, data: next });
  }
}

/** A right password clears the person's count, never the address's. */
export async function forgetFailures(db: Db, keys: ThrottleKeys): Promise<void> {
  await db.signInThrottle.deleteMany({ where: { key: keysOf(keys)[0]!.key } });
}

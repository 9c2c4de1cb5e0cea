import { createHash } from "node:crypto";
import type { Db } from "~/platform/db.server";
import { afterFailure, FREE_TRIES, remainingWait, type ThrottleState } from "./sign-in-throttle";

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

async function lockState(tx: Db, key: string, now: Date): Promise<ThrottleState | null> {
  await tx.$executeRaw`INSERT INTO sign_in_throttle (key, failures, updated_at) VALUES (${key}, 0, ${now}) ON CONFLICT (key) DO NOTHING`;
  const [row] = await tx.$queryRaw<ThrottleState[]>`
    SELECT failures, blocked_until AS "blockedUntil", updated_at AS "updatedAt"
    FROM sign_in_throttle WHERE key = ${key} FOR UPDATE`;
  return row ?? null;
}

/**
 * Admits one try, or says how many milliseconds it has to wait. The try is counted as wrong before the password is looked at,
 * under a row lock, so that a burst of tries at one moment gets no more than five; a right password clears the count again.
 */
export async function admitTry(tx: Db, keys: ThrottleKeys, now: Date): Promise<number> {
  const [person, address] = keysOf(keys);
  const far = address ? await tx.signInThrottle.findUnique({ where: { key: address.key } }) : null;
  const state = await lockState(tx, person!.key, now);
  const wait = Math.max(remainingWait(far, now), remainingWait(state, now));
  if (wait > 0) return wait;
  await tx.signInThrottle.update({ where: { key: person!.key }, data: afterFailure(state, person!.freeTries, now) });
  return 0;
}

/** Counts a wrong try against its address; the person's own count was taken when the try was admitted. */
export async function countFailure(tx: Db, keys: ThrottleKeys, now: Date): Promise<void> {
  const address = keysOf(keys)[1];
  if (!address) return;
  const state = await lockState(tx, address.key, now);
  await tx.signInThrottle.update({ where: { key: address.key }, data: afterFailure(state, address.freeTries, now) });
}

/** A right password clears the person's count, never the address's. */
export async function forgetFailures(db: Db, keys: ThrottleKeys): Promise<void> {
  await db.signInThrottle.deleteMany({ where: { key: keysOf(keys)[0]!.key } });
}

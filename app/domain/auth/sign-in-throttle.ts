import { minutes, seconds } from "../time";

export interface ThrottleState {
  failures: number;
  blockedUntil: Date | null;
  updatedAt: Date;
}

/** Free tries per key before each further one has to wait. An office shares one address, so it gets more. */
export const FREE_TRIES = { identifier: 5, address: 50 } as const;

const LONGEST_WAIT = minutes(15);
const FORGOTTEN_AFTER = minutes(60);

/** How long the sixth, seventh … try has to wait: half a minute, doubled each time, at most a quarter of an hour. */
export function waitAfter(failures: number, freeTries: number): number {
  if (failures < freeTries) return 0;
  return Math.min(seconds(30) * 2 ** (failures - freeTries), LONGEST_WAIT);
}

/** Milliseconds that the next try still has to wait; 0 when it may be made. */
export function remainingWait(state: ThrottleState | null, now: Date): number {
  if (!state?.blockedUntil) return 0;
  return Math.max(0, state.blockedUntil.getTime() - now.getTime());
}

/** The state after one more wrong try. An hour without any starts over. */
export function afterFailure(state: ThrottleState | null, freeTries: number, now: Date): ThrottleState {
  const stale = state !== null && now.getTime() - state.updatedAt.getTime() > FORGOTTEN_AFTER;
  const failures = (state === null || stale ? 0 : state.failures) + 1;
  const wait = waitAfter(failures, freeTries);
  return { failures, blockedUntil: wait > 0 ? new Date(now.getTime() + wait) : null, updatedAt: now };
}

/** So many questions in so long a time; kept in this process, for addresses that were seen lately. */
export interface RateLimit {
  most: number;
  withinMs: number;
}

interface Window {
  since: number;
  count: number;
}

/** More addresses than this at once: the oldest are forgotten, so that nobody fills the memory. */
const MOST_KEYS = 50_000;

/** A counter of its own for each use. `take` says null, or after how many seconds to ask again. */
export function rateLimiter({ most, withinMs }: RateLimit): { take(key: string, now: Date): number | null } {
  const windows = new Map<string, Window>();
  return {
    take(key, now) {
      const at = now.getTime();
      const open = windows.get(key);
      if (!open || at - open.since >= withinMs || at < open.since) {
        windows.delete(key);
        if (windows.size >= MOST_KEYS) windows.delete(windows.keys().next().value!);
        windows.set(key, { since: at, count: 1 });
        return null;
      }
      open.count += 1;
      return open.count <= most ? null : Math.max(1, Math.ceil((open.since + withinMs - at) / 1000));
    },
  };
}

/** Whether a paper is real, asked from one address: a whole office behind one line checks a pile, nobody tries out serials. */
const verification = rateLimiter({ most: 120, withinMs: 60_000 });

/** One allowance for the page and for the interface. */
export function limitVerification(context: { ip: string | null; now: Date }): number | null {
  return verification.take(context.ip ?? "unknown", context.now);
}

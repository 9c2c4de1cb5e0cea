import type { Histogram } from "./histogram";

/** How many papers have a result from `from` until below `to` per cent; the last band has 100 as well. */
export interface Band {
  from: number;
  to: number;
  count: number;
}

const WIDTH = 10;

/** The spread of results in tens, empty bands included. `shares`: of the points earned, 0 to 1. */
export function distributionOf(shares: Histogram): Band[] {
  const bands = Array.from({ length: 100 / WIDTH }, (_, index) => ({
    from: index * WIDTH,
    to: (index + 1) * WIDTH,
    count: 0,
  }));
  for (const [share, count] of shares) {
    // Rounded down to two decimals as results are; the small term undoes binary fractions: 0.7 is 70, not 69.999….
    const percent = Math.floor(share * 10_000 + 1e-6) / 100;
    bands[Math.min(bands.length - 1, Math.floor(percent / WIDTH))]!.count += count;
  }
  return bands;
}

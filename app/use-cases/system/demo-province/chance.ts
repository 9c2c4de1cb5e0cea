/**
 * Chance that can be repeated: the same seed gives the same numbers on every machine. Not for secrets.
 * Hash and generator: cyrb128 and sfc32, both in the public domain.
 */
export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  pickWeighted<T>(items: readonly (readonly [T, number])[]): T;
  happens(probability: number): boolean;
}

/** Four 32-bit words that depend on every sign of the text. */
function words(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

const totals = new WeakMap<object, number>();

function totalOf(items: readonly (readonly [unknown, number])[]): number {
  let total = totals.get(items);
  if (total === undefined) {
    total = items.reduce((sum, [, weight]) => sum + weight, 0);
    totals.set(items, total);
  }
  return total;
}

export function chanceFrom(seed: string): Chance {
  let [a, b, c, d] = words(seed);
  function next(): number {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  }
  for (let warm = 0; warm < 12; warm++) next();
  function pick<T>(items: readonly T[]): T {
    return items[Math.floor(next() * items.length)] as T;
  }
  function pickWeighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = next() * totalOf(items);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return items.at(-1)![0];
  }
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick,
    pickWeighted,
    happens: (probability) => next() < probability,
  };
}

/** A UUID (version 8, RFC 9562) that is always the same for the same name. */
export function uuidFrom(name: string): string {
  const hex = words(`uuid:${name}`)
    .map((word) => word.toString(16).padStart(8, "0"))
    .join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

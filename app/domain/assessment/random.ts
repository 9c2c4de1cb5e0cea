/**
 * Chance that can be repeated: the same seed gives the same draws on every machine and for ever. Changing this file
 * would change papers already written; add a second generator beside it instead.
 */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** A new array in drawn order (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

// xmur3: a string to 32-bit states.
function hashing(text: string): () => number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    return (h ^= h >>> 16) >>> 0;
  };
}

/** A generator for a seed and a purpose: draws for one purpose never disturb those for another. */
export function randomOf(seed: string, purpose: string): Random {
  const next = hashing(`${seed}\u0000${purpose}`);
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  // sfc32
  const draw = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) draw();
  const below = (limit: number) => {
    // Rejecting the uneven tail keeps every outcome equally likely.
    const fair = 0x1_0000_0000 - (0x1_0000_0000 % limit);
    let value = draw();
    while (value >= fair) value = draw();
    return value % limit;
  };
  return {
    below,
    shuffle(items) {
      const order = [...items];
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    },
  };
}

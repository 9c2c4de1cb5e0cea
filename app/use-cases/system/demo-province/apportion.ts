/**
 * Shares out a whole number by weight so that the parts sum up exactly: everybody gets the whole part of their share,
 * and what is left goes to the largest fractions (Hamilton's method). Weight 0 gets nothing.
 */
export function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byFraction = exact
    .map((share, index) => ({ index, fraction: share - Math.floor(share) }))
    .filter(({ index }) => weights[index]! > 0)
    .sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  for (let given = 0; given < left; given++) parts[byFraction[given % byFraction.length]!.index]!++;
  return parts;
}

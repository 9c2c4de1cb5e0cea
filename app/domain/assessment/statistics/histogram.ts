/**
 * How often each value occurs, from the lowest value up. Marks are few different numbers, so that 75,000 papers are a few
 * hundred pairs here, and every moment of them is exact: a column of one value has the variance 0, not something near it.
 */
export type Histogram = readonly (readonly [value: number, count: number])[];

export function histogramOf(values: Iterable<number>): Histogram {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

export const countOf = (histogram: Histogram) => histogram.reduce((sum, [, count]) => sum + count, 0);

export function meanOf(histogram: Histogram): number | null {
  const n = countOf(histogram);
  if (n === 0) return null;
  const mean = histogram.reduce((sum, [value, count]) => sum + value * count, 0) / n;
  // Never beyond the values themselves by the last digit of a binary fraction.
  return Math.min(Math.max(mean, histogram[0]![0]), histogram.at(-1)![0]);
}

/** Sample variance (divided by n − 1); null with fewer than two values. */
export function varianceOf(histogram: Histogram): number | null {
  const n = countOf(histogram);
  const mean = meanOf(histogram);
  if (mean === null || n < 2) return null;
  if (histogram.length === 1) return 0;
  return histogram.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0) / (n - 1);
}

export function medianOf(histogram: Histogram): number | null {
  const n = countOf(histogram);
  if (n === 0) return null;
  return (valueAt(histogram, Math.ceil(n / 2)) + valueAt(histogram, Math.floor(n / 2) + 1)) / 2;
}

/** The value in the place, the lowest being in place 1. */
function valueAt(histogram: Histogram, place: number): number {
  let passed = 0;
  for (const [value, count] of histogram) {
    passed += count;
    if (passed >= place) return value;
  }
  return histogram.at(-1)![0];
}

/** The covariance that the two would have if the best of one went with the best of the other, down to the worst. */
export function greatestCovariance(a: Histogram, b: Histogram): number | null {
  const n = countOf(a);
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  if (meanA === null || meanB === null || n < 2 || n !== countOf(b)) return null;
  let sum = 0;
  let [i, j, takenOfA, takenOfB] = [0, 0, 0, 0];
  while (i < a.length && j < b.length) {
    const [valueA, countA] = a[i]!;
    const [valueB, countB] = b[j]!;
    const together = Math.min(countA - takenOfA, countB - takenOfB);
    sum += together * (valueA - meanA) * (valueB - meanB);
    takenOfA += together;
    takenOfB += together;
    if (takenOfA === countA) [i, takenOfA] = [i + 1, 0];
    if (takenOfB === countB) [j, takenOfB] = [j + 1, 0];
  }
  return sum / (n - 1);
}

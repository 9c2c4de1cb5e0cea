/** The rows of an ordering question as they stand one under another. */
export type Row = readonly string[];

/**
 * Each row at the place that it was given ("1", "2", …). Rows without a place, or with one that is taken, fill what is
 * free in the order in which they stood.
 */
export function inPlaces(rows: Row, placeOf: (row: string) => string | undefined): string[] {
  const filled: (string | undefined)[] = rows.map(() => undefined);
  const loose: string[] = [];
  for (const row of rows) {
    const index = Number(placeOf(row) || 0) - 1;
    if (index in filled && filled[index] === undefined) filled[index] = row;
    else loose.push(row);
  }
  return filled.map((row) => row ?? loose.shift()!);
}

/** One place up (-1) or down (1); at the end of the list everything stays. */
export function moved(rows: Row, row: string, by: -1 | 1): string[] {
  const from = rows.indexOf(row);
  const other = rows[from + by];
  return rows.map((each, index) => (other === undefined ? each : index === from ? other : each === other ? row : each));
}

/** The first place that more than one row was given. */
export const placeTwice = (places: readonly string[]): string | undefined =>
  places.find((place, index) => place !== "" && places.indexOf(place) !== index);

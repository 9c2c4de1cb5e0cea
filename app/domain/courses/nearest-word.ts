/** The known word that a misspelt one most likely meant, or null when none is near. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const folded = fold(word);
  let best: { word: string; distance: number } | null = null;
  for (const candidate of known) {
    const distance = editDistance(folded, fold(candidate));
    if (!best || distance < best.distance) best = { word: candidate, distance };
  }
  return best && best.distance <= Math.max(1, Math.floor(folded.length / 3)) ? best.word : null;
}

/** `{ suggestion }` for the values of a problem; empty when nothing is near. */
export function suggestion(word: string, known: readonly string[]): { suggestion?: string } {
  const nearest = nearestWord(word, known);
  return nearest === null ? {} : { suggestion: nearest };
}

function fold(word: string): string {
  return word
    .slice(0, 60)
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}

/** Levenshtein, with a swap of neighbours as one step. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const above = rows[i - 1]!;
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, rows[i - 2]![j - 2]! + 1);
      }
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

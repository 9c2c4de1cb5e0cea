import { createHash } from "node:crypto";

/**
 * The people of a sample: whose number SHA-256(seed ":" id) is among the `size` lowest. Anybody can do it again with the seed and the list; nobody
 * who chose the seed before the figures were frozen could choose the people.
 */
export function drawOf(input: { officialIds: readonly string[]; seed: string; size: number }): string[] {
  const lots = [...new Set(input.officialIds)].map((id) => ({
    id,
    lot: createHash("sha256").update(`${input.seed}:${id}`, "utf8").digest("hex"),
  }));
  lots.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  return lots.slice(0, input.size).map(({ id }) => id);
}

/** Two lists of blocks side by side: what stayed, what was changed, what is new and what is gone. */
import { diffArrays } from "diff";
import type { LessonBlock } from "./lesson-blocks";

export type AlignedRow =
  | { kind: "same"; before: LessonBlock; after: LessonBlock }
  | { kind: "changed"; before: LessonBlock; after: LessonBlock }
  | { kind: "added"; before: null; after: LessonBlock }
  | { kind: "removed"; before: LessonBlock; after: null };

/** From so many common words on, two blocks are one that was changed. */
const ALIKE = 0.4;
/** Beyond so many pairs nobody looks for the best ones. */
const MOST_PAIRS = 10_000;

export function alignBlocks(before: readonly LessonBlock[], after: readonly LessonBlock[]): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let [b, a] = [0, 0];
  let gone: LessonBlock[] = [];
  let come: LessonBlock[] = [];
  const settle = () => {
    rows.push(...pairUp(gone, come));
    [gone, come] = [[], []];
  };
  for (const { added, removed, count } of diffArrays(before.map(keyOf), after.map(keyOf))) {
    if (removed) gone.push(...before.slice(b, (b += count)));
    else if (added) come.push(...after.slice(a, (a += count)));
    else {
      settle();
      for (let index = 0; index < count; index++) rows.push({ kind: "same", before: before[b++]!, after: after[a++]! });
    }
  }
  settle();
  return rows;
}

const keyOf = ({ html, check }: LessonBlock) => (check ? `check ${JSON.stringify(sorted(check))}` : html);

// What was read from the database has its keys in another order.
const sorted = ({ id, question, options }: NonNullable<LessonBlock["check"]>) => [
  id,
  question,
  options.map((option) => [option.id, option.label, option.correct, option.feedback]),
];

/** Within a stretch where both sides differ: the pairs, in order, that have most in common. */
function pairUp(gone: readonly LessonBlock[], come: readonly LessonBlock[]): AlignedRow[] {
  const removed = (block: LessonBlock): AlignedRow => ({ kind: "removed", before: block, after: null });
  const added = (block: LessonBlock): AlignedRow => ({ kind: "added", before: null, after: block });
  if (gone.length * come.length > MOST_PAIRS) return [...gone.map(removed), ...come.map(added)];
  const words = { gone: gone.map(wordsOf), come: come.map(wordsOf) };
  const alike = (i: number, j: number) => {
    const [one, other] = [gone[i]!, come[j]!];
    if ((one.check === null) !== (other.check === null)) return 0;
    if (one.id !== null && one.id === other.id) return 1;
    const share = likeness(words.gone[i]!, words.come[j]!);
    return share >= ALIKE ? share : 0;
  };
  // best[i][j]: the most that the blocks from i and from j on can have in common.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0));
  const scores = gone.map((_, i) => come.map((_, j) => alike(i, j)));
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = come.length - 1; j >= 0; j--) {
      const paired = scores[i]![j]! > 0 ? scores[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, paired);
    }
  }
  const rows: AlignedRow[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length && j < come.length) {
    const score = scores[i]![j]!;
    if (score > 0 && best[i]![j] === score + best[i + 1]![j + 1]!) {
      rows.push({ kind: "changed", before: gone[i++]!, after: come[j++]! });
    } else if (best[i]![j] === best[i + 1]![j]!) rows.push(removed(gone[i++]!));
    else rows.push(added(come[j++]!));
  }
  return [...rows, ...gone.slice(i).map(removed), ...come.slice(j).map(added)];
}

function wordsOf({ text }: LessonBlock): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Common words in all words, 0 to 1. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const size = (words: ReadonlyMap<string, number>) => [...words.values()].reduce((sum, count) => sum + count, 0);
  const common = [...a].reduce((sum, [word, count]) => sum + Math.min(count, b.get(word) ?? 0), 0);
  const all = size(a) + size(b);
  return all === 0 ? 0 : (2 * common) / all;
}

/** The draw of a test as a blueprint: how many questions of each topic, and of each clause within it. */
import type { Citation, DrawRule } from "../../courses/course";
import { type Drawable, fits, ruleName } from "../../courses/draw-rule";

export interface BlueprintCell {
  topic: string;
  /** Left out: of the topic as a whole. */
  document?: string | undefined;
  article?: string | undefined;
  clause?: string | undefined;
}

export interface BlueprintRow extends BlueprintCell {
  /** How many questions are ready to be drawn here. */
  ready: number;
  /** How many a paper draws here. */
  count: number;
}

export interface Blueprint {
  rows: BlueprintRow[];
  /** Lines of the draw that no row says: by difficulty, or by a document in whatever topic. They stay as they are. */
  others: DrawRule[];
}

const cellOf = ({ topic, document, article, clause }: BlueprintCell): BlueprintCell => ({
  topic,
  ...(document !== undefined && { document }),
  ...(article !== undefined && { article }),
  ...(clause !== undefined && { clause }),
});
const nameOf = (cell: BlueprintCell) => ruleName({ ...cellOf(cell), count: 1 });
const isCell = (rule: DrawRule): rule is DrawRule & { topic: string } =>
  rule.topic !== undefined && rule.difficulty === undefined;

/** A row for each topic and each clause that its ready questions cite, and for each that is drawn though nothing is ready. */
export function blueprintOf(input: {
  draw: readonly DrawRule[];
  topics: readonly string[];
  questions: readonly Drawable[];
}): Blueprint {
  const { draw, topics, questions } = input;
  const drawn = draw.filter(isCell);
  const all = [...new Set([...topics, ...drawn.map(({ topic }) => topic)])];
  const rows = all.flatMap((topic): BlueprintRow[] => {
    const cited = questions
      .filter((each) => each.status === "ready" && each.topic === topic)
      .map(({ citation }) => citation);
    const clauses = [
      ...cited.map((citation: Citation) => cellOf({ ...citation, topic })),
      ...drawn.filter((rule) => rule.topic === topic).map(cellOf),
    ];
    const cells = new Map([{ topic }, ...clauses].map((cell) => [nameOf(cell), cell]));
    return [...cells]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, cell]) => ({
        ...cell,
        ready: questions.filter((question) => fits(question, cell)).length,
        count: drawn.find((rule) => nameOf(rule) === name)?.count ?? 0,
      }));
  });
  return { rows, others: draw.filter((rule) => !isCell(rule)) };
}

/** The draw with these counts: lines keep their order, new ones come after those that were there. */
export function drawOf(before: readonly DrawRule[], cells: readonly (BlueprintCell & { count: number })[]): DrawRule[] {
  const wanted = new Map(cells.map((cell) => [nameOf(cell), cell]));
  const kept = before.flatMap((rule): DrawRule[] => {
    if (!isCell(rule)) return [rule];
    const cell = wanted.get(nameOf(rule));
    wanted.delete(nameOf(rule));
    if (!cell) return [rule];
    return cell.count > 0 ? [{ ...rule, count: cell.count }] : [];
  });
  const fresh = [...wanted.values()].filter(({ count }) => count > 0);
  return [...kept, ...fresh.map(({ count, ...cell }) => ({ ...cellOf(cell), count }))];
}

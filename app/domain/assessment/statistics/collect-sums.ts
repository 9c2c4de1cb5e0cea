import type { Choice } from "./choices";
import type { Histogram } from "./histogram";
import { type SumRow, UNIT } from "./sums-statement";
import type { PapersOfLength, QuestionSums, TestSums } from "./sums";

/** The rows of the statement as the sums that the formulas take. */
export function collectSums(
  rows: readonly SumRow[],
  counted: readonly { questionId: string; maxPoints: number }[],
  choices: readonly Choice[],
): TestSums {
  const byKind = groupBy(rows, ({ kind }) => kind);
  const of = (kind: SumRow["kind"]) => byKind.get(kind) ?? [];
  const papers = of("paper");
  const points = groupBy(of("points"), ({ question }) => question!);
  const rest = groupBy(of("rest"), ({ question }) => question!);
  const unanswered = new Map(of("unanswered").map(({ question, n }) => [question, n]));
  const most = new Map(counted.map(({ questionId, maxPoints }) => [questionId, maxPoints]));
  const times = new Map(of("choice").map(({ place, n }) => [place! - 1, n]));
  const told = choices.map((choice, index) => ({ ...choice, count: times.get(index) ?? 0 }));
  return {
    papers: papers.map(({ value, more, n }) => ({ points: value! / UNIT, maxPoints: more! / UNIT, count: n })),
    passed: papers.reduce((all, { sum }) => all + sum!, 0),
    awaiting: of("awaiting")[0]?.n ?? 0,
    questions: of("question").map(({ question, sum }): QuestionSums => {
      const questionId = question!;
      return {
        questionId,
        maxPoints: most.get(questionId)!,
        points: bars(points.get(questionId)!),
        rest: bars(rest.get(questionId)!),
        product: sum! / (UNIT * UNIT),
        unanswered: unanswered.get(questionId) ?? 0,
        choices: told.filter((choice) => choice.questionId === questionId),
      };
    }),
    lengths: [...groupBy(of("total"), ({ length }) => length!)].map(([length, totals]): PapersOfLength => ({
      length,
      totals: bars(totals),
      places: inOrder(groupBy(ofLength(of("place"), length), ({ place }) => place!)).map(bars),
      questions: [...groupBy(ofLength(of("points"), length), ({ question }) => question!)].map(([questionId, own]) => ({
        questionId,
        points: bars(own),
      })),
    })),
  };
}

const ofLength = (rows: readonly SumRow[], length: number) => rows.filter((row) => row.length === length);

function groupBy<Key>(rows: readonly SumRow[], keyOf: (row: SumRow) => Key): Map<Key, SumRow[]> {
  const groups = new Map<Key, SumRow[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own) own.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const inOrder = (groups: Map<number, SumRow[]>) => [...groups].sort(([a], [b]) => a - b).map(([, rows]) => rows);

/** By value; the same value of papers of several lengths together. */
function bars(rows: readonly SumRow[]): Histogram {
  const counts = new Map<number, number>();
  for (const { value, n } of rows) counts.set(value!, (counts.get(value!) ?? 0) + n);
  return [...counts].sort(([a], [b]) => a - b).map(([value, n]) => [value / UNIT, n] as const);
}

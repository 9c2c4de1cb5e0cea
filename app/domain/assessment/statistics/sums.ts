/** What is counted of many papers: enough for every figure, and nothing of whose paper it was. */
import type { CountedChoice } from "./choices";
import { type Histogram, histogramOf } from "./histogram";

export interface QuestionSums {
  questionId: string;
  maxPoints: number;
  /** Points in it, over the papers that had it; a question left out earned nothing. */
  points: Histogram;
  /** Points in the rest of the same papers. */
  rest: Histogram;
  /** Σ points × rest. */
  product: number;
  unanswered: number;
  choices: CountedChoice[];
}

export interface TestSums {
  papers: { points: number; maxPoints: number; count: number }[];
  passed: number;
  questions: QuestionSums[];
  /** Points in the first, second … question of each paper, whichever that was. */
  places: Histogram[];
}

/** One paper: its questions in order, with the points earned. Its total is their sum. */
export interface PaperRow {
  maxPoints: number;
  passed: boolean;
  questions: { questionId: string; points: number; maxPoints?: number }[];
}

/** The sums of papers at hand. Thousands of them are summed by the database: `statistics-store.server.ts`. */
export function sumsOf(rows: readonly PaperRow[]): TestSums {
  const columns = new Map<string, { maxPoints: number; points: number[]; rest: number[] }>();
  const places: number[][] = [];
  const papers = new Map<string, TestSums["papers"][number]>();
  for (const { maxPoints, questions } of rows) {
    const total = withoutBinaryNoise(questions.reduce((sum, { points }) => sum + points, 0));
    const key = `${total} ${maxPoints}`;
    const paper = papers.get(key) ?? { points: total, maxPoints, count: 0 };
    papers.set(key, { ...paper, count: paper.count + 1 });
    questions.forEach(({ questionId, points, maxPoints: max = 1 }, place) => {
      const column = columns.get(questionId) ?? { maxPoints: max, points: [], rest: [] };
      column.points.push(points);
      column.rest.push(withoutBinaryNoise(total - points));
      columns.set(questionId, column);
      (places[place] ??= []).push(points);
    });
  }
  return {
    papers: [...papers.values()],
    passed: rows.filter(({ passed }) => passed).length,
    questions: [...columns].map(([questionId, { maxPoints, points, rest }]) => ({
      questionId,
      maxPoints,
      points: histogramOf(points),
      rest: histogramOf(rest),
      product: points.reduce((sum, value, index) => sum + value * rest[index]!, 0),
      unanswered: 0,
      choices: [],
    })),
    places: places.map(histogramOf),
  };
}

/** 4.5 and 4.499999999999999 are the same number of points: a column without spread has to be seen as one. */
const withoutBinaryNoise = (value: number) => Math.round(value * 1e9) / 1e9;

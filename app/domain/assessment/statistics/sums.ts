/** What is counted of many papers: enough for every figure, and nothing of whose paper it was. */
import type { CountedChoice } from "./choices";
import { type Histogram, histogramOf } from "./histogram";

export interface QuestionSums {
  questionId: string;
  /** The most that it can earn, by what was decided about it. */
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

/** Papers with the same number of questions that count, for figures that need them to be of one length. */
export interface PapersOfLength {
  length: number;
  /** Points in the whole paper. */
  totals: Histogram;
  /** Points in the first, second … question of each paper, whichever that was. */
  places: Histogram[];
  questions: { questionId: string; points: Histogram }[];
}

export interface TestSums {
  /** Results as they stand now. */
  papers: { points: number; maxPoints: number; count: number }[];
  passed: number;
  /** Handed in, but not marked to the end: in none of the other figures. */
  awaiting: number;
  questions: QuestionSums[];
  lengths: PapersOfLength[];
}

/** One paper: its questions that count, in order, with the points earned. Its total is their sum. */
export interface PaperRow {
  maxPoints: number;
  passed: boolean;
  awaitsMarking?: boolean;
  questions: { questionId: string; points: number; maxPoints?: number }[];
}

/** The sums of papers at hand. Thousands of them are summed by the database: `statistics-store.server.ts`. */
export function sumsOf(rows: readonly PaperRow[]): TestSums {
  const marked = rows.filter(({ awaitsMarking }) => !awaitsMarking);
  const columns = new Map<string, { maxPoints: number; points: number[]; rest: number[] }>();
  const papers = new Map<string, TestSums["papers"][number]>();
  for (const { maxPoints, questions } of marked) {
    const total = totalOf(questions);
    const key = `${total} ${maxPoints}`;
    const paper = papers.get(key) ?? { points: total, maxPoints, count: 0 };
    papers.set(key, { ...paper, count: paper.count + 1 });
    for (const { questionId, points, maxPoints: max = 1 } of questions) {
      const column = columns.get(questionId) ?? { maxPoints: max, points: [], rest: [] };
      column.points.push(points);
      column.rest.push(withoutBinaryNoise(total - points));
      columns.set(questionId, column);
    }
  }
  return {
    papers: [...papers.values()],
    passed: marked.filter(({ passed }) => passed).length,
    awaiting: rows.length - marked.length,
    questions: [...columns].map(([questionId, { maxPoints, points, rest }]) => ({
      questionId,
      maxPoints,
      points: histogramOf(points),
      rest: histogramOf(rest),
      product: points.reduce((sum, value, index) => sum + value * rest[index]!, 0),
      unanswered: 0,
      choices: [],
    })),
    lengths: [...new Set(marked.map(({ questions }) => questions.length))].map((length) =>
      ofLength(
        length,
        marked.filter(({ questions }) => questions.length === length),
      ),
    ),
  };
}

function ofLength(length: number, rows: readonly PaperRow[]): PapersOfLength {
  const items = rows.flatMap(({ questions }) => questions);
  return {
    length,
    totals: histogramOf(rows.map(({ questions }) => totalOf(questions))),
    places: Array.from({ length }, (_, place) => histogramOf(rows.map(({ questions }) => questions[place]!.points))),
    questions: [...new Set(items.map(({ questionId }) => questionId))].map((questionId) => ({
      questionId,
      points: histogramOf(items.flatMap((item) => (item.questionId === questionId ? [item.points] : []))),
    })),
  };
}

const totalOf = (questions: PaperRow["questions"]) =>
  withoutBinaryNoise(questions.reduce((sum, { points }) => sum + points, 0));

/** 4.5 and 4.499999999999999 are the same number of points: a column without spread has to be seen as one. */
const withoutBinaryNoise = (value: number) => Math.round(value * 1e9) / 1e9;

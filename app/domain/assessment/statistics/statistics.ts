/**
 * The figures of a test and of its questions. The formulas are those of Moodle's quiz statistics ("Quiz statistics
 * calculations", Moodle documentation; class question_statistics of mod/quiz/report/statistics), checked against its own
 * figures by tests/unit/assessment/statistics-oracle.test.ts.
 *
 * x is the points in a question, T the points of the whole paper, over the papers that had the question. What cannot be
 * computed (nobody, one paper, no spread) is null, never NaN.
 */
import type { CountedChoice } from "./choices";
import { type Band, distributionOf } from "./distribution";
import { countOf, greatestCovariance, type Histogram, histogramOf, meanOf, medianOf, varianceOf } from "./histogram";
import type { QuestionSums, TestSums } from "./sums";

export interface QuestionStatistics {
  questionId: string;
  /** Papers that had it. */
  n: number;
  unanswered: number;
  /** Mean of x as a share of the most there is to earn, 0 to 1: the higher, the easier. */
  facility: number | null;
  /** Standard deviation of x (n − 1), as a share of the same. */
  standardDeviation: number | null;
  /** 100 · cov(x, T − x) / √(var(x) · var(T − x)), −100 to 100. */
  discriminationIndex: number | null;
  /** 100 · cov(x, T − x) / the greatest covariance that these two columns could have. */
  discriminativeEfficiency: number | null;
  /** 100 · √max(0, cov(x, T)) / Σ of the same over all questions: how much it decides who stands where. */
  effectiveWeight: number | null;
  choices: CountedChoice[];
}

export interface TestStatistics {
  /** Papers handed in and marked to the end. */
  n: number;
  /** Papers handed in that wait for an officer's mark: in none of the figures. */
  awaiting: number;
  /** Of the share of the points earned, 0 to 1. */
  mean: number | null;
  median: number | null;
  standardDeviation: number | null;
  passRate: number | null;
  distribution: Band[];
  /** Coefficient of internal consistency (Cronbach's α), in per cent. */
  internalConsistency: number | null;
  questions: QuestionStatistics[];
}

export function statisticsOf(sums: TestSums): TestStatistics {
  const shares = sharesOf(sums);
  const n = countOf(shares);
  const roots = sums.questions.map(rootOfCovarianceWithTotal);
  const sumOfRoots = roots.reduce<number>((sum, root) => sum + (root ?? 0), 0);
  return {
    n,
    awaiting: sums.awaiting,
    mean: meanOf(shares),
    median: medianOf(shares),
    standardDeviation: rootOf(varianceOf(shares)),
    passRate: n === 0 ? null : sums.passed / n,
    distribution: distributionOf(shares),
    internalConsistency: internalConsistency(sums),
    questions: sums.questions.map((question, index) => {
      const root = roots[index]!;
      return {
        ...figuresOf(question),
        effectiveWeight: root === null || sumOfRoots === 0 ? null : 100 * (root / sumOfRoots),
      };
    }),
  };
}

function figuresOf(sums: QuestionSums): Omit<QuestionStatistics, "effectiveWeight"> {
  const { questionId, maxPoints, points, rest, unanswered, choices } = sums;
  const mean = meanOf(points);
  const deviation = rootOf(varianceOf(points));
  const deviationOfRest = rootOf(varianceOf(rest));
  const covariance = covarianceOf(sums);
  const greatest = greatestCovariance(points, rest);
  return {
    questionId,
    n: countOf(points),
    unanswered,
    facility: mean === null ? null : mean / maxPoints,
    standardDeviation: deviation === null ? null : deviation / maxPoints,
    discriminationIndex: percentOf(covariance, (deviation ?? 0) * (deviationOfRest ?? 0)),
    discriminativeEfficiency: percentOf(covariance, greatest ?? 0),
    choices,
  };
}

const rootOf = (variance: number | null) => (variance === null ? null : Math.sqrt(variance));

/** At most 100 either way: what goes beyond is the last digit of binary fractions. */
function percentOf(part: number | null, whole: number): number | null {
  return part === null || whole <= 0 ? null : Math.max(-100, Math.min(100, (100 * part) / whole));
}

/** cov(x, T − x) */
function covarianceOf({ points, rest, product }: QuestionSums): number | null {
  const n = countOf(points);
  if (n < 2) return null;
  // Without spread on one side there is none together; the sums would leave a last digit.
  if (points.length === 1 || rest.length === 1) return 0;
  return (product - n * meanOf(points)! * meanOf(rest)!) / (n - 1);
}

/** √max(0, cov(x, T)); cov(x, T) = var(x) + cov(x, T − x). */
function rootOfCovarianceWithTotal(sums: QuestionSums): number | null {
  const [variance, covariance] = [varianceOf(sums.points), covarianceOf(sums)];
  if (variance === null || covariance === null) return null;
  const withTotal = variance + covariance;
  // Where every paper has the same total the two cancel out; a last digit left over would be drawn out by the root.
  return withTotal <= NOISE * variance ? 0 : Math.sqrt(withTotal);
}

const NOISE = 1e-9;

/**
 * 100 · k/(k − 1) · (1 − Σ var(x) / var(T)), k questions a paper. When papers are drawn, "the third question" is a
 * different one in each: the places of the paper then stand for its questions, as they do in Moodle for random questions.
 *
 * Papers of different length (three questions were added to some) have no common k: those of the most frequent length are
 * taken when they are at least half of all, else nothing is said.
 */
function internalConsistency({ lengths }: TestSums): number | null {
  const all = lengths.reduce((sum, { totals }) => sum + countOf(totals), 0);
  const most = lengths.find(({ totals }) => countOf(totals) * 2 >= all);
  if (!most) return null;
  const { length, totals, places, questions } = most;
  const n = countOf(totals);
  const everywhere = questions.length === length && questions.every(({ points }) => countOf(points) === n);
  const items = everywhere ? questions.map(({ points }) => points) : places;
  const variance = varianceOf(totals);
  if (variance === null || variance === 0 || items.length < 2) return null;
  const inside = items.reduce((sum, item) => sum + varianceOf(item)!, 0);
  return 100 * (items.length / (items.length - 1)) * (1 - inside / variance);
}

// A paper of which every question was voided is passed in full: grading says so.
const sharesOf = ({ papers }: TestSums) =>
  sorted(papers.map(({ points, maxPoints, count }) => [maxPoints > 0 ? points / maxPoints : 1, count] as const));

/** By value, equal ones together. */
function sorted(pairs: readonly (readonly [number, number])[]): Histogram {
  const values = histogramOf(pairs.map(([value]) => value));
  return values.map(([value]) => [
    value,
    pairs.reduce((sum, [each, count]) => (each === value ? sum + count : sum), 0),
  ]);
}

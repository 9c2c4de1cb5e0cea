import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choicesOf } from "~/domain/assessment/statistics/choices";
import { findings } from "~/domain/assessment/statistics/findings";
import { statisticsOf, type TestStatistics } from "~/domain/assessment/statistics/statistics";
import { type PaperRow, sumsOf } from "~/domain/assessment/statistics/sums";
import { collectSums } from "~/domain/assessment/statistics/collect-sums";
import { countingOf } from "~/domain/assessment/statistics/counting";
import { distributionOf } from "~/domain/assessment/statistics/distribution";
import { NO_TREATMENT, treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { dilemma, inlineChoice, numeric, ordering, reflection, shortAnswer, single } from "../../support/questions";

const paper = (points: number[], factor = 1): PaperRow => ({
  maxPoints: points.length * factor,
  passed: points.every((each) => each > 0),
  questions: points.map((each, index) => ({ questionId: `q-${index}`, points: each * factor, maxPoints: factor })),
});

const rubric = [
  {
    id: "y",
    criterion: "Ý",
    levels: [
      { points: 0, text: "Chưa" },
      { points: 2, text: "Đủ" },
    ],
  },
];

const statisticsFor = (...papers: number[][]) => statisticsOf(sumsOf(papers.map((points) => paper(points))));

const emptyBands = Array.from({ length: 10 }, (_, index) => ({ from: index * 10, to: index * 10 + 10, count: 0 }));

describe("what cannot be computed is null", () => {
  test("without papers", () => {
    const nothing = { mean: null, median: null, standardDeviation: null, passRate: null, internalConsistency: null };
    expect(statisticsOf(sumsOf([]))).toEqual({
      n: 0,
      awaiting: 0,
      ...nothing,
      distribution: emptyBands,
      questions: [],
    });
    expect(findings(statisticsOf(sumsOf([])))).toEqual([]);
  });

  test("of one paper: it has a mean and nothing that needs a second", () => {
    const { questions, ...test } = statisticsFor([1, 0.5]);
    const nothing = { standardDeviation: null, internalConsistency: null };
    const distribution = emptyBands.map((band) => ({ ...band, count: band.from === 70 ? 1 : 0 }));
    expect(test).toEqual({ n: 1, awaiting: 0, mean: 0.75, median: 0.75, passRate: 1, distribution, ...nothing });
    expect(questions[1]).toMatchObject({
      facility: 0.5,
      standardDeviation: null,
      discriminationIndex: null,
      discriminativeEfficiency: null,
      effectiveWeight: null,
    });
  });

  test("where everybody earned the same", () => {
    const { internalConsistency, standardDeviation, questions } = statisticsFor([0.3333, 1], [0.3333, 1], [0.3333, 1]);
    expect({ internalConsistency, standardDeviation }).toEqual({ internalConsistency: null, standardDeviation: 0 });
    for (const question of questions) {
      expect(question).toMatchObject({ standardDeviation: 0, discriminationIndex: null, effectiveWeight: null });
      expect(question.discriminativeEfficiency).toBeNull();
    }
  });

  test("of a question that everybody has right, among others that differ", () => {
    const { questions } = statisticsFor([1, 1, 1], [1, 0, 1], [1, 0, 0]);
    expect(questions[0]).toMatchObject({ facility: 1, discriminationIndex: null, effectiveWeight: 0 });
    expect(questions[1]!.discriminationIndex).not.toBeNull();
  });
});

describe("figures by hand", () => {
  test("four papers of two questions", () => {
    const { questions, ...test } = statisticsFor([1, 1], [1, 1], [0, 1], [0, 0]);
    expect(test).toMatchObject({ n: 4, mean: 0.625, median: 0.75, passRate: 0.5 });
    // var(x1) = 1/3, var(x2) = 1/4, cov = 1/6; var(T) = 11/12.
    expect(test.internalConsistency).toBeCloseTo(100 * 2 * (1 - 7 / 11), 9);
    expect(questions[0]!.discriminationIndex).toBeCloseTo((100 * (1 / 6)) / Math.sqrt(1 / 12), 9);
    expect(questions[0]!.discriminativeEfficiency).toBeCloseTo(100, 9);
    const [first, second] = [Math.sqrt(1 / 3 + 1 / 6), Math.sqrt(1 / 4 + 1 / 6)];
    expect(questions[0]!.effectiveWeight).toBeCloseTo((100 * first) / (first + second), 9);
  });

  test("a drawn question is measured over the papers that had it", () => {
    const row = (ids: string[], points: number[]): PaperRow => ({
      ...paper(points),
      questions: ids.map((questionId, index) => ({ questionId, points: points[index]! })),
    });
    const { questions, internalConsistency } = statisticsOf(
      sumsOf([row(["a", "b"], [1, 0]), row(["a", "c"], [1, 1]), row(["c", "b"], [0, 0])]),
    );
    expect(questions.map(({ questionId, n, facility }) => [questionId, n, facility])).toEqual([
      ["a", 2, 1],
      ["b", 2, 0],
      ["c", 2, 0.5],
    ]);
    // By place: (1, 1, 0) and (0, 1, 0), totals 1, 2, 0.
    expect(internalConsistency).toBeCloseTo(100 * 2 * (1 - 2 / 3), 9);
  });

  test("internal consistency is that of the papers of one length, when most are of it", () => {
    const short = [
      [1, 1],
      [1, 0],
      [0, 0],
    ];
    const alone = statisticsFor(...short).internalConsistency!;
    expect(alone).not.toBeNull();
    // Three questions were added to one paper.
    const { internalConsistency, n } = statisticsFor(...short, [1, 1, 1, 0, 1]);
    expect(n).toBe(4);
    expect(internalConsistency).toBeCloseTo(alone, 9);
    expect(statisticsFor([1, 0, 1], [1, 1], [0]).internalConsistency).toBeNull();
  });

  test("questions of different marks are measured by their own", () => {
    const row = (points: number[]): PaperRow => ({
      maxPoints: 3,
      passed: true,
      questions: [
        { questionId: "a", points: points[0]!, maxPoints: 2 },
        { questionId: "b", points: points[1]!, maxPoints: 1 },
      ],
    });
    const { questions, mean } = statisticsOf(sumsOf([row([2, 0]), row([1, 1])]));
    expect(mean).toBeCloseTo(2 / 3, 12);
    expect(questions.map(({ facility }) => facility)).toEqual([0.75, 0.5]);
  });

  test("papers that wait for a mark are counted apart", () => {
    const waiting = { ...paper([0, 0]), awaitsMarking: true };
    const statistics = statisticsOf(sumsOf([paper([1, 1]), waiting]));
    expect(statistics).toMatchObject({ n: 1, awaiting: 1, mean: 1, passRate: 1 });
    expect(statistics.questions.map(({ n, facility }) => [n, facility])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test("a paper of which everything was voided is one in full", () => {
    const nothing: PaperRow = { maxPoints: 0, passed: true, questions: [] };
    expect(statisticsOf(sumsOf([nothing]))).toMatchObject({ n: 1, mean: 1, questions: [] });
  });
});

describe("the spread of results", () => {
  const spread = (...shares: number[]) => distributionOf(shares.map((share) => [share, 1])).map(({ count }) => count);

  test("goes in tens; 100 belongs to the last, and a binary fraction does not push anybody down", () => {
    expect(spread(0, 0.0999, 0.1, 0.7, 1 - 0.3, 0.8999, 0.9, 1)).toEqual([2, 1, 0, 0, 0, 0, 0, 2, 1, 2]);
    // 69.995 is 69.99 in the result, and not 70.
    expect(spread(0.69995)[6]).toBe(1);
  });

  test("has everybody in it once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 })), (percents) => {
        const counts = spread(...percents.map((each) => each / 10_000));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(percents.length);
      }),
    );
  });
});

describe("how a question counts", () => {
  const bank = [
    single("q-1"),
    reflection("q-2"),
    { ...single("q-3"), marks: 2 },
    reflection("q-4", undefined, { rubric }),
  ];
  const counts = (...adjustments: Parameters<typeof treatmentOf>[0]) =>
    countingOf(bank, treatmentOf(adjustments, new Map(bank.map((each) => [each.id, each])))).map(
      (each) => [each.question.id, each.counts, each.maxPoints] as const,
    );

  test("by its marks; a reflection only when an officer marks it", () => {
    expect(counts()).toEqual([
      ["q-1", "yes", 1],
      ["q-2", "unscored", 0],
      ["q-3", "yes", 2],
      ["q-4", "yes", 1],
    ]);
    expect(countingOf(bank, NO_TREATMENT)).toHaveLength(4);
  });

  test("by what was decided later", () => {
    expect(
      counts(
        { questionId: "q-1", change: { kind: "void" } },
        { questionId: "q-3", change: { kind: "full-marks" } },
        { questionId: "q-3", change: { kind: "marks", marks: 0.5 } },
      ),
    ).toEqual([
      ["q-1", "voided", 0],
      ["q-2", "unscored", 0],
      ["q-3", "full-marks", 0.5],
      ["q-4", "yes", 1],
    ]);
  });
});

test("nothing comes of no rows", () => {
  expect(collectSums([], [], [])).toEqual({ papers: [], passed: 0, awaiting: 0, questions: [], lengths: [] });
});

test("what somebody wrote is never among what can be chosen", () => {
  for (const question of [shortAnswer("q-1"), numeric("q-2"), reflection("q-3")])
    expect(choicesOf(question)).toEqual([]);
  for (const question of [ordering("q-1"), inlineChoice("q-2"), dilemma("q-3")]) {
    expect(choicesOf(question).some(({ key }) => key)).toBe(true);
  }
});

const mark = fc.constantFrom(0, 0.25, 0.3333, 0.5, 0.6667, 1);
const anyTest = fc
  .integer({ min: 1, max: 6 })
  .chain((questions) => fc.array(fc.array(mark, { minLength: questions, maxLength: questions }), { maxLength: 40 }));

const numbersOf = (statistics: TestStatistics) =>
  [statistics, ...statistics.questions].flatMap((each) =>
    Object.values(each).filter((value): value is number => typeof value === "number"),
  );

describe("whatever was answered", () => {
  test("no figure is NaN or endless, shares stay between 0 and 1, indexes between −100 and 100", () => {
    fc.assert(
      fc.property(anyTest, (papers) => {
        const statistics = statisticsFor(...papers);
        expect(numbersOf(statistics).every(Number.isFinite)).toBe(true);
        const between = (value: number | null, low: number, high: number) =>
          expect(value === null || (value >= low && value <= high)).toBe(true);
        for (const share of [statistics.mean, statistics.median, statistics.passRate]) between(share, 0, 1);
        between(statistics.internalConsistency, -Infinity, 100 + 1e-9);
        for (const question of statistics.questions) {
          between(question.facility, 0, 1);
          between(question.standardDeviation, 0, 1);
          between(question.discriminationIndex, -100, 100);
          between(question.discriminativeEfficiency, -100, 100);
          between(question.effectiveWeight, 0, 100);
        }
      }),
    );
  });

  test("effective weights are 100 together, or there are none", () => {
    fc.assert(
      fc.property(anyTest, (papers) => {
        const weights = statisticsFor(...papers).questions.map(({ effectiveWeight }) => effectiveWeight);
        if (weights.every((weight) => weight === null)) return;
        expect(weights.reduce<number>((sum, weight) => sum + weight!, 0)).toBeCloseTo(100, 6);
      }),
    );
  });

  test("marks out of 10 give the figures of marks out of 1", () => {
    fc.assert(
      fc.property(anyTest, fc.constantFrom(2, 10, 64), (papers, factor) => {
        const [one, many] = [1, factor].map((by) => statisticsOf(sumsOf(papers.map((points) => paper(points, by)))));
        const [ones, manys] = [numbersOf(one!), numbersOf(many!)];
        expect(manys).toHaveLength(ones.length);
        ones.forEach((value, index) => expect(manys[index]).toBeCloseTo(value, 5));
      }),
    );
  });

  test("papers of one total have no weights, whatever binary fractions they are made of", () => {
    const questions = statisticsFor([1, 0], [0.3333, 0.6667]).questions;
    expect(questions.map(({ effectiveWeight }) => effectiveWeight)).toEqual([null, null]);
  });

  test("the order of papers does not matter", () => {
    fc.assert(
      fc.property(anyTest, (papers) => {
        const [ones, others] = [numbersOf(statisticsFor(...papers)), numbersOf(statisticsFor(...papers.toReversed()))];
        ones.forEach((value, index) => expect(others[index]).toBeCloseTo(value, 6));
      }),
    );
  });
});

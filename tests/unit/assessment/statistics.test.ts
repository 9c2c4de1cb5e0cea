import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choicesOf, type CountedChoice } from "~/domain/assessment/statistics/choices";
import { findings } from "~/domain/assessment/statistics/findings";
import { type QuestionStatistics, statisticsOf, type TestStatistics } from "~/domain/assessment/statistics/statistics";
import { type PaperRow, sumsOf } from "~/domain/assessment/statistics/sums";
import type { Question } from "~/domain/assessment/question-types";
import { matching, multiple, single, trueFalse } from "../../support/questions";

const paper = (points: number[], factor = 1): PaperRow => ({
  maxPoints: points.length * factor,
  passed: points.every((each) => each > 0),
  questions: points.map((each, index) => ({ questionId: `q-${index}`, points: each * factor, maxPoints: factor })),
});

const statisticsFor = (...papers: number[][]) => statisticsOf(sumsOf(papers.map((points) => paper(points))));

describe("what cannot be computed is null", () => {
  test("without papers", () => {
    const nothing = { mean: null, median: null, standardDeviation: null, passRate: null, internalConsistency: null };
    expect(statisticsOf(sumsOf([]))).toEqual({ n: 0, ...nothing, questions: [] });
    expect(findings(statisticsOf(sumsOf([])))).toEqual([]);
  });

  test("of one paper: it has a mean and nothing that needs a second", () => {
    const { questions, ...test } = statisticsFor([1, 0.5]);
    const nothing = { standardDeviation: null, internalConsistency: null };
    expect(test).toEqual({ n: 1, mean: 0.75, median: 0.75, passRate: 1, ...nothing });
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

  test("papers of different length have no internal consistency", () => {
    expect(statisticsFor([1, 0, 1], [1, 1], [0, 1]).internalConsistency).toBeNull();
  });
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

describe("findings", () => {
  const counted = (question: Question, counts: Record<string, number>): CountedChoice[] =>
    choicesOf(question).map((choice) => ({
      ...choice,
      count: counts[`${choice.part}:${choice.value}`] ?? counts[choice.value] ?? 0,
    }));

  const of = (changes: Partial<QuestionStatistics>, n = 100): TestStatistics => ({
    n,
    mean: 0.8,
    median: 0.8,
    standardDeviation: 0.1,
    passRate: 0.9,
    internalConsistency: 70,
    questions: [
      {
        questionId: "q-1",
        n,
        unanswered: 0,
        facility: 0.8,
        standardDeviation: 0.3,
        discriminationIndex: 30,
        discriminativeEfficiency: 40,
        effectiveWeight: 5,
        choices: [],
        ...changes,
      },
    ],
  });
  const kinds = (statistics: TestStatistics) => findings(statistics).map(({ kind }) => kind);

  test("nothing to say of a question that works", () => {
    const choices = counted(single("q-1"), { a: 5, b: 80, c: 10, d: 5 });
    expect(findings(of({ choices }))).toEqual([]);
  });

  test("a key chosen less than a distractor comes first", () => {
    const choices = counted(single("q-1"), { a: 60, b: 30, c: 10 });
    const found = findings(of({ choices, facility: 0.3, discriminationIndex: -30 }));
    expect(found.map(({ kind }) => kind)).toEqual([
      "key-outchosen",
      "negative-discrimination",
      "too-hard",
      "distractor-unchosen",
    ]);
    expect(found[0]).toMatchObject({ key: { value: "b", count: 30 }, distractor: { value: "a", count: 60 } });
    expect(found[3]).toMatchObject({ options: ["Phương án d của q-1"] });
  });

  test("of several keys the one chosen least counts", () => {
    const choices = counted(multiple("q-1", ["a", "b"]), { a: 90, b: 20, c: 40, d: 5 });
    expect(findings(of({ choices }))).toMatchObject([
      { kind: "key-outchosen", key: { value: "b" }, distractor: { value: "c" } },
    ]);
  });

  test("true and false: the wrong side chosen more often; nobody on it is no fault of a distractor", () => {
    expect(kinds(of({ choices: counted(trueFalse("q-1", true), { true: 30, false: 70 }) }))).toEqual(["key-outchosen"]);
    expect(kinds(of({ choices: counted(trueFalse("q-1", true), { true: 100 }) }))).toEqual([]);
  });

  test("matching is looked at pair by pair; only a surplus side is a distractor", () => {
    const right = (pair: string, text: string) => `chosen.${pair}:Vế phải ${text} của q-1`;
    const choices = counted(matching("q-1"), {
      [right("p1", "p1")]: 90,
      [right("p2", "p2")]: 30,
      [right("p2", "p3")]: 60,
      [right("p3", "p3")]: 90,
    });
    const found = findings(of({ choices }));
    expect(found.map(({ kind }) => kind)).toEqual(["key-outchosen", "distractor-unchosen"]);
    expect(found[0]).toMatchObject({ key: { of: "Vế trái p2 của q-1", count: 30 }, distractor: { count: 60 } });
    expect(found[1]).toMatchObject({ options: ["Vế thừa của q-1"] });
  });

  test("a discrimination below nought counts when chance alone would hardly bring it about", () => {
    expect(kinds(of({ discriminationIndex: -15 }))).toEqual([]);
    expect(kinds(of({ discriminationIndex: -17 }))).toEqual(["negative-discrimination"]);
    expect(kinds(of({ discriminationIndex: -2 }, 10_000))).toEqual(["negative-discrimination"]);
  });

  test("extremes of facility", () => {
    expect(kinds(of({ facility: 1 }))).toEqual(["too-easy"]);
    expect(kinds(of({ facility: 0.2 }))).toEqual(["too-hard"]);
    expect(kinds(of({ facility: 0.9 }))).toEqual([]);
  });

  test("below thirty papers comes a warning, below ten nothing else", () => {
    const choices = counted(single("q-1"), { a: 6, b: 1 });
    expect(findings(of({ choices }, 29))).toMatchObject([{ kind: "few-papers", n: 29 }, { kind: "key-outchosen" }, {}]);
    expect(kinds(of({ choices, facility: 0, discriminationIndex: -50 }, 9))).toEqual(["few-papers"]);
    expect(kinds(of({}, 30))).toEqual([]);
  });
});

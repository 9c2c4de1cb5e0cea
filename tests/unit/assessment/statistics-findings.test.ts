import { describe, expect, test } from "vitest";
import type { Question } from "~/domain/assessment/question-types";
import { choicesOf, type CountedChoice } from "~/domain/assessment/statistics/choices";
import { findings } from "~/domain/assessment/statistics/findings";
import type { QuestionStatistics, TestStatistics } from "~/domain/assessment/statistics/statistics";
import { dilemma, matching, multiple, single, trueFalse } from "../../support/questions";

describe("findings", () => {
  const counted = (question: Question, counts: Record<string, number>): CountedChoice[] =>
    choicesOf(question).map((choice) => ({
      ...choice,
      count: counts[`${choice.part}:${choice.value}`] ?? counts[choice.value] ?? 0,
    }));

  const of = (changes: Partial<QuestionStatistics>, n = 100): TestStatistics => ({
    n,
    awaiting: 0,
    distribution: [],
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

  test("a dilemma: the acceptable way is no fault of the best, and nobody has to choose a violation", () => {
    const of4 = (a: number, b: number, c: number, d: number) => counted(dilemma("q-1"), { a, b, c, d });
    expect(kinds(of({ choices: of4(40, 50, 10, 0) }))).toEqual([]);
    expect(kinds(of({ choices: of4(30, 20, 10, 40) }))).toEqual(["key-outchosen"]);
    expect(kinds(of({ choices: of4(60, 40, 0, 0) }))).toEqual(["distractor-unchosen"]);
  });

  test("nothing is said of a question whose marks were given to everybody", () => {
    const choices = counted(single("q-1"), { a: 60, b: 30 });
    expect(findings(of({ choices, facility: 1 }), new Set(["q-1"]))).toEqual([]);
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

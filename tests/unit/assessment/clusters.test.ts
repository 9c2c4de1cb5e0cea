import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cluster, clustersOf, type SignalPaper } from "~/domain/assessment/signals/clusters";

const START = Date.parse("2026-11-23T02:00:00Z");

/** Answers in one letter for each question: capitals are right, small ones wrong, "-" is left out, " " not in the paper. */
function paper(person: string, answers: string, second = 0, changes: Partial<SignalPaper> = {}): SignalPaper {
  const given = [...answers].flatMap((letter, index) =>
    letter === " "
      ? []
      : [[`q-${index}`, { given: letter === "-" ? null : letter, right: /[A-Z]/.test(letter) }] as const],
  );
  return {
    attemptId: `${person}-${second}`,
    officialId: person,
    unitId: "unit",
    versionId: "version",
    submittedAt: new Date(START + second * 1000),
    answers: new Map(given),
    ...changes,
  };
}

const people = (clusters: Cluster[]) => clusters.map(({ officialIds }) => officialIds.join(""));

describe("two papers of a unit", () => {
  test("handed in together with the same answers, two of them wrong, are a signal", () => {
    expect(clustersOf([paper("a", "ABCxy"), paper("b", "ABCxy", 60)])).toEqual([
      {
        unitId: "unit",
        versionId: "version",
        from: new Date(START),
        to: new Date(START + 60_000),
        officialIds: ["a", "b"],
        papers: 2,
        sharedQuestions: 5,
        sameWrong: 2,
      },
    ]);
  });

  test.each([
    ["more than a minute apart", paper("b", "ABCxy", 61)],
    ["of another unit", paper("b", "ABCxy", 0, { unitId: "other" })],
    ["of another version", paper("b", "ABCxy", 0, { versionId: "other" })],
    ["of the same person", paper("a", "ABCxy", 5)],
    ["with one answer that differs", paper("b", "ABCxyD", 0, { answers: paper("b", "ABCxz").answers })],
    ["with an answer that the other left out", paper("b", "ABCx-")],
  ])("%s are none", (_, other) => expect(clustersOf([paper("a", "ABCxy"), other])).toEqual([]));

  test("with the same right answers prove nothing; nor does one popular mistake", () => {
    expect(clustersOf([paper("a", "ABCDEFG"), paper("b", "ABCDEFG")])).toEqual([]);
    expect(clustersOf([paper("a", "ABCDEFx"), paper("b", "ABCDEFx")])).toEqual([]);
  });

  test("need five questions in common; others may differ, and what both left out does not count", () => {
    expect(clustersOf([paper("a", "ABxy"), paper("b", "ABxy")])).toEqual([]);
    expect(clustersOf([paper("a", "ABxy-"), paper("b", "ABxy-")])).toEqual([]);
    expect(people(clustersOf([paper("a", "ABCxy F"), paper("b", "ABCxyE ")]))).toEqual(["ab"]);
  });
});

test("pairs are counted into groups, with what any two have at least in common", () => {
  const [cluster, ...others] = clustersOf([
    paper("a", "ABCDxyz"),
    paper("b", "ABCDxyz", 50),
    paper("c", "ABC xyz", 100),
    paper("d", "ABCDEFG", 100),
  ]);
  expect(others).toEqual([]);
  expect(cluster).toMatchObject({ officialIds: ["a", "b", "c"], papers: 3, sharedQuestions: 6, sameWrong: 3 });
});

describe("whatever was handed in", () => {
  const anyPaper = fc
    .record({
      person: fc.constantFrom("a", "b", "c", "d", "e"),
      answers: fc.array(fc.constantFrom("A", "x", "y", "-"), { minLength: 4, maxLength: 7 }),
      second: fc.integer({ min: 0, max: 200 }),
      unitId: fc.constantFrom("unit", "other"),
    })
    .map(({ person, answers, second, unitId }) => paper(person, answers.join(""), second, { unitId }));
  // Few answers to choose from, so that clusters come about.
  const alikePaper = fc
    .record({
      person: fc.constantFrom("a", "b", "c", "d"),
      answers: fc.constantFrom("AAxyx", "AAxyy", "AxxyA"),
      second: fc.integer({ min: 0, max: 150 }),
    })
    .map(({ person, answers, second }) => paper(person, answers, second));
  const papers = fc
    .array(fc.oneof(anyPaper, alikePaper), { maxLength: 12 })
    .map((list) => list.map((each, index) => ({ ...each, attemptId: `t-${index}` })));

  test("the order of papers does not matter", () => {
    fc.assert(
      fc.property(
        papers.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(clustersOf(shuffled)).toEqual(clustersOf(list));
        },
      ),
    );
  });

  test("a paper that has nothing to do with the others changes no cluster", () => {
    fc.assert(
      fc.property(papers, fc.integer({ min: 0, max: 200 }), (list, second) => {
        const stranger = paper("z", "ZZZzz", second);
        expect(clustersOf([...list, stranger])).toEqual(clustersOf(list));
      }),
    );
  });

  test("a cluster has two people at least, of one unit, and never a person twice", () => {
    fc.assert(
      fc.property(papers, (list) => {
        for (const { officialIds, papers: count, sharedQuestions, sameWrong } of clustersOf(list)) {
          expect(officialIds.length).toBeGreaterThanOrEqual(2);
          expect(new Set(officialIds).size).toBe(officialIds.length);
          expect(count).toBeGreaterThanOrEqual(officialIds.length);
          expect(sharedQuestions).toBeGreaterThanOrEqual(5);
          expect(sameWrong).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  test("clusters do come about in these tests", () => {
    expect(fc.sample(papers, { numRuns: 200, seed: 7 }).some((list) => clustersOf(list).length > 0)).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEAST_PEOPLE, type PaceCounts, paceRates } from "~/domain/assessment/signals/pace-rates";
import { type CandidatePaper, signalPaperOf } from "~/domain/assessment/signals/signal-paper";
import { countingOf } from "~/domain/assessment/statistics/counting";
import { treatmentOf } from "~/domain/assessment/regrade/adjustment";
import { dilemma, multiple, reflection, shortAnswer, single } from "../../support/questions";

const unit = (code: string, people: number, asked = 0): PaceCounts => ({
  code,
  name: `Đơn vị ${code}`,
  people,
  papers: people * 2,
  paperPace: asked,
  lessonPace: 0,
});
const told = (counts: PaceCounts[], sumIsKnown = false) =>
  paceRates(counts, { sumIsKnown }).map(({ kind, code }) => `${code} ${kind}`);

describe("rates of pace", () => {
  test("the highest first, units under five people without figures at the end", () => {
    expect(told([unit("A", 5), unit("B", 4, 8), unit("C", 20, 10), unit("D", 6, 1)])).toEqual([
      "C rate",
      "D rate",
      "A rate",
      "B few",
    ]);
  });

  test("a single small unit cannot be worked out from the sum and the others", () => {
    expect(told([unit("A", 9), unit("B", 4), unit("C", 20)], true)).toEqual(["C rate", "A hidden", "B few"]);
    expect(told([unit("A", 9), unit("B", 4), unit("C", 3)], true)).toEqual(["A rate", "C few", "B few"]);
    expect(told([unit("B", 4)], true)).toEqual(["B few"]);
  });

  test("no figure of a small unit comes out, whatever the units", () => {
    const anyUnits = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 })), { maxLength: 8 })
      .map((list) => list.map(([people, asked], index) => unit(`U${index}`, people, asked)));
    fc.assert(
      fc.property(anyUnits, fc.boolean(), (units, sumIsKnown) => {
        const rates = paceRates(units, { sumIsKnown });
        expect(rates.map(({ code }) => code).sort()).toEqual(units.map(({ code }) => code).sort());
        for (const rate of rates) {
          if (rate.kind === "rate") expect(rate.people).toBeGreaterThanOrEqual(LEAST_PEOPLE);
          else expect(Object.keys(rate).sort()).toEqual(["code", "kind", "name"]);
        }
        const kept = rates.filter(({ kind }) => kind !== "rate").length;
        if (sumIsKnown && units.length > 1) expect(kept).not.toBe(1);
      }),
    );
  });
});

describe("what of a paper is compared", () => {
  const bank = [
    single("q-1"),
    multiple("q-2", ["a", "b"]),
    shortAnswer("q-3"),
    dilemma("q-4"),
    reflection("q-5"),
    single("q-6"),
    single("q-7"),
  ];
  const byId = new Map(bank.map((question) => [question.id, question]));
  const treatment = treatmentOf(
    [
      { questionId: "q-6", change: { kind: "void" } },
      { questionId: "q-7", change: { kind: "full-marks" } },
    ],
    byId,
  );
  const counting = new Map(countingOf(bank, treatment).map((each) => [each.question.id, each]));
  const answersOf = (answers: Record<string, unknown>) =>
    signalPaperOf({ questionIds: bank.map(({ id }) => id), answers } as unknown as CandidatePaper, counting).answers;

  test("questions that a key marks, and of which the key still holds", () => {
    expect([...answersOf({}).keys()]).toEqual(["q-1", "q-2", "q-3", "q-4"]);
    expect(answersOf({}).get("q-1")).toEqual({ given: null, right: false });
  });

  test("a typed answer is the same in another case and spacing", () => {
    const typed = (text: string) => answersOf({ "q-3": { text } }).get("q-3");
    expect(typed("Ba  Cửa")).toEqual(typed("ba cửa"));
    expect(typed("Ba cửa")).not.toEqual(typed("Ba cửa sổ"));
    expect(typed("một cửa")).toMatchObject({ right: true });
  });

  test("an acceptable way out of a dilemma is no mistake; a risky one is", () => {
    const right = (option: string) => answersOf({ "q-4": { option } }).get("q-4")!.right;
    expect(["a", "b", "c", "d"].map(right)).toEqual([true, true, false, false]);
  });

  test("half of the right options is a mistake", () => {
    expect(answersOf({ "q-2": { options: ["a"] } }).get("q-2")).toMatchObject({ right: false });
    expect(answersOf({ "q-2": { options: ["a", "b"] } }).get("q-2")).toMatchObject({ right: true });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blueprintOf, drawOf } from "~/domain/assessment/test-policy/blueprint";
import type { DrawRule } from "~/domain/courses/course";
import { type Drawable, ruleName } from "~/domain/courses/draw-rule";

const topics = ["mot", "hai"];
const some = <T>(...values: T[]) => fc.constantFrom(...values);
const anyRule = fc
  .record(
    {
      topic: some(...topics, "la"),
      document: some("1847/QĐ-TTg", "80/2025/QH15"),
      article: some("2", "14"),
      difficulty: some("easy" as const, "hard" as const),
      count: fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: ["count"] },
  )
  .filter(({ topic, document }) => topic !== undefined || document !== undefined);
const anyDraw = fc.uniqueArray(anyRule, { selector: ruleName, maxLength: 6 }) as fc.Arbitrary<DrawRule[]>;
const question = (topic: string, document: string, article?: string): Drawable => ({
  status: "ready",
  topic,
  difficulty: "easy",
  citation: { document, ...(article && { article }) },
});
const questions = [
  question("mot", "1847/QĐ-TTg", "2"),
  question("mot", "1847/QĐ-TTg"),
  question("hai", "80/2025/QH15", "14"),
  { ...question("hai", "36/2018/QH14"), status: "draft" as const },
];

describe("the blueprint of a test", () => {
  test("untouched says the same draw, in the same order", () => {
    fc.assert(
      fc.property(anyDraw, (draw) => {
        expect(drawOf(draw, blueprintOf({ draw, topics, questions }).rows)).toEqual(draw);
      }),
    );
  });

  test("has each line of the draw either as a row or beside the rows, and counts nothing twice", () => {
    fc.assert(
      fc.property(anyDraw, (draw) => {
        const { rows, others } = blueprintOf({ draw, topics, questions });
        const sum = (lines: readonly { count: number }[]) => lines.reduce((total, { count }) => total + count, 0);
        expect(sum(rows) + sum(others)).toBe(sum(draw));
        const names = rows.map((row) => ruleName({ ...row, count: 1 }));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test("counts what is ready by topic and clause", () => {
    const { rows } = blueprintOf({ draw: [], topics, questions });
    expect(rows.map(({ topic, document, article, ready }) => [topic, document, article, ready])).toEqual([
      ["mot", undefined, undefined, 2],
      ["mot", "1847/QĐ-TTg", undefined, 2],
      ["mot", "1847/QĐ-TTg", "2", 1],
      ["hai", undefined, undefined, 1],
      ["hai", "80/2025/QH15", "14", 1],
    ]);
  });

  test("drops a line that is set to nothing and puts a new one behind those that were there", () => {
    const draw: DrawRule[] = [
      { topic: "mot", count: 2 },
      { document: "80/2025/QH15", count: 1 },
    ];
    const cells = [
      { topic: "mot", count: 0 },
      { topic: "hai", document: "80/2025/QH15", article: "14", count: 1 },
    ];
    expect(drawOf(draw, cells)).toEqual([
      { document: "80/2025/QH15", count: 1 },
      { topic: "hai", document: "80/2025/QH15", article: "14", count: 1 },
    ]);
  });
});

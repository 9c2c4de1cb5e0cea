import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakLines, fitText } from "~/domain/certificates/pdf/fit";

/** Every letter half as wide as it is high. */
const measure = (text: string, size: number) => text.length * size * 0.5;
const words = fc
  .array(fc.stringMatching(/^[a-zđ]{1,40}$/), { minLength: 1, maxLength: 30 })
  .map((list) => list.join(" "));

describe("fitting words into a width", () => {
  test("loses nothing and never goes over the edge", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 400 }), fc.integer({ min: 6, max: 30 }), (text, width, size) => {
        const lines = breakLines(text, width, size, measure);
        expect(lines.join("")).toBe(text);
        for (const line of lines) {
          expect(line.trimEnd().length === 1 || measure(line.trimEnd(), size) <= width).toBe(true);
        }
      }),
    );
  });

  test("keeps to the number of lines as long as the smallest size allows, and shrinks no more than it must", () => {
    fc.assert(
      fc.property(words, (text) => {
        const fitted = fitText({ text, width: 300, size: 28, smallest: 10, maxLines: 2, measure });
        expect(fitted.lines.join("")).toBe(text);
        if (fitted.lines.length > 2) expect(fitted.size).toBe(10);
        if (fitted.size < 28 && fitted.size > 10) {
          expect(breakLines(text, 300, fitted.size + 0.5, measure).length).toBeGreaterThan(2);
        }
      }),
    );
  });

  test("lines are even: no last line of one word", () => {
    const text = "một hai ba bốn năm sáu bảy tám chín mười";
    const { lines } = fitText({ text, width: 190, size: 10, smallest: 10, maxLines: 2, measure });
    expect(lines).toHaveLength(2);
    expect(lines[1]!.split(" ").length).toBeGreaterThan(3);
  });
});

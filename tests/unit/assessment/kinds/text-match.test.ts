import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumbers } from "~/domain/assessment/question-types/numeric";
import { matchesPattern } from "~/domain/assessment/question-types/text-match";

const LAX = { caseMatters: false, accentsMatter: false };
const STRICT = { caseMatters: true, accentsMatter: true };

describe("what somebody wrote says the same as an accepted answer", () => {
  test.each([
    ["một cửa", "Một cửa"],
    ["  MỘT   CỬA. ", "một cửa"],
    ["mot cua", "một cửa"],
    ["“một cửa”", "một cửa"],
    ["dieu 14", "Điều 14"],
    ["Đ".normalize("NFD"), "đ"],
    ["một cửa".normalize("NFD"), "một cửa".normalize("NFC")],
  ])("%s is %s", (text, answer) => expect(matchesPattern(text, answer, LAX)).toBe(true));

  test.each([
    ["hòa giải", "hoà giải"],
    ["thuỷ lợi", "thủy lợi"],
    ["hoà", "hòa"],
  ])("%s and %s are one word, also where accents matter", (text, answer) => {
    expect(matchesPattern(text, answer, STRICT)).toBe(true);
  });

  test("case and accents matter when the question says so", () => {
    expect(matchesPattern("Một cửa", "một cửa", { ...LAX, caseMatters: true })).toBe(false);
    expect(matchesPattern("mot cua", "một cửa", { ...LAX, accentsMatter: true })).toBe(false);
    expect(matchesPattern("một cưa", "một cửa", { ...LAX, accentsMatter: true })).toBe(false);
    expect(matchesPattern("MỘT CỬA", "một cửa", { ...LAX, accentsMatter: true })).toBe(true);
  });

  test.each([
    ["*cửa", "bộ phận một cửa", true],
    ["một*", "một cửa liên thông", true],
    ["một*thông", "một cửa liên thông", true],
    ["một*thông", "một cửa", false],
    ["*liên*", "một cửa liên thông", true],
    ["a*a", "a", false],
    ["*", "", true],
    ["5 \\* 3", "5 * 3", true],
    ["5 \\* 3", "5 và 3", false],
    ["Điều (14)", "điều 14", false],
    ["m.t cửa", "một cửa", false],
  ])("pattern %s, text %s: %s", (pattern, text, matches) => {
    expect(matchesPattern(text, pattern, LAX)).toBe(matches);
  });

  test("a text always fits itself, and stars around it change nothing", () => {
    const plain = fc.string({ unit: "grapheme" }).filter((text) => !/[*\\]/.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        for (const tolerance of [LAX, STRICT]) {
          expect(matchesPattern(text, text, tolerance)).toBe(true);
          expect(matchesPattern(text, `*${text}*`, tolerance)).toBe(true);
        }
      }),
    );
  });

  test("no pattern and no text make it slow", () => {
    const started = performance.now();
    matchesPattern("a".repeat(200), "*a".repeat(100), LAX);
    matchesPattern("a".repeat(200), `${"a*".repeat(99)}b`, LAX);
    matchesPattern(`${"ạ\u0323".repeat(5_000)}`, "*ạ*b", STRICT);
    matchesPattern(" ".repeat(20_000), `${" ".repeat(150)}x`, LAX);
    matchesPattern(`${".".repeat(20_000)}x${".".repeat(20_000)}y`, "x*y", LAX);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("a number is read as it may have been meant", () => {
  test.each([
    ["3", [3]],
    [" 3 ", [3]],
    ["-2", [-2]],
    ["3,5", [3.5]],
    ["3.5", [3.5]],
    ["1.500", [1500, 1.5]],
    ["1,500", [1.5, 1500]],
    ["1.234,5", [1234.5]],
    ["1,234.5", [1234.5]],
    ["1.234.567", [1234567]],
    ["1.234.567,25", [1234567.25]],
    [",5", [0.5]],
    ["+7", [7]],
    ["1 500", [1500]],
    ["1\u00a0500", [1500]],
  ])("%s", (text, numbers) => expect(readNumbers(text).sort()).toEqual([...numbers].sort()));

  test.each([
    "",
    "ba",
    "3 ngày",
    "1e3",
    "0x10",
    "--3",
    "3-",
    "Infinity",
    "NaN",
    ".",
    ",",
    "1..2,,3",
    "1.23,4",
    "1,2,3",
    "12.3456.7",
  ])("%s is no number", (text) => expect(readNumbers(text)).toEqual([]));

  test("whatever is written gives finite numbers", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(readNumbers(text).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

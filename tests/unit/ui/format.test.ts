import { describe, expect, test } from "vitest";
import { catalogue } from "~/ui/words/catalogue.server";
import {
  dueInWords,
  durationInWords,
  formatBytes,
  formatMarks,
  formatNumber,
  formatPercent,
  sinceInWords,
} from "~/ui/words/format";
import { translator } from "~/ui/words/translate";

const vi = translator(catalogue.vi, "vi");
const en = translator(catalogue.en, "en");

describe("numbers", () => {
  test("have a full stop for thousands and a comma for decimals", () => {
    expect(formatNumber(70420)).toBe("70.420");
    expect(formatNumber(1234567.891, { decimals: 2 })).toBe("1.234.567,89");
    expect(formatNumber(2.5, { decimals: 1 })).toBe("2,5");
    expect(formatNumber(999)).toBe("999");
    expect(formatNumber(-1000)).toBe("-1.000");
  });

  test("in English the other way round", () => {
    expect(formatNumber(1234567.891, { decimals: 2, language: "en" })).toBe("1,234,567.89");
  });

  test("what rounds to nothing has no sign", () => {
    expect(formatNumber(-0.2)).toBe("0");
  });
});

describe("shares", () => {
  test("are percent", () => {
    expect(formatPercent(0.875)).toBe("88%");
    expect(formatPercent(0.875, { decimals: 1 })).toBe("87,5%");
    expect(formatPercent(1)).toBe("100%");
    expect(formatPercent(0)).toBe("0%");
  });

  test("never claim that all are done while one is not, or that nobody is", () => {
    expect(formatPercent(70419 / 70420)).toBe("99%");
    expect(formatPercent(1 / 70420)).toBe("1%");
    expect(formatPercent(70419 / 70420, { decimals: 1 })).toBe("99,9%");
  });
});

test("marks have no needless zeros", () => {
  expect([1, 0.5, 0.25, 1 / 3, 2.75, 0].map((marks) => formatMarks(marks))).toEqual([
    "1",
    "0,5",
    "0,25",
    "0,33",
    "2,75",
    "0",
  ]);
  expect(formatMarks(1.5, "en")).toBe("1.5");
});

test("sizes of files", () => {
  expect(formatBytes(0)).toBe("0 B");
  expect(formatBytes(1536)).toBe("1,5 KB");
  expect(formatBytes(48 * 1024)).toBe("48 KB");
  expect(formatBytes(5.25 * 1024 * 1024)).toBe("5,3 MB");
});

test("days until the due day are words", () => {
  expect([5, 2, 1, 0, -1, -3].map((days) => dueInWords(vi, days))).toEqual([
    "còn 5 ngày",
    "còn 2 ngày",
    "hạn ngày mai",
    "hạn hôm nay",
    "quá hạn 1 ngày",
    "quá hạn 3 ngày",
  ]);
  expect([2, -1].map((days) => dueInWords(en, days))).toEqual(["2 days left", "1 day overdue"]);
});

test("days since are words", () => {
  expect([0, 1, 4].map((days) => sinceInWords(vi, days))).toEqual(["hôm nay", "hôm qua", "4 ngày trước"]);
});

test("minutes are hours and minutes", () => {
  expect([20, 60, 95].map((minutes) => durationInWords(vi, minutes))).toEqual(["20 phút", "1 giờ", "1 giờ 35 phút"]);
  expect(durationInWords(en, 61)).toBe("1 hour 1 minute");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestWord } from "~/domain/courses/nearest-word";

const KNOWN = ["GhiNho", "LuuY", "ViDu", "TinhHuong", "PhuongAn", "KiemTra"];

test.each([
  ["GhiNhow", "GhiNho"],
  ["ghinho", "GhiNho"],
  ["GhiNhớ", "GhiNho"],
  ["TinhHoung", "TinhHuong"],
  ["PhươngÁn", "PhuongAn"],
  ["Kiemtr", "KiemTra"],
  ["Bảng", null],
  ["", null],
])("%s → %s", (word, meant) => {
  expect(nearestWord(word, KNOWN)).toBe(meant);
});

test("a word that is known is its own nearest", () => {
  fc.assert(fc.property(fc.constantFrom(...KNOWN), (word) => nearestWord(word, KNOWN) === word));
});

test("nothing is near in an empty list", () => {
  expect(nearestWord("a", [])).toBeNull();
});

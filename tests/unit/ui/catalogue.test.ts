import { describe, expect, test } from "vitest";
import { type AreaName, catalogue } from "~/ui/words/catalogue.server";

const areas = Object.keys(catalogue.vi) as AreaName[];
const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const base = (key: string) => key.replace(/_one$/, "");

describe.each(areas)("the words of %s", (area) => {
  const vi = catalogue.vi[area] ?? {};
  const en = catalogue.en[area] ?? {};

  test("stand in both languages", () => {
    const keys = (words: Readonly<Record<string, string>>) =>
      Object.keys(words)
        .filter((key) => !key.endsWith("_one"))
        .sort();
    expect(keys(en)).toEqual(keys(vi));
  });

  test("a singular stands beside its plural", () => {
    for (const words of [vi, en]) {
      for (const key of Object.keys(words)) expect(words, key).toHaveProperty([base(key)]);
    }
  });

  test("use the same placeholders", () => {
    for (const key of Object.keys(vi)) {
      if (!key.endsWith("_one")) expect(placeholders(en[key]!), key).toEqual(placeholders(vi[key]!));
    }
  });

  test("are neither empty nor decomposed, and have no stray spaces", () => {
    for (const words of [vi, en]) {
      for (const [key, sentence] of Object.entries(words)) {
        expect(sentence, key).not.toBe("");
        expect(sentence, key).toBe(sentence.normalize("NFC"));
        expect(sentence, key).not.toMatch(/ {2}|^\s|\s$/);
      }
    }
  });

  test("keep the formal manner: no exclamation mark, never “bạn”", () => {
    for (const [key, sentence] of Object.entries(vi)) {
      expect(sentence, key).not.toMatch(/!/);
      expect(sentence.toLowerCase().split(/[^\p{L}]+/u), key).not.toContain("bạn");
    }
  });
});

import type { AreaName, WordKey } from "./catalogue.server";
import { formatNumber } from "./format";

export type Language = "vi" | "en";
export const LANGUAGES: readonly Language[] = ["vi", "en"];

/** The words of one language: area → key → sentence. In the browser only the areas that the page named. */
export type Words = { readonly [Area in AreaName]?: Readonly<Record<string, string>> };

export type WordValues = Record<string, string | number>;

/** `t("hr.people", { count: 5 })`; it also knows its language, for numbers written outside a sentence. */
export interface Translate {
  (key: WordKey, values?: WordValues): string;
  language: Language;
}

/**
 * `{name}` takes the value of that name; a number is written as people write it (12.345). With `count: 1` the key
 * `people_one` is taken when there is one. A key that is missing shows itself, so that it is seen and mended.
 */
export function translator(words: Words, language: Language): Translate {
  const t = (key: WordKey, values?: WordValues): string => {
    const dot = key.indexOf(".");
    const area = words[key.slice(0, dot) as AreaName];
    const name = key.slice(dot + 1);
    const sentence = (values?.count === 1 ? area?.[`${name}_one`] : undefined) ?? area?.[name];
    if (sentence === undefined) return key;
    return values ? fill(sentence, values, language) : sentence;
  };
  return Object.assign(t, { language });
}

function fill(sentence: string, values: WordValues, language: Language): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === "number" ? formatNumber(value, { language }) : value;
  });
}

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { AreaName } from "./catalogue.server";
import { type Language, type Translate, translator, type Words } from "./translate";

interface Reading {
  words: Words;
  t: Translate;
}

const WordsContext = createContext<Reading | null>(null);

export interface WordsProviderProps {
  language: Language;
  words: Words;
  children: ReactNode;
}

/** On the server it holds the whole catalogue of the language, in the browser what the page was sent. */
export function WordsProvider({ language, words, children }: WordsProviderProps) {
  const reading = useMemo(() => ({ words, t: translator(words, language) }), [words, language]);
  return <WordsContext.Provider value={reading}>{children}</WordsContext.Provider>;
}

export function useWords(): Translate {
  return useReading().t;
}

/** The areas that the browser needs, cut from what the provider holds. */
export function useWordSlices(areas: readonly AreaName[]): Words {
  const { words } = useReading();
  return Object.fromEntries(areas.map((area) => [area, words[area] ?? {}]));
}

function useReading(): Reading {
  const reading = useContext(WordsContext);
  if (!reading) throw new Error("useWords outside of WordsProvider");
  return reading;
}

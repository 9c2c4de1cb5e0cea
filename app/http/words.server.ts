import { catalogue } from "~/ui/words/catalogue.server";
import { type Language, type Translate, translator } from "~/ui/words/translate";
import { readPreferences } from "./preferences.server";

const translators: Record<Language, Translate> = {
  vi: translator(catalogue.vi, "vi"),
  en: translator(catalogue.en, "en"),
};

/** `t` for loaders and actions, in the language that the person chose. */
export function wordsFor({ request }: { request: Request }): Translate {
  return translators[readPreferences(request).language];
}

/** For files that officials hand on: their words are Vietnamese, whoever fetches them. */
export const vietnamese: Translate = translators.vi;

import { z } from "zod";
import { DEFAULT_PREFERENCES, type Preferences, TEXT_SIZES, THEMES } from "~/ui/words/preferences";
import { LANGUAGES } from "~/ui/words/translate";
import { cookieHeader, cookieValue } from "./cookie.server";

const NAME = "prefs";
const ONE_YEAR = 365 * 24 * 60 * 60;

const preferenceForm = z.object({
  theme: z.enum(THEMES).optional(),
  textSize: z.enum(TEXT_SIZES).optional(),
  language: z.enum(LANGUAGES).optional(),
});

/** Whatever the cookie says that is not known is as if it said nothing. */
export function readPreferences(request: Request): Preferences {
  const value = cookieValue(request, NAME);
  if (value === null) return DEFAULT_PREFERENCES;
  const { theme, textSize, language } = preferenceForm.catch({}).parse(Object.fromEntries(new URLSearchParams(value)));
  return {
    theme: theme ?? DEFAULT_PREFERENCES.theme,
    textSize: textSize ?? DEFAULT_PREFERENCES.textSize,
    language: language ?? DEFAULT_PREFERENCES.language,
  };
}

/** What one button of the display menu changes; unknown fields change nothing. */
export function changedPreferences(before: Preferences, form: FormData): Preferences {
  const change = preferenceForm.catch({}).parse(Object.fromEntries(form));
  return { ...before, ...change };
}

export function preferencesCookie(preferences: Preferences): string {
  return cookieHeader({ name: NAME, value: new URLSearchParams({ ...preferences }).toString(), maxAge: ONE_YEAR });
}

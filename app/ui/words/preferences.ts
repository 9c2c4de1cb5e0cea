import type { Language } from "./translate";

/** How a person wants to see the site. */
export interface Preferences {
  theme: Theme;
  textSize: TextSize;
  language: Language;
}

export const THEMES = ["auto", "light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ["normal", "large", "larger"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const DEFAULT_PREFERENCES: Preferences = { theme: "auto", textSize: "normal", language: "vi" };

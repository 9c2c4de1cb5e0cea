import { preferencesPath } from "~/paths";
import { Icon } from "~/ui/kit/icon";
import { type Preferences, TEXT_SIZES, THEMES } from "~/ui/words/preferences";
import { LANGUAGES } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

export interface DisplayMenuProps {
  preferences: Preferences;
  /** Where the reader is, to come back to. */
  returnTo: string;
}

const THEME_WORDS = {
  auto: "frame.themeAuto",
  light: "frame.themeLight",
  dark: "frame.themeDark",
  contrast: "frame.themeContrast",
} as const;
const SIZE_WORDS = {
  normal: "frame.textSizeNormal",
  large: "frame.textSizeLarge",
  larger: "frame.textSizeLarger",
} as const;
const LANGUAGE_NAMES = { vi: "Tiếng Việt", en: "English" } as const;

/** Text size, colours and language: one form whose every button changes one thing, so that it works without script. */
export function DisplayMenu({ preferences, returnTo }: DisplayMenuProps) {
  const t = useWords();
  return (
    <details className="display-menu drop">
      <summary>
        <Icon name="text-size" />
        <span>{t("frame.display")}</span>
        <Icon name="down" />
      </summary>
      <form className="drop-panel" method="post" action={preferencesPath()} aria-label={t("frame.displaySettings")}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <fieldset>
          <legend>{t("frame.textSize")}</legend>
          <div className="choices">
            {TEXT_SIZES.map((size) => (
              <button
                key={size}
                className={`choice choice-${size}`}
                name="textSize"
                value={size}
                aria-pressed={preferences.textSize === size}
                aria-label={t(SIZE_WORDS[size])}
              >
                A
              </button>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{t("frame.theme")}</legend>
          <div className="choices">
            {THEMES.map((theme) => (
              <button
                key={theme}
                className="choice"
                name="theme"
                value={theme}
                aria-pressed={preferences.theme === theme}
              >
                {t(THEME_WORDS[theme])}
              </button>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{t("frame.language")}</legend>
          <div className="choices">
            {LANGUAGES.map((language) => (
              <button
                key={language}
                className="choice"
                name="language"
                value={language}
                lang={language}
                aria-pressed={preferences.language === language}
              >
                {LANGUAGE_NAMES[language]}
              </button>
            ))}
          </div>
        </fieldset>
      </form>
    </details>
  );
}

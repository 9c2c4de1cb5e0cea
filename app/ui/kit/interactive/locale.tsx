import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useWords } from "~/ui/words/use-words";

/** React Aria speaks the language of the page, not that of the browser. */
export function PageLocale({ children }: { children: ReactNode }) {
  const { language } = useWords();
  return <I18nProvider locale={language === "vi" ? "vi-VN" : "en-GB"}>{children}</I18nProvider>;
}

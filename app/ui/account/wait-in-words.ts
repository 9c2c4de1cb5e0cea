import type { Translate } from "~/ui/words/translate";

/** 30 → "30 giây"; from two minutes on in whole minutes, rather too long than too short. */
export function waitInWords(t: Translate, seconds: number): string {
  if (seconds < 120) return t("signIn.waitSeconds", { count: seconds });
  return t("signIn.waitMinutes", { count: Math.ceil(seconds / 60) });
}

import type { TimedClassName } from "~/domain/privacy/retention";
import type { Translate } from "~/ui/words/translate";

/** "30 ngày, từ lúc tải lên" */
export function periodWords(t: Translate, name: TimedClassName, days: number): string {
  if (days === 0) return t("retention.atOnce");
  return `${t("retention.days", { count: days })}, ${t(`retention.from_${name}`)}`;
}

import type { ReportState } from "~/domain/courses/reports/report";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

export const REPORT_STATE_WORDS = {
  new: { word: "reports.stateNew", tone: "warning" },
  answered: { word: "reports.stateAnswered", tone: "success" },
  closed: { word: "reports.stateClosed", tone: "neutral" },
} as const satisfies Record<ReportState, { word: string; tone: string }>;

export function ReportStateTag({ state }: { state: ReportState }) {
  const t = useWords();
  return <StatusTag tone={REPORT_STATE_WORDS[state].tone}>{t(REPORT_STATE_WORDS[state].word)}</StatusTag>;
}

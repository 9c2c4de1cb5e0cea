import type { PeriodState } from "~/domain/evaluation/period";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

const TONES = { open: "info", closing: "warning", closed: "success" } as const;

export function PeriodStateTag({ state }: { state: PeriodState }) {
  const t = useWords();
  return (
    <StatusTag tone={TONES[state]} icon={state === "closed" ? "lock" : undefined}>
      {t(`evaluation.state_${state}`)}
    </StatusTag>
  );
}

import type { RequestState } from "~/domain/privacy/correction-request";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

const TONES = { open: "warning", accepted: "success", rejected: "neutral" } as const;

export function RequestStateTag({ state }: { state: RequestState }) {
  const t = useWords();
  return <StatusTag tone={TONES[state]}>{t(`myData.state_${state}`)}</StatusTag>;
}

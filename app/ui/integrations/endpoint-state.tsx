import type { EndpointRow } from "~/domain/integrations/webhook";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

/** Whether messages go there just now. */
export function EndpointState({ endpoint, now }: { endpoint: EndpointRow; now: Date }) {
  const t = useWords();
  if (endpoint.pausedAt) return <StatusTag>{t("integrations.paused")}</StatusTag>;
  const resting = endpoint.restUntil !== null && endpoint.restUntil > now;
  return (
    <StatusTag tone={resting ? "warning" : "success"}>
      {t(resting ? "integrations.resting" : "integrations.working")}
    </StatusTag>
  );
}

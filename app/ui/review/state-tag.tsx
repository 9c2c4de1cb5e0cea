import type { DraftState } from "~/domain/courses/drafts/draft";
import type { Decision } from "~/domain/courses/drafts/review-policy";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

const TONES = {
  editing: "neutral",
  in_review: "info",
  approved: "success",
  published: "success",
  discarded: "neutral",
} as const;

export function DraftStateTag({ state }: { state: DraftState }) {
  const t = useWords();
  return <StatusTag tone={TONES[state]}>{t(`review.state_${state}`)}</StatusTag>;
}

export function DecisionTag({ decision }: { decision: Decision | null }) {
  const t = useWords();
  if (decision === null)
    return (
      <StatusTag tone="neutral" icon="clock">
        {t("review.decision_none")}
      </StatusTag>
    );
  return (
    <StatusTag
      tone={decision === "approved" ? "success" : "warning"}
      icon={decision === "approved" ? "check-circle" : "warning"}
    >
      {t(`review.decision_${decision}`)}
    </StatusTag>
  );
}

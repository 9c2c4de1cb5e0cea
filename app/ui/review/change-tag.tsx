import type { ReactNode } from "react";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

const KINDS = {
  added: { tone: "success", icon: "plus" },
  removed: { tone: "danger", icon: "close" },
  changed: { tone: "warning", icon: "edit" },
  same: { tone: "neutral", icon: "check" },
} as const;

/** New, removed, changed: an icon and a word, never the colour alone. */
export function ChangeTag({ kind, children }: { kind: keyof typeof KINDS; children?: ReactNode }) {
  const t = useWords();
  return (
    <StatusTag tone={KINDS[kind].tone} icon={KINDS[kind].icon}>
      {children ?? t(`review.kind_${kind}`)}
    </StatusTag>
  );
}

import type { DocumentStatus, LegalDocument } from "~/domain/documents/document";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

export const DOCUMENT_STATUS_WORDS = {
  "in-force": { word: "library.inForce", tone: "success" },
  unverified: { word: "library.unverified", tone: "warning" },
  expired: { word: "library.expired", tone: "danger" },
} as const satisfies Record<DocumentStatus, { word: string; tone: string }>;

export function DocumentStatusTag({ document }: { document: Pick<LegalDocument, "status"> }) {
  const t = useWords();
  const { word, tone } = DOCUMENT_STATUS_WORDS[document.status];
  return <StatusTag tone={tone}>{t(word)}</StatusTag>;
}

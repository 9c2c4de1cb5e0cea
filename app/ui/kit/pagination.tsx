import type { ReactNode } from "react";
import { useWords } from "~/ui/words/use-words";
import { Button } from "./button";

export interface PaginationProps {
  /** Address of the page before or the start of the list; nothing on the first page. */
  previousHref?: string | null;
  /** Address of the next page; nothing on the last. */
  nextHref?: string | null;
  /** The list has no way one page back, only to its start. */
  previousIsStart?: boolean;
  /** "Hiển thị 50 trên 1.240 người" */
  summary?: ReactNode;
}

/** Pages by key: no numbers to lie about while the list changes. */
export function Pagination({ previousHref, nextHref, previousIsStart, summary }: PaginationProps) {
  const t = useWords();
  if (!previousHref && !nextHref) return summary ? <p className="muted">{summary}</p> : null;
  return (
    <nav className="pagination no-print" aria-label={t("kit.pagination")}>
      {summary ? <p className="muted">{summary}</p> : null}
      <div className="buttons">
        {previousHref ? (
          <Button kind="secondary" href={previousHref} rel="prev" icon="left">
            {previousIsStart ? t("kit.firstPage") : t("kit.previousPage")}
          </Button>
        ) : null}
        {nextHref ? (
          <Button kind="secondary" href={nextHref} rel="next" icon="right" iconAt="end">
            {t("kit.nextPage")}
          </Button>
        ) : null}
      </div>
    </nav>
  );
}

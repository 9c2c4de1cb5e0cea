import type { ReactNode } from "react";
import { formatDate } from "~/domain/time";
import { Notice } from "~/ui/kit/notice";
import { useWords } from "~/ui/words/use-words";

/** Says of a course that nobody begins it any more, who decided so and why; nothing while it is offered. */
export function OutOfUse({
  unpublished,
  children,
}: {
  unpublished: { at: Date; byName: string; reason: string } | null;
  children?: ReactNode;
}) {
  const t = useWords();
  if (!unpublished) return null;
  const { at, byName, reason } = unpublished;
  return (
    <div className="mb-6">
      <Notice kind="warning" title={t("review.unpublishedTitle")}>
        <p>{t("review.unpublishedBy", { name: byName, date: formatDate(at), reason })}</p>
        {children}
      </Notice>
    </div>
  );
}

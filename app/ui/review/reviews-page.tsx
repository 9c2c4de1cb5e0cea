import type { ReviewEntry } from "~/domain/courses/drafts/review";
import { Page } from "~/ui/frame/page";
import { EmptyState } from "~/ui/kit/empty-state";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { ReviewList } from "./review-list";

export function ReviewsPage({ entries }: { entries: readonly ReviewEntry[] }) {
  const t = useWords();
  const mine = entries.filter((entry) => entry.mine);
  const others = entries.filter((entry) => !entry.mine);
  return (
    <Page title={t("review.listTitle")} lead={t("review.listLead")}>
      {entries.length === 0 ? (
        <EmptyState icon="check-circle" title={t("review.emptyTitle")}>
          {t("review.emptyText")}
        </EmptyState>
      ) : (
        <>
          <section>
            <SectionHeading>{t("review.mine")}</SectionHeading>
            {mine.length > 0 ? <ReviewList entries={mine} /> : <p>{t("review.noneMine")}</p>}
          </section>
          {others.length > 0 ? (
            <section>
              <SectionHeading>{t("review.others")}</SectionHeading>
              <ReviewList entries={others} />
            </section>
          ) : null}
        </>
      )}
    </Page>
  );
}

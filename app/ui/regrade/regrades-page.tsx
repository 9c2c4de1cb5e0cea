import type { DecidedRegrade } from "~/domain/assessment/regrade/regrade-view";
import { libraryCoursePath, libraryPath, statisticsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { EmptyState } from "~/ui/kit/empty-state";
import { useWords } from "~/ui/words/use-words";
import { RegradeTable } from "./regrade-table";

export interface RegradesPageProps {
  course: { slug: string; title: string };
  regrades: readonly DecidedRegrade[];
}

/** Everything that was decided about questions of a course. */
export function RegradesPage({ course, regrades }: RegradesPageProps) {
  const t = useWords();
  return (
    <Page
      kicker={course.title}
      title={t("regrade.history")}
      lead={t("regrade.historyLead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
      ]}
      actions={<a href={statisticsPath(course.slug)}>{t("regrade.toStatistics")}</a>}
    >
      {regrades.length === 0 ? (
        <EmptyState title={t("regrade.historyEmptyTitle")}>{t("regrade.historyEmptyText")}</EmptyState>
      ) : (
        <RegradeTable regrades={regrades} caption={t("regrade.history")} />
      )}
    </Page>
  );
}

import type { DecidedRegrade, KeptCompletion } from "~/domain/assessment/regrade/regrade-view";
import { libraryCoursePath, libraryPath, statisticsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { RegradeTable } from "./regrade-table";
import { percentOf, resultInWords } from "./regrade-words";

export interface RegradesPageProps {
  course: { slug: string; title: string };
  regrades: readonly DecidedRegrade[];
  /** Of the units in sight. */
  toLookAt: readonly KeptCompletion[];
}

/** Everything that was decided about questions of a course. */
export function RegradesPage({ course, regrades, toLookAt }: RegradesPageProps) {
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
      {toLookAt.length > 0 ? <ToLookAt people={toLookAt} /> : null}
    </Page>
  );
}

/** Completions that stand although their test would not be passed by the decision. */
function ToLookAt({ people }: { people: readonly KeptCompletion[] }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={t("regrade.toLookAtText")}>{t("regrade.toLookAt")}</SectionHeading>
      <DataTable
        caption={t("regrade.toLookAt")}
        hideCaption
        rows={people}
        rowKey={({ attemptId }) => attemptId}
        columns={[
          { key: "person", header: t("regrade.person"), rowHeader: true, cell: ({ fullName }) => fullName },
          { key: "unit", header: t("regrade.unit"), cell: ({ unitName }) => unitName },
          { key: "attempt", header: t("regrade.attempt"), numeric: true, cell: ({ attempt }) => String(attempt) },
          {
            key: "change",
            header: t("regrade.change"),
            cell: ({ before, byKey }) =>
              t("regrade.verdictKept", { percent: percentOf(t, before.percent!), byKey: resultInWords(t, byKey) }),
          },
          {
            key: "certificate",
            header: t("regrade.certificate"),
            cell: ({ certificate }) => certificate ?? t("regrade.completedOnly"),
          },
        ]}
      />
    </section>
  );
}

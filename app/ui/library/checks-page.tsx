import type { ContentCheckRow, CheckedCourseRow } from "~/domain/courses/content-check";
import { formatDateTime } from "~/domain/time";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { ProblemTable } from "./problem-table";

export function ChecksPage({ checks }: { checks: readonly ContentCheckRow[] }) {
  const t = useWords();
  const [latest, ...earlier] = checks;
  return (
    <Page title={t("library.checksTitle")} lead={t("library.checksLead")}>
      {latest ? (
        <Latest check={latest} />
      ) : (
        <EmptyState title={t("library.checksEmptyTitle")}>{t("library.checksEmptyText")}</EmptyState>
      )}
      {earlier.length > 0 ? (
        <section>
          <SectionHeading>{t("library.earlierChecks")}</SectionHeading>
          <DataTable
            caption={t("library.earlierChecks")}
            hideCaption
            rows={earlier}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "when",
                header: t("library.when"),
                rowHeader: true,
                cell: ({ checkedAt }) => formatDateTime(checkedAt),
              },
              { key: "result", header: t("library.result"), cell: ({ courses }) => <Outcomes courses={courses} /> },
              {
                key: "problems",
                header: t("library.problem"),
                cell: ({ problems }) => t("library.problemCount", { count: problems.length }),
              },
            ]}
          />
        </section>
      ) : null}
    </Page>
  );
}

function Latest({ check }: { check: ContentCheckRow }) {
  const t = useWords();
  const date = formatDateTime(check.checkedAt);
  return (
    <section>
      <SectionHeading lead={t("library.checkedAt", { date })}>{t("library.latest")}</SectionHeading>
      <div className="my-4">
        <Outcomes courses={check.courses} />
      </div>
      {check.problems.length === 0 ? (
        <Notice kind="success" title={t("library.checksCleanTitle")}>
          {t("library.checksCleanText", { date })}
        </Notice>
      ) : (
        <ProblemTable problems={check.problems} />
      )}
    </section>
  );
}

const OUTCOMES = {
  published: "library.outcomePublished",
  restored: "library.outcomeRestored",
  unchanged: "library.outcomeUnchanged",
  kept: "library.outcomeKept",
  refused: "library.outcomeRefused",
} as const;

function Outcomes({ courses }: { courses: readonly CheckedCourseRow[] }) {
  const t = useWords();
  return (
    <ul className="list-disc pl-5">
      {courses.map(({ folder, title, outcome, version }) => (
        <li key={folder}>
          {title} (<code>{folder}</code>): {t(OUTCOMES[outcome], { version: String(version ?? "–") })}
        </li>
      ))}
    </ul>
  );
}

import type { LibraryEntry } from "~/domain/courses/library";
import { formatDate } from "~/domain/time";
import { contentCheckPath, libraryCoursePath } from "~/paths";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

export function LibraryTable({ entries }: { entries: readonly LibraryEntry[] }) {
  const t = useWords();
  return (
    <DataTable
      caption={t("library.title")}
      hideCaption
      rows={entries}
      rowKey={(entry) => entry.slug}
      columns={[
        { key: "course", header: t("library.course"), rowHeader: true, cell: (entry) => <CourseName entry={entry} /> },
        {
          key: "version",
          header: t("library.version"),
          cell: ({ version }) => version && String(version.number),
        },
        {
          key: "published",
          header: t("library.published"),
          cell: ({ version }) => version && formatDate(version.publishedAt),
        },
        {
          key: "hash",
          header: t("library.hash"),
          wideOnly: true,
          cell: ({ version }) => version && <code>{version.hash}</code>,
        },
        { key: "lessons", header: t("library.lessons"), numeric: true, cell: ({ lessons }) => lessons },
        {
          key: "questions",
          header: t("library.questions"),
          numeric: true,
          cell: ({ questions }) => t("library.questionsReady", questions),
        },
        {
          key: "state",
          header: t("library.state"),
          cell: (entry) => (
            <>
              <CourseState problems={entry.problems} refused={entry.refused} />
              {entry.unpublished ? <StatusTag tone="warning">{t("review.unpublishedTag")}</StatusTag> : null}
            </>
          ),
        },
      ]}
      empty={
        <EmptyState icon="book" title={t("library.emptyTitle")}>
          {t("library.emptyText")}
        </EmptyState>
      }
    />
  );
}

function CourseName({ entry }: { entry: LibraryEntry }) {
  const t = useWords();
  if (entry.version) return <a href={libraryCoursePath(entry.slug)}>{entry.title}</a>;
  return (
    <>
      {entry.title} <span className="muted">({t("library.neverPublished")})</span>
    </>
  );
}

/** What the last check says of a course, in a word, with the way to the places. */
export function CourseState({ problems, refused }: { problems: number; refused: boolean }) {
  const t = useWords();
  if (problems === 0) return <StatusTag tone="success">{t("library.noProblems")}</StatusTag>;
  return (
    <StatusTag tone={refused ? "danger" : "warning"} icon="warning">
      <a href={contentCheckPath()}>{t("library.problemCount", { count: problems })}</a>
    </StatusTag>
  );
}

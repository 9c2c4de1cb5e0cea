import type { LibraryCourse } from "~/domain/courses/library";
import { formatDate } from "~/domain/time";
import { courseExportPath, versionsPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

/** The versions of a course, newest first. */
export function VersionTable({ slug, versions }: { slug: string; versions: LibraryCourse["versions"] }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={t("library.versionsLead")}>{t("library.versions")}</SectionHeading>
      <DataTable
        caption={t("library.versions")}
        hideCaption
        rows={versions}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: "number",
            header: t("library.version"),
            rowHeader: true,
            cell: ({ number }) => t("library.versionNumber", { number: String(number) }),
          },
          { key: "published", header: t("library.published"), cell: ({ publishedAt }) => formatDate(publishedAt) },
          {
            key: "files",
            header: t("library.files"),
            cell: ({ number }) => (
              <a
                href={courseExportPath(slug, number)}
                aria-label={t("library.exportVersion", { number: String(number) })}
              >
                {t("library.zip")}
              </a>
            ),
          },
          { key: "note", header: t("library.changeNote"), cell: ({ changeNote }) => changeNote ?? t("kit.noValue") },
          { key: "hash", header: t("library.hash"), wideOnly: true, cell: ({ hash }) => <code>{hash}</code> },
          {
            key: "state",
            header: t("library.state"),
            cell: ({ current }) => (
              <StatusTag tone={current ? "success" : "neutral"}>
                {t(current ? "library.current" : "library.earlier")}
              </StatusTag>
            ),
          },
        ]}
      />
      <div className="buttons no-print">
        <Button kind="secondary" href={versionsPath(slug)}>
          {t("review.toVersions")}
        </Button>
      </div>
    </section>
  );
}

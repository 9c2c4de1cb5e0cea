import { describeRemark } from "~/domain/assessment/exchange/words/describe";
import type { ExchangeFormat } from "~/domain/assessment/exchange/exchange";
import type { LeftOut } from "~/domain/assessment/exchange/written";
import type { ExportPreview } from "~/domain/assessment/question-import/import-view";
import { bankExportPath, bankFilePath, bankPath, libraryCoursePath, libraryPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import { Select } from "~/ui/kit/select";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

export const FORMATS = {
  gift: "bank.format_gift",
  "moodle-xml": "bank.format_moodle_xml",
  aiken: "bank.format_aiken",
  yaml: "bank.format_yaml",
  xlsx: "bank.format_xlsx",
} as const satisfies Record<ExchangeFormat, string>;

export interface ExportPageProps {
  course: { slug: string; title: string };
  topics: Record<string, string>;
  topic: string | null;
  formats: readonly ExportPreview[];
}

/** Each format with what it cannot hold, before the file is taken. */
export function ExportPage({ course, topics, topic, formats }: ExportPageProps) {
  const t = useWords();
  return (
    <Page
      kicker={course.title}
      title={t("bank.exportTitle")}
      lead={t("bank.exportLead")}
      crumbs={[
        { label: t("library.title"), href: libraryPath() },
        { label: course.title, href: libraryCoursePath(course.slug) },
        { label: t("bank.title"), href: bankPath(course.slug) },
      ]}
    >
      <form method="get" action={bankExportPath(course.slug)} className="form no-print mb-6">
        <Select
          id="export-topic"
          name="topic"
          label={t("bank.exportTopic")}
          placeholder={t("bank.exportAll")}
          size="medium"
          defaultValue={topic ?? ""}
          options={Object.entries(topics).map(([value, label]) => ({ value, label }))}
        />
        <Button kind="secondary">{t("bank.exportShow")}</Button>
      </form>
      <DataTable
        caption={t("bank.exportTitle")}
        hideCaption
        rows={formats}
        rowKey={({ format }) => format}
        columns={[
          { key: "format", header: t("bank.format"), rowHeader: true, cell: ({ format }) => t(FORMATS[format]) },
          {
            key: "written",
            header: t("bank.written"),
            numeric: true,
            cell: ({ written }) => formatNumber(written, { language: t.language }),
          },
          { key: "lost", header: t("bank.lost"), cell: (preview) => <Lost preview={preview} /> },
          {
            key: "file",
            header: t("bank.download"),
            cell: ({ format, written }) =>
              written === 0 ? (
                <span className="muted">{t("bank.nothingToWrite")}</span>
              ) : (
                <a href={bankFilePath(course.slug, format, topic ?? undefined)} download>
                  {t("bank.downloadFormat", { format: t(FORMATS[format]) })}
                </a>
              ),
          },
        ]}
      />
    </Page>
  );
}

function Lost({ preview: { refused, lost } }: { preview: ExportPreview }) {
  const t = useWords();
  if (refused.length + lost.length === 0) return <>{t("bank.lostNothing")}</>;
  return (
    <>
      {refused.length > 0 ? (
        <Disclosure summary={t("bank.refusedCount", { count: refused.length })}>
          <LeftOutList parts={refused} />
        </Disclosure>
      ) : null}
      {lost.length > 0 ? (
        <Disclosure summary={t("bank.lostCount", { count: lost.length })}>
          <LeftOutList parts={lost} />
        </Disclosure>
      ) : null}
    </>
  );
}

/** Said once, with the questions of which it is so. */
function LeftOutList({ parts }: { parts: readonly LeftOut[] }) {
  const t = useWords();
  const bySentence = new Map<string, string[]>();
  for (const part of parts) {
    const { what, mend } = describeRemark(part, t.language);
    bySentence.set(`${what} ${mend}`, [...(bySentence.get(`${what} ${mend}`) ?? []), part.id]);
  }
  return (
    <ul className="stack">
      {[...bySentence].map(([sentence, ids]) => (
        <li key={sentence}>
          {sentence} <span className="muted text-sm">{ids.join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}

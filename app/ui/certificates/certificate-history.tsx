import type { HistoryLine, Succession } from "~/domain/certificates/history";
import { formatDateTime } from "~/domain/time";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import { whyInWords } from "~/ui/words/book-words";
import { useWords } from "~/ui/words/use-words";

export interface CertificateHistoryProps {
  history: readonly HistoryLine[];
  succession: Succession;
  /** Where the certificates before and after are shown. */
  hrefOf: (serial: string) => string;
}

/** What has happened to a certificate and why: the same for its owner and for HR. */
export function CertificateHistory({ history, succession, hrefOf }: CertificateHistoryProps) {
  const t = useWords();
  const { replaces, replacedBy } = succession;
  return (
    <section className="mt-8">
      <SectionHeading>{t("certificate.history")}</SectionHeading>
      {replaces ? (
        <p className="mb-3">
          {t("certificate.replaces")} <a href={hrefOf(replaces.serial)}>{replaces.number}</a>.
        </p>
      ) : null}
      {replacedBy ? (
        <p className="mb-3">
          {t("certificate.replacedBy")} <a href={hrefOf(replacedBy.serial)}>{replacedBy.number}</a>.
        </p>
      ) : null}
      <DataTable
        hideCaption
        caption={t("certificate.historyCaption")}
        rows={[...history]}
        rowKey={({ kind, at }) => `${kind}${at.getTime()}`}
        columns={[
          {
            key: "what",
            header: t("certificate.historyWhat"),
            rowHeader: true,
            cell: ({ kind }) => t(`certificate.event_${kind}`),
          },
          {
            key: "at",
            header: t("certificate.historyAt"),
            cell: ({ at }) => <span className="tabular">{formatDateTime(at)}</span>,
          },
          { key: "why", header: t("certificate.historyWhy"), cell: (line) => whyInWords(t, line) ?? "–" },
          { key: "by", header: t("certificate.historyBy"), cell: ({ by }) => by ?? t("certificate.historySystem") },
        ]}
      />
    </section>
  );
}

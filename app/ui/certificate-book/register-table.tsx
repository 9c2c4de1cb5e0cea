import type { BookEntry } from "~/domain/certificates/register";
import { formatDate } from "~/domain/time";
import { issuedCertificatePath } from "~/paths";
import { STATUS_LABEL, STATUS_TONE } from "~/ui/certificates/certificate-notes";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";
import { remarkOf } from "~/ui/words/book-words";

/** The numbers of a book with whose they are and what became of them. */
export function RegisterTable({ entries }: { entries: readonly BookEntry[] }) {
  const t = useWords();
  return (
    <div className="no-address">
      <DataTable
        hideCaption
        caption={t("book.caption")}
        rows={entries}
        rowKey={({ registerNumber }) => String(registerNumber)}
        empty={
          <EmptyState icon="search" title={t("book.emptyTitle")}>
            {t("book.emptyText")}
          </EmptyState>
        }
        columns={[
          {
            key: "number",
            header: t("book.number"),
            rowHeader: true,
            cell: ({ certificate, number }) =>
              certificate ? (
                <a className="tabular whitespace-nowrap" href={issuedCertificatePath(certificate.serial)}>
                  {number}
                </a>
              ) : (
                <span className="tabular whitespace-nowrap">{number}</span>
              ),
          },
          {
            key: "holder",
            header: t("book.holder"),
            cell: ({ certificate }) =>
              certificate ? (
                <>
                  {certificate.fullName}
                  <span className="muted block text-sm">
                    {[certificate.positionTitle, certificate.unitName].filter(Boolean).join(", ")}
                  </span>
                </>
              ) : (
                "–"
              ),
          },
          {
            key: "course",
            header: t("book.course"),
            wideOnly: true,
            cell: ({ certificate }) => certificate?.courseName ?? "–",
          },
          {
            key: "issued",
            header: t("book.issued"),
            cell: ({ certificate }) =>
              certificate ? <span className="tabular">{formatDate(certificate.issuedAt)}</span> : "–",
          },
          {
            key: "state",
            header: t("book.state"),
            cell: (entry) => (
              <>
                {entry.certificate ? (
                  <StatusTag tone={STATUS_TONE[entry.certificate.status]}>
                    {t(`certificate.${STATUS_LABEL[entry.certificate.status]}`)}
                  </StatusTag>
                ) : (
                  <StatusTag tone="warning">{t("book.voidState")}</StatusTag>
                )}
                <span className="muted block text-sm">{remarkOf(t, entry)}</span>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

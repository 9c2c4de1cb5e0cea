import type { TemplateVersionLine } from "~/domain/certificates/template-store.server";
import { formatDateTime } from "~/domain/time";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

/** Every version that was saved, with how many certificates were issued by it. */
export function TemplateHistory({ versions }: { versions: readonly TemplateVersionLine[] }) {
  const t = useWords();
  return (
    <section className="no-print mt-10">
      <SectionHeading>{t("template.history")}</SectionHeading>
      <DataTable
        hideCaption
        caption={t("template.historyCaption")}
        rows={versions}
        rowKey={({ id }) => id}
        empty={<p className="muted">{t("template.historyNone")}</p>}
        columns={[
          { key: "version", header: t("template.version"), rowHeader: true, cell: ({ version }) => version },
          { key: "at", header: t("template.madeAt"), cell: ({ madeAt }) => formatDateTime(madeAt) },
          { key: "by", header: t("template.madeBy"), cell: ({ madeByName }) => madeByName },
          { key: "agency", header: t("template.agency"), cell: ({ content }) => content.issuerName },
          {
            key: "signer",
            header: t("template.signer"),
            cell: ({ content }) => [content.signerTitle, content.signerName].filter(Boolean).join(" "),
          },
          {
            key: "wording",
            header: t("template.wording"),
            wideOnly: true,
            cell: ({ content }) => content.wording.title,
          },
          { key: "count", header: t("template.certificates"), numeric: true, cell: ({ certificates }) => certificates },
        ]}
      />
    </section>
  );
}

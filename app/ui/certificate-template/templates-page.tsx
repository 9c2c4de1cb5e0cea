import { formatDate } from "~/domain/time";
import { registerPath, templatePath, templatesPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { ComboBox } from "~/ui/kit/interactive/combo-box";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import type { TemplatesView } from "~/domain/certificates/pages";

/** The templates of a scope, and which unit gets one next. */
export function TemplatesPage({ title, view }: { title: string; view: TemplatesView }) {
  const t = useWords();
  const { templates, units, whole } = view;
  const own = templates.some(({ unit }) => unit === null);
  return (
    <Page title={title} lead={t("template.lead")} crumbs={[{ label: t("book.title"), href: registerPath() }]}>
      <DataTable
        caption={t("template.listCaption")}
        rows={templates}
        rowKey={({ unit }) => unit?.code ?? "own"}
        empty={
          <EmptyState icon="certificate" title={t("template.noneTitle")}>
            {t("template.noneText")}
          </EmptyState>
        }
        columns={[
          {
            key: "whose",
            header: t("template.agency"),
            rowHeader: true,
            cell: ({ unit, issuerName }) => (
              <>
                <a href={templatePath(unit?.code ?? "~own")}>{unit?.name ?? t("template.own")}</a>
                <span className="muted block text-sm font-normal">{issuerName}</span>
              </>
            ),
          },
          { key: "code", header: t("template.code"), cell: ({ issuerCode }) => issuerCode },
          { key: "version", header: t("template.version"), numeric: true, cell: ({ version }) => version },
          {
            key: "changed",
            header: t("template.changed"),
            cell: ({ madeAt, madeByName }) => t("template.changedBy", { date: formatDate(madeAt), name: madeByName }),
          },
        ]}
      />
      {whole && !own ? (
        <p className="mt-6">
          <Button href={templatePath("~own")}>{t("template.own")}</Button>
        </p>
      ) : null}
      <section className="mt-8">
        <SectionHeading>{t("template.addTitle")}</SectionHeading>
        <form method="get" action={templatesPath()} className="form">
          <ComboBox
            id="unit"
            name="unit"
            label={t("template.addUnit")}
            options={units.map(({ code, label }) => ({ value: code, label }))}
          />
          <Button kind="secondary">{t("template.add")}</Button>
        </form>
      </section>
    </Page>
  );
}

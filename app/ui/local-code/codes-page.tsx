import { localCodePath, localCodesPath, documentsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { SearchField } from "~/ui/kit/search-field";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";

export interface CodesPageProps {
  codes: readonly { unit: { code: string; name: string }; title: string; version: number | null }[];
  units: readonly { code: string; name: string }[];
  text: string;
}

/** The codes of a scope, and the units to write one for. */
export function CodesPage({ codes, units, text }: CodesPageProps) {
  const t = useWords();
  return (
    <Page
      title={t("localCode.listTitle")}
      lead={t("localCode.listLead")}
      crumbs={[{ label: t("library.documentsTitle"), href: documentsPath() }]}
    >
      <div className="stack-lg">
        <section>
          <SectionHeading>{t("localCode.written")}</SectionHeading>
          <DataTable
            caption={t("localCode.written")}
            hideCaption
            rows={codes}
            rowKey={({ unit }) => unit.code}
            empty={<p className="muted">{t("localCode.none")}</p>}
            columns={[
              {
                key: "unit",
                header: t("localCode.unit"),
                rowHeader: true,
                cell: ({ unit }) => <a href={localCodePath(unit.code)}>{unit.name}</a>,
              },
              { key: "title", header: t("localCode.name"), cell: ({ title }) => title || t("kit.noValue") },
              {
                key: "version",
                header: t("localCode.inForce"),
                cell: ({ version }) =>
                  version === null
                    ? t("localCode.notPublished")
                    : t("localCode.versionNumber", { number: String(version) }),
              },
            ]}
          />
        </section>
        <section className="stack">
          <SectionHeading lead={t("localCode.beginLead")}>{t("localCode.begin")}</SectionHeading>
          <SearchField
            label={t("localCode.search")}
            action={localCodesPath()}
            defaultValue={text}
            clearHref={text === "" ? undefined : localCodesPath()}
          />
          {units.length === 0 ? <p className="muted">{t("localCode.nothingFound")}</p> : null}
          <ul className="list-disc pl-6">
            {units.map(({ code, name }) => (
              <li key={code}>
                <a href={localCodePath(code)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

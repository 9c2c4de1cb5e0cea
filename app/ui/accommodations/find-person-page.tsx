import { conditionsPath, findForConditionsPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { SearchField } from "~/ui/kit/search-field";
import { useWords } from "~/ui/words/use-words";

interface Person {
  id: string;
  fullName: string;
  staffNumber: string | null;
  positionTitle: string;
  unitName: string;
}

/** The way to somebody's conditions for those who may grant them and do not see the records of people. */
export function FindPersonPage({ found }: { found: { text: string; people: Person[]; more: boolean } }) {
  const t = useWords();
  const { text, people, more } = found;
  return (
    <Page title={t("accommodation.findTitle")} lead={t("accommodation.findLead")}>
      <SearchField
        label={t("accommodation.findLabel")}
        hint={t("accommodation.findHint")}
        action={findForConditionsPath()}
        defaultValue={text}
        clearHref={text === "" ? undefined : findForConditionsPath()}
      />
      {text !== "" && people.length === 0 ? (
        <EmptyState icon="search" title={t("accommodation.findNobody", { text })}>
          {t("accommodation.findNobodyText")}
        </EmptyState>
      ) : null}
      {people.length > 0 ? (
        <section className="flex flex-col gap-3">
          <DataTable
            caption={t("accommodation.findResult")}
            rows={people}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: t("accommodation.findName"),
                rowHeader: true,
                cell: ({ id, fullName }) => <a href={conditionsPath(id)}>{fullName}</a>,
              },
              {
                key: "number",
                header: t("accommodation.findNumber"),
                cell: ({ staffNumber }) => staffNumber ?? t("kit.noValue"),
              },
              { key: "unit", header: t("accommodation.findUnit"), cell: ({ unitName }) => unitName },
              {
                key: "position",
                header: t("accommodation.findPosition"),
                wideOnly: true,
                cell: ({ positionTitle }) => positionTitle,
              },
            ]}
          />
          {more ? <p>{t("accommodation.findMore", { count: people.length })}</p> : null}
        </section>
      ) : null}
    </Page>
  );
}

import { formatDay, type LocalDay } from "~/domain/time";
import { leftStaffPath, personPath, staffPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { SearchField } from "~/ui/kit/search-field";
import { useWords } from "~/ui/words/use-words";

interface LeftPerson {
  id: string;
  fullName: string;
  staffNumber: string;
  positionTitle: string;
  unitName: string;
  leftOn: LocalDay | null;
}

/** Who is no longer on the staff list: the way to their records, and to taking them on again. */
export function LeftStaffPage({
  people,
  next,
  text,
}: {
  people: readonly LeftPerson[];
  next: string | null;
  text: string;
}) {
  const t = useWords();
  const q = text || undefined;
  return (
    <Page
      title={t("staffChange.leftTitle")}
      lead={t("staffChange.leftLead")}
      crumbs={[{ label: t("staff.staffTitle"), href: staffPath() }]}
    >
      <SearchField
        label={t("staff.search")}
        hint={t("staff.searchHint")}
        action={leftStaffPath()}
        defaultValue={text}
        clearHref={text === "" ? undefined : leftStaffPath()}
      />
      <section className="flex flex-col gap-4">
        <DataTable
          caption={t("staffChange.leftCaption")}
          hideCaption
          rows={people}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon="search" title={t("staffChange.leftNoneTitle")}>
              {t("staffChange.leftNone")}
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              header: t("staff.name"),
              rowHeader: true,
              cell: ({ id, fullName }) => <a href={personPath(id)}>{fullName}</a>,
            },
            { key: "number", header: t("staff.staffNumber"), cell: ({ staffNumber }) => staffNumber },
            {
              key: "unit",
              header: t("staffChange.leftUnit"),
              cell: ({ positionTitle, unitName }) => (
                <>
                  {unitName}
                  <span className="hint">{positionTitle}</span>
                </>
              ),
            },
            { key: "left", header: t("staffChange.leftOn"), cell: ({ leftOn }) => leftOn && formatDay(leftOn) },
          ]}
        />
        <Pagination nextHref={next ? leftStaffPath({ q, after: next }) : null} />
      </section>
    </Page>
  );
}

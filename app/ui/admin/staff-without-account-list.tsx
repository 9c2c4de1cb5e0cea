import type { StaffWithoutAccount } from "~/domain/organization/staff-without-account";
import { newAccountPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { SearchField } from "~/ui/kit/search-field";
import { useWords } from "~/ui/words/use-words";

export interface StaffWithoutAccountListProps {
  staff: readonly StaffWithoutAccount[];
  text: string;
}

/** One button a person: the staff number becomes the name to sign in with. */
export function StaffWithoutAccountList({ staff, text }: StaffWithoutAccountListProps) {
  const t = useWords();
  return (
    <>
      <SearchField
        label={t("accountForm.listedSearch")}
        hint={t("accountForm.listedLead")}
        action={newAccountPath()}
        defaultValue={text}
        clearHref={newAccountPath("listed")}
      >
        <input type="hidden" name="for" value="listed" />
      </SearchField>
      <div className="mt-6">
        <DataTable
          caption={t("accountForm.listedCaption")}
          hideCaption
          rows={staff}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="people" title={t("accountForm.listedEmptyTitle")}>
              {t("accountForm.listedEmptyText")}
            </EmptyState>
          }
          columns={[
            { key: "name", header: t("accountForm.fullName"), rowHeader: true, cell: (row) => row.fullName },
            { key: "number", header: t("accountForm.staffNumber"), cell: (row) => <code>{row.staffNumber}</code> },
            {
              key: "unit",
              header: t("accountForm.unit"),
              cell: (row) => (
                <span>
                  {row.unitName}
                  <span className="hint">{row.positionTitle}</span>
                </span>
              ),
            },
            { key: "create", header: t("account.columnChange"), cell: (row) => <CreateButton person={row} /> },
          ]}
        />
      </div>
    </>
  );
}

function CreateButton({ person }: { person: StaffWithoutAccount }) {
  const t = useWords();
  return (
    <form method="post" action={newAccountPath("listed")}>
      <input type="hidden" name="officialId" value={person.id} />
      <Button
        kind="secondary"
        name="intent"
        value="create-listed"
        aria-label={t("accountForm.listedCreateFor", { name: person.fullName })}
      >
        {t("accountForm.listedCreate")}
      </Button>
    </form>
  );
}

import {
  ACCOUNT_STATUSES,
  type AccountPage,
  type AccountRow,
  accountStatus,
  type AccountStatus,
} from "~/domain/auth/account";
import { ROLE_NAMES, type RoleName } from "~/domain/auth/permissions";
import { formatDate } from "~/domain/time";
import { accountPath, accountsPath, newAccountPath, newUnitPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { Pagination } from "~/ui/kit/pagination";
import { SearchField } from "~/ui/kit/search-field";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";
import { AccountStatusTag } from "./account-status-tag";

export interface AccountsPageProps {
  page: AccountPage & { total: number };
  filter: { text: string; role: RoleName | "any" | null; status: AccountStatus | null; after: string | null };
}

export function AccountsPage({ page, filter }: AccountsPageProps) {
  const t = useWords();
  const kept = { q: filter.text, role: filter.role ?? "", status: filter.status ?? "" };
  const filtered = filter.text !== "" || filter.role !== null || filter.status !== null;
  return (
    <Page
      title={t("account.listTitle")}
      lead={t("account.listLead")}
      actions={
        <>
          <Button href={newAccountPath()} icon="plus">
            {t("account.new")}
          </Button>
          <Button href={newUnitPath()} kind="secondary" icon="unit">
            {t("account.newUnit")}
          </Button>
        </>
      }
    >
      <SearchField
        label={t("account.searchLabel")}
        hint={t("account.searchHint")}
        action={accountsPath()}
        defaultValue={filter.text}
        clearHref={accountsPath()}
      >
        <Filters role={filter.role} status={filter.status} />
      </SearchField>
      <section aria-label={t("account.listCaption")}>
        <p className="muted mb-3" role="status">
          {t("account.totalFound", { count: page.total })}
          {filtered && filter.text === "" ? (
            <>
              {" · "}
              <a href={accountsPath()}>{t("kit.clearSearch")}</a>
            </>
          ) : null}
        </p>
        <DataTable
          caption={t("account.listCaption")}
          hideCaption
          columns={columnsOf(t)}
          rows={page.accounts}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="people" title={t("account.emptyTitle")}>
              {t("account.emptyText")}
            </EmptyState>
          }
        />
        <div className="mt-6">
          <Pagination
            previousIsStart
            previousHref={filter.after ? accountsPath(kept) : null}
            nextHref={page.next ? accountsPath({ ...kept, after: page.next }) : null}
          />
        </div>
      </section>
    </Page>
  );
}

function Filters({ role, status }: Pick<AccountsPageProps["filter"], "role" | "status">) {
  const t = useWords();
  return (
    <>
      <label className="visually-hidden" htmlFor="filter-role">
        {t("account.filterRole")}
      </label>
      <select className="input" id="filter-role" name="role" defaultValue={role ?? ""}>
        <option value="">{t("account.filterRoleAll")}</option>
        <option value="any">{t("account.filterRoleAny")}</option>
        {ROLE_NAMES.map((name) => (
          <option key={name} value={name}>
            {t(`account.role_${name}`)}
          </option>
        ))}
      </select>
      <label className="visually-hidden" htmlFor="filter-status">
        {t("account.filterStatus")}
      </label>
      <select className="input" id="filter-status" name="status" defaultValue={status ?? ""}>
        <option value="">{t("account.filterStatusAll")}</option>
        {ACCOUNT_STATUSES.map((name) => (
          <option key={name} value={name}>
            {t(`account.status_${name}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function columnsOf(t: Translate): Column<AccountRow>[] {
  return [
    {
      key: "person",
      header: t("account.columnPerson"),
      rowHeader: true,
      cell: (row) => <a href={accountPath(row.id)}>{row.displayName}</a>,
    },
    { key: "identifier", header: t("account.columnIdentifier"), cell: (row) => <code>{row.identifier}</code> },
    {
      key: "unit",
      header: t("account.columnUnit"),
      cell: (row) =>
        row.unitName === null ? (
          t("kit.noValue")
        ) : (
          <>
            {row.unitName}
            <span className="hint">{row.positionTitle}</span>
          </>
        ),
    },
    {
      key: "roles",
      header: t("account.columnRoles"),
      cell: (row) =>
        row.roles.length === 0 ? null : (
          <ul>
            {row.roles.map(({ role, unitName }) => (
              <li key={`${role}${unitName}`}>
                {t(`account.role_${role}`)}
                <span className="hint">{unitName}</span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: "status",
      header: t("account.columnStatus"),
      cell: (row) => <AccountStatusTag status={accountStatus(row)} />,
    },
    {
      key: "lastSignIn",
      header: t("account.columnLastSignIn"),
      cell: (row) => (
        <span className="tabular">{row.lastSignInAt ? formatDate(row.lastSignInAt) : t("account.never")}</span>
      ),
    },
  ];
}

import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { AccountDetail, AccountRole } from "~/domain/auth/account";
import type { AccountView } from "~/domain/auth/account-view";
import { ROLE_NAMES } from "~/domain/auth/permissions";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { formatDate } from "~/domain/time";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { DataTable } from "~/ui/kit/data-table";
import { Disclosure } from "~/ui/kit/disclosure";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { RadioGroup } from "~/ui/kit/option-group";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { EnterButton, UnitSelect } from "./unit-select";

export interface AccountRolesProps extends Pick<AccountView, "account" | "own" | "revocable"> {
  choice: UnitChoice;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** What the account may do and where; taking a role back asks with its name. */
export function AccountRoles({ account, own, revocable, choice, lastResult }: AccountRolesProps) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={t("account.rolesLead")}>{t("account.rolesTitle")}</SectionHeading>
      <div className="mt-4">
        <DataTable
          caption={t("account.rolesCaption")}
          hideCaption
          rows={account.roles}
          rowKey={(row) => row.grantId}
          empty={<p>{t("account.rolesNone")}</p>}
          columns={[
            {
              key: "role",
              header: t("account.columnRole"),
              rowHeader: true,
              cell: (row) => t(`account.role_${row.role}`),
            },
            { key: "unit", header: t("account.columnUnit"), cell: (row) => row.unitName },
            {
              key: "since",
              header: t("account.columnSince"),
              cell: (row) => <span className="tabular">{formatDate(row.grantedAt)}</span>,
            },
            {
              key: "change",
              header: t("account.columnChange"),
              cell: (row) =>
                revocable.includes(row.grantId) ? (
                  <Revoke account={account} held={row} />
                ) : (
                  <span className="muted">
                    {own && row.role === "administrator" ? t("account.ownRole") : t("account.cannotRevoke")}
                  </span>
                ),
            },
          ]}
        />
      </div>
      <div className="mt-4">{account.disabledAt ? null : <Grant choice={choice} lastResult={lastResult} />}</div>
    </section>
  );
}

function Revoke({ account, held }: { account: AccountDetail; held: AccountRole }) {
  const t = useWords();
  const words = { role: t(`account.role_${held.role}`), unit: held.unitName, name: account.displayName };
  return (
    <ConfirmDetails
      label={t("account.revoke")}
      question={t("account.revokeQuestion", words)}
      consequence={t("account.revokeConsequence")}
      confirmLabel={t("account.revokeConfirm")}
      name="intent"
      value="revoke"
    >
      <input type="hidden" name="grantId" value={held.grantId} />
    </ConfirmDetails>
  );
}

interface GrantFields extends Record<string, unknown> {
  role: string;
  unit: string;
}

function Grant({ choice, lastResult }: Pick<AccountRolesProps, "choice" | "lastResult">) {
  const t = useWords();
  const [form, fields] = useForm<GrantFields>({ id: "grant", lastResult });
  const begun = ["grant", "find-unit"].includes(String(lastResult?.initialValue?.["intent"]));
  return (
    <Disclosure summary={t("account.grantTitle")} open={begun}>
      <PostForm {...getFormProps(form)} noValidate className="form mt-4">
        <EnterButton intent="grant" />
        <ErrorSummary errors={errorsOf({}, { role: fields.role, unit: fields.unit })} />
        <RadioGroup
          id={fields.role.id}
          name={fields.role.name}
          label={t("account.grantRole")}
          options={ROLE_NAMES.map((role) => ({
            value: role,
            label: t(`account.role_${role}`),
            hint: t(`account.roleHint_${role}`),
          }))}
          defaultValue={fields.role.initialValue}
          errors={fields.role.errors}
        />
        <UnitSelect
          id={fields.unit.id}
          name={fields.unit.name}
          label={t("account.grantUnit")}
          choice={choice}
          defaultValue={fields.unit.initialValue}
          errors={fields.unit.errors}
        />
        <div className="buttons">
          <Button kind="secondary" name="intent" value="grant">
            {t("account.grantSubmit")}
          </Button>
        </div>
      </PostForm>
    </Disclosure>
  );
}

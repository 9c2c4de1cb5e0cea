import type { SubmissionResult } from "@conform-to/react";
import { accountStatus } from "~/domain/auth/account";
import type { AccountView } from "~/domain/auth/account-view";
import { maskPersonalId } from "~/domain/organization/personal-id";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { formatDate, formatDateTime } from "~/domain/time";
import { accountPath, accountsPath, auditPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DescriptionList } from "~/ui/kit/description-list";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { SectionHeading } from "~/ui/kit/section-heading";
import { ChangeLinks } from "~/ui/staff-change/change-links";
import { useWords } from "~/ui/words/use-words";
import { AccountAccess } from "./account-access";
import { AccountRoles } from "./account-roles";
import { AccountStatusTag } from "./account-status-tag";
import { AuditTable } from "./audit-table";
import { type FirstPassword, FirstPasswordSlip } from "./first-password-slip";

/** What a form of the page brought. */
export interface AccountPageAnswer {
  lastResult?: SubmissionResult<string[]>;
  choice?: UnitChoice;
  slip?: FirstPassword;
}

export interface AccountPageProps extends AccountView {
  choice: UnitChoice;
  answer: AccountPageAnswer | undefined;
}

export function AccountPage({ account, manageable, own, revocable, events, choice, answer }: AccountPageProps) {
  const t = useWords();
  const crumbs = [{ label: t("account.listTitle"), href: accountsPath() }];
  if (answer?.slip) {
    return (
      <Page title={account.displayName} crumbs={crumbs} width="reading">
        <FirstPasswordSlip slip={answer.slip}>
          <Button href={accountPath(account.id)}>{t("account.slipToAccount")}</Button>
        </FirstPasswordSlip>
      </Page>
    );
  }
  const errors = (answer?.lastResult?.error?.[""] ?? []).map((message) => ({ fieldId: null, message }));
  return (
    <Page title={account.displayName} crumbs={crumbs}>
      <div className="form mb-6 empty:hidden">
        <ErrorSummary errors={errors} />
        {account.disabledAt ? (
          <Notice kind="warning" title={t("account.disabledTitle")}>
            {t("account.disabledSince", { at: formatDateTime(account.disabledAt) })}
          </Notice>
        ) : null}
      </div>
      <AccountFacts account={account} />
      <AccountRoles
        account={account}
        own={own}
        revocable={revocable}
        choice={answer?.choice ?? choice}
        lastResult={answer?.lastResult}
      />
      {account.official && !own ? (
        <section className="flex flex-col gap-3">
          <SectionHeading lead={t("staffChange.sectionLead")}>{t("staffChange.section")}</SectionHeading>
          <ChangeLinks officialId={account.official.id} left={account.official.leftOn !== null} />
        </section>
      ) : null}
      <AccountAccess account={account} own={own} manageable={manageable} />
      <section>
        <SectionHeading
          actions={
            <Button kind="quiet" href={auditPath({ q: account.identifier })}>
              {t("account.eventsAll")}
            </Button>
          }
        >
          {t("account.eventsTitle")}
        </SectionHeading>
        {events.length === 0 ? <p className="mt-4">{t("account.eventsNone")}</p> : <AuditTable events={events} />}
      </section>
    </Page>
  );
}

function AccountFacts({ account }: Pick<AccountView, "account">) {
  const t = useWords();
  const { official } = account;
  return (
    <>
      <DescriptionList
        facts={[
          { term: t("account.factStatus"), detail: <AccountStatusTag status={accountStatus(account)} /> },
          { term: t("account.factIdentifier"), detail: <code>{account.identifier}</code> },
          { term: t("account.factUnit"), detail: official?.unitName },
          { term: t("account.factPosition"), detail: official?.positionTitle },
          { term: t("account.factStaffNumber"), detail: official?.staffNumber },
          {
            term: t("account.factPersonalId"),
            detail: official?.personalIdLast ? (
              <span className="tabular">{maskPersonalId(official.personalIdLast)}</span>
            ) : null,
          },
          { term: t("account.factPassword"), detail: account.mustChangePassword ? t("account.mustChange") : null },
          {
            term: t("account.factLastSignIn"),
            detail: account.lastSignInAt ? formatDateTime(account.lastSignInAt) : t("account.never"),
          },
          { term: t("account.factSessions"), detail: String(account.openSessions) },
          { term: t("account.factCreated"), detail: formatDate(account.createdAt) },
        ]}
      />
      {official ? null : <p className="muted mt-4">{t("account.withoutPerson")}</p>}
      {official?.leftOn ? <p className="mt-4">{t("account.hasLeft", { date: formatDate(official.leftOn) })}</p> : null}
    </>
  );
}

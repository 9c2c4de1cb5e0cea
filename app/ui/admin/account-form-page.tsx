import type { SubmissionResult } from "@conform-to/react";
import type { StaffWithoutAccount } from "~/domain/organization/staff-without-account";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { accountPath, accountsPath, newAccountPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary } from "~/ui/kit/error-summary";
import { Tabs } from "~/ui/kit/tabs";
import { useWords } from "~/ui/words/use-words";
import { type FirstPassword, FirstPasswordSlip } from "./first-password-slip";
import { NewPersonForm } from "./new-person-form";
import { StaffWithoutAccountList } from "./staff-without-account-list";

/** What the form brought: it comes back, or the account is made and its first password is shown. */
export interface AccountFormAnswer {
  lastResult?: SubmissionResult<string[]>;
  choice?: UnitChoice;
  slip?: FirstPassword & { accountId: string };
}

export interface AccountFormPageProps {
  choice: UnitChoice;
  /** People on the list without an account, when it is for one of them. */
  staff: StaffWithoutAccount[] | null;
  text: string;
  answer: AccountFormAnswer | undefined;
}

export function AccountFormPage({ choice, staff, text, answer }: AccountFormPageProps) {
  const t = useWords();
  const crumbs = [{ label: t("account.listTitle"), href: accountsPath() }];
  if (answer?.slip) {
    const { slip } = answer;
    return (
      <Page title={slip.displayName} kicker={t("accountForm.title")} crumbs={crumbs} width="reading">
        <FirstPasswordSlip slip={slip}>
          <Button href={accountPath(slip.accountId)}>{t("account.slipToAccount")}</Button>
          <Button href={newAccountPath(staff ? "listed" : undefined)} kind="secondary">
            {t("account.slipAnother")}
          </Button>
        </FirstPasswordSlip>
      </Page>
    );
  }
  const general = (answer?.lastResult?.error?.[""] ?? []).map((message) => ({ fieldId: null, message }));
  return (
    <Page title={t("accountForm.title")} crumbs={crumbs}>
      <Tabs
        label={t("accountForm.ways")}
        tabs={[
          { label: t("accountForm.wayNew"), href: newAccountPath(), current: staff === null },
          { label: t("accountForm.wayListed"), href: newAccountPath("listed"), current: staff !== null },
        ]}
      />
      <div className="mt-6">
        {staff === null ? (
          <NewPersonForm choice={answer?.choice ?? choice} lastResult={answer?.lastResult} />
        ) : (
          <>
            <ErrorSummary errors={general} />
            <StaffWithoutAccountList staff={staff} text={text} />
          </>
        )}
      </div>
    </Page>
  );
}

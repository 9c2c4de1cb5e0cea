import type { AccountView } from "~/domain/auth/account-view";
import { passwordPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { ConfirmDetails } from "~/ui/kit/confirm-details";
import { PostForm } from "~/ui/kit/post-form";
import { SectionHeading } from "~/ui/kit/section-heading";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

/** A new first password, locking and unlocking; each asks with the person's name. */
export function AccountAccess({ account, own, manageable }: Pick<AccountView, "account" | "own" | "manageable">) {
  const t = useWords();
  return (
    <section>
      <SectionHeading>{t("account.actionsTitle")}</SectionHeading>
      <div className="mt-4">
        {own ? <OwnAccount /> : manageable ? <Changes account={account} /> : <p>{t("account.beyondScope")}</p>}
      </div>
    </section>
  );
}

function OwnAccount() {
  const t = useWords();
  return (
    <>
      <p className="mb-3 max-w-reading">{t("account.ownAccount")}</p>
      <Button kind="secondary" href={passwordPath()}>
        {t("account.passwordTitle")}
      </Button>
    </>
  );
}

function Changes({ account }: Pick<AccountView, "account">) {
  const t = useWords();
  const words = { name: account.displayName, identifier: account.identifier };
  return (
    <div className="form">
      <ConfirmDetails
        label={t("account.reset")}
        question={t("account.resetQuestion", words)}
        consequence={t("account.resetConsequence")}
        confirmLabel={t("account.resetConfirm")}
        name="intent"
        value="reset-password"
      />
      {account.disabledAt ? (
        <PostForm>
          <Button kind="secondary" name="intent" value="enable">
            {t("account.enable")}
          </Button>
        </PostForm>
      ) : (
        <ConfirmDetails
          label={t("account.disable")}
          question={t("account.disableQuestion", words)}
          consequence={t("account.disableConsequence")}
          confirmLabel={t("account.disableConfirm")}
          name="intent"
          value="disable"
        >
          <TextField
            id="disable-reason"
            name="reason"
            label={t("account.disableReason")}
            hint={t("account.disableReasonHint")}
            maxLength={300}
            optional
          />
        </ConfirmDetails>
      )}
    </div>
  );
}

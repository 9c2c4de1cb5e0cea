import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Notice } from "~/ui/kit/notice";
import { PasswordField } from "~/ui/kit/password-field";
import { PostForm } from "~/ui/kit/post-form";
import { useWords } from "~/ui/words/use-words";

export interface PasswordPageProps {
  identifier: string;
  /** The present password was given by an administrator: nothing else opens before it is changed. */
  forced: boolean;
  lastResult: SubmissionResult<string[]> | undefined;
}

interface PasswordFields extends Record<string, unknown> {
  current: string;
  next: string;
  repeat: string;
}

export function PasswordPage({ identifier, forced, lastResult }: PasswordPageProps) {
  const t = useWords();
  const [form, fields] = useForm<PasswordFields>({ id: "password", lastResult });
  return (
    <Page title={t("account.passwordTitle")} width="reading">
      <div className="form">
        {forced ? (
          <Notice kind="warning" title={t("account.passwordForcedTitle")}>
            {t("account.passwordForced")}
          </Notice>
        ) : null}
        <ErrorSummary errors={errorsOf(form, { current: fields.current, next: fields.next, repeat: fields.repeat })} />
        <PostForm {...getFormProps(form)} noValidate className="form max-w-[29rem]">
          {/* For password managers, which keep a new password under the name that they find beside it. */}
          <input
            className="visually-hidden"
            tabIndex={-1}
            aria-hidden
            name="username"
            autoComplete="username"
            value={identifier}
            readOnly
          />
          <PasswordField
            id={fields.current.id}
            name={fields.current.name}
            label={t("account.passwordCurrent")}
            errors={fields.current.errors}
            autoComplete="current-password"
            required
          />
          <PasswordField
            id={fields.next.id}
            name={fields.next.name}
            label={t("account.passwordNext")}
            hint={t("account.passwordNextHint")}
            errors={fields.next.errors}
            autoComplete="new-password"
            required
          />
          <PasswordField
            id={fields.repeat.id}
            name={fields.repeat.name}
            label={t("account.passwordRepeat")}
            errors={fields.repeat.errors}
            autoComplete="new-password"
            required
          />
          <p className="muted">{t("account.passwordOthersEnd")}</p>
          <div className="buttons">
            <Button>{t("account.passwordSubmit")}</Button>
          </div>
        </PostForm>
      </div>
    </Page>
  );
}

import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { Agency } from "~/domain/organization/agency";
import { signInPath, verifyStartPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { Icon } from "~/ui/kit/icon";
import { PasswordField } from "~/ui/kit/password-field";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";

export interface SignInPageProps {
  agency: Agency;
  /** Where to go afterwards; of this site. */
  next: string | null;
  lastResult: SubmissionResult<string[]> | undefined;
}

interface SignInFields extends Record<string, unknown> {
  identifier: string;
  password: string;
  next: string;
}

/** One card, and below it whom to ask. HTML alone: it must come up on the oldest machine of the agency. */
export function SignInPage({ agency, next, lastResult }: SignInPageProps) {
  const t = useWords();
  const [form, fields] = useForm<SignInFields>({ id: "sign-in", lastResult, defaultValue: { next: next ?? "" } });
  return (
    <div className="page">
      <div className="mx-auto max-w-[29rem]">
        <header className="mt-4 mb-6 md:mt-10">
          {agency.configured ? <p className="text-lg font-semibold">{agency.name}</p> : null}
          <p className="mt-1 text-muted">{t("signIn.lead")}</p>
        </header>
        <section className="card card-strong" aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{t("signIn.title")}</h1>
          <form {...getFormProps(form)} method="post" action={signInPath()} noValidate className="form">
            <ErrorSummary
              errors={errorsOf(form, { identifier: fields.identifier, password: fields.password })}
              title={t("signIn.errorTitle")}
            />
            <TextField
              {...getInputProps(fields.identifier, { type: "text" })}
              label={t("signIn.identifier")}
              hint={t("signIn.identifierHint")}
              errors={fields.identifier.errors}
              autoComplete="username"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              maxLength={200}
              required
            />
            <PasswordField
              id={fields.password.id}
              name={fields.password.name}
              label={t("signIn.password")}
              errors={fields.password.errors}
              autoComplete="current-password"
              required
            />
            <input type="hidden" name="next" defaultValue={fields.next.initialValue ?? ""} />
            <div className="buttons">
              <Button>{t("signIn.submit")}</Button>
            </div>
          </form>
        </section>
        <Help agency={agency} />
      </div>
    </div>
  );
}

function Help({ agency }: { agency: Agency }) {
  const t = useWords();
  return (
    <>
      <section className="mt-8" aria-labelledby="sign-in-help">
        <h2 id="sign-in-help" className="text-base">
          {t("signIn.helpTitle")}
        </h2>
        <p className="mt-1">{t("signIn.help")}</p>
        <ul className="mt-1">
          {agency.phone ? (
            <li>
              {t("signIn.phone")}: <a href={`tel:${agency.phone.replace(/[^+\d]/g, "")}`}>{agency.phone}</a>
            </li>
          ) : null}
          {agency.supportEmail ? (
            <li>
              {t("signIn.email")}: <a href={`mailto:${agency.supportEmail}`}>{agency.supportEmail}</a>
            </li>
          ) : null}
        </ul>
      </section>
      <p className="mt-6 flex items-center gap-2 border-t border-rule pt-4">
        <Icon name="certificate" />
        <span>
          <a href={verifyStartPath()}>{t("signIn.verify")}</a>{" "}
          <span className="text-muted">({t("signIn.verifyHint")})</span>
        </span>
      </p>
    </>
  );
}

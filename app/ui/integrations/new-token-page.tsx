import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { API_SCOPES } from "~/domain/integrations/api-token";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { integrationsPath, newTokenPath } from "~/paths";
import { EnterButton, UnitSelect } from "~/ui/admin/unit-select";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { CheckboxGroup } from "~/ui/kit/option-group";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { chosenIn } from "./chosen";
import { ShownOnce } from "./shown-once";

export interface NewTokenAnswer {
  lastResult?: SubmissionResult<string[]>;
  choice?: UnitChoice;
  made?: { name: string; token: string };
}

interface Fields extends Record<string, unknown> {
  name: string;
  unit: string;
  scopes: string[];
  expiresOn: string;
}

export function NewTokenPage({ choice, answer }: { choice: UnitChoice; answer: NewTokenAnswer | undefined }) {
  const t = useWords();
  const [form, fields] = useForm<Fields>({ id: "token", lastResult: answer?.lastResult });
  const crumbs = [{ label: t("integrations.title"), href: integrationsPath() }];
  if (answer?.made) {
    return (
      <Page title={t("integrations.tokenTitle")} crumbs={crumbs}>
        <ShownOnce
          title={t("integrations.tokenOnce")}
          text={t("integrations.tokenOnceText")}
          label={t("integrations.tokenIs", { name: answer.made.name })}
          value={answer.made.token}
        >
          <Button href={integrationsPath()}>{t("integrations.back")}</Button>
        </ShownOnce>
      </Page>
    );
  }
  return (
    <Page title={t("integrations.tokenTitle")} lead={t("integrations.tokenLead")} crumbs={crumbs} width="reading">
      <ErrorSummary
        errors={errorsOf(form, {
          name: fields.name,
          unit: fields.unit,
          scopes: fields.scopes,
          expiresOn: fields.expiresOn,
        })}
      />
      <form {...getFormProps(form)} method="post" action={newTokenPath()} noValidate className="form">
        <EnterButton intent="create" />
        <TextField
          {...getInputProps(fields.name, { type: "text" })}
          label={t("integrations.name")}
          hint={t("integrations.nameHint")}
          errors={fields.name.errors}
          required
        />
        <UnitSelect
          id={fields.unit.id}
          name={fields.unit.name}
          label={t("integrations.unit")}
          choice={answer?.choice ?? choice}
          defaultValue={fields.unit.initialValue}
          errors={fields.unit.errors}
        />
        <CheckboxGroup
          id={fields.scopes.id}
          name={fields.scopes.name}
          label={t("integrations.scopes")}
          options={API_SCOPES.map((value) => ({ value, label: t(`integrations.scope_${value}`), hint: value }))}
          defaultValue={chosenIn(answer?.lastResult, "scopes")}
          errors={fields.scopes.errors}
        />
        <TextField
          {...getInputProps(fields.expiresOn, { type: "text" })}
          label={t("integrations.expiresOn")}
          hint={t("integrations.expiresOnHint")}
          errors={fields.expiresOn.errors}
          inputMode="numeric"
          size="short"
          required
        />
        <div className="buttons">
          <Button name="intent" value="create">
            {t("integrations.createToken")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

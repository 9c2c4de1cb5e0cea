import { getFormProps, getInputProps, type SubmissionResult, useForm } from "@conform-to/react";
import { WEBHOOK_EVENTS } from "~/domain/integrations/webhook-event";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { endpointPath, integrationsPath, newEndpointPath } from "~/paths";
import { EnterButton, UnitSelect } from "~/ui/admin/unit-select";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { CheckboxGroup } from "~/ui/kit/option-group";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { chosenIn } from "./chosen";
import { ShownOnce } from "./shown-once";

export interface NewEndpointAnswer {
  lastResult?: SubmissionResult<string[]>;
  choice?: UnitChoice;
  made?: { id: string; name: string; secret: string };
}

interface Fields extends Record<string, unknown> {
  name: string;
  url: string;
  unit: string;
  events: string[];
}

export function NewEndpointPage({ choice, answer }: { choice: UnitChoice; answer: NewEndpointAnswer | undefined }) {
  const t = useWords();
  const [form, fields] = useForm<Fields>({ id: "endpoint", lastResult: answer?.lastResult });
  const crumbs = [{ label: t("integrations.title"), href: integrationsPath() }];
  if (answer?.made) {
    return (
      <Page title={t("integrations.hookTitle")} crumbs={crumbs}>
        <ShownOnce
          title={t("integrations.secretOnce")}
          text={t("integrations.secretOnceText")}
          label={t("integrations.secretIs", { name: answer.made.name })}
          value={answer.made.secret}
        >
          <Button href={endpointPath(answer.made.id)}>{answer.made.name}</Button>
        </ShownOnce>
      </Page>
    );
  }
  const chosen = answer?.lastResult ? chosenIn(answer.lastResult, "events") : WEBHOOK_EVENTS;
  return (
    <Page title={t("integrations.hookTitle")} lead={t("integrations.hookLead")} crumbs={crumbs} width="reading">
      <ErrorSummary
        errors={errorsOf(form, { name: fields.name, url: fields.url, unit: fields.unit, events: fields.events })}
      />
      <form {...getFormProps(form)} method="post" action={newEndpointPath()} noValidate className="form">
        <EnterButton intent="create" />
        <TextField
          {...getInputProps(fields.name, { type: "text" })}
          label={t("integrations.name")}
          hint={t("integrations.nameHint")}
          errors={fields.name.errors}
          required
        />
        <TextField
          {...getInputProps(fields.url, { type: "text" })}
          label={t("integrations.url")}
          hint={t("integrations.urlHint")}
          errors={fields.url.errors}
          inputMode="url"
          spellCheck={false}
          autoCapitalize="none"
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
          id={fields.events.id}
          name={fields.events.name}
          label={t("integrations.events")}
          options={WEBHOOK_EVENTS.map((value) => ({ value, label: t(`integrations.event_${value}`) }))}
          defaultValue={chosen}
          errors={fields.events.errors}
        />
        <div className="buttons">
          <Button name="intent" value="create">
            {t("integrations.createHook")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

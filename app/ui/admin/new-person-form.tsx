import { getFormProps, getInputProps, getSelectProps, type SubmissionResult, useForm } from "@conform-to/react";
import { STAFF_CATEGORIES } from "~/domain/organization/staff-category";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { newAccountPath } from "~/paths";
import { Button } from "~/ui/kit/button";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { RadioGroup } from "~/ui/kit/option-group";
import { TextField } from "~/ui/kit/text-field";
import { useWords } from "~/ui/words/use-words";
import { EnterButton, UnitSelect } from "./unit-select";

export interface NewPersonFormProps {
  choice: UnitChoice;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** In the order of the form. */
const FIELDS = [
  "fullName",
  "staffNumber",
  "unit",
  "positionTitle",
  "staffCategory",
  "recruitedOn",
  "personalId",
  "email",
  "identifier",
] as const;
type FieldName = (typeof FIELDS)[number];

/** A person for the staff list and their account. */
export function NewPersonForm({ choice, lastResult }: NewPersonFormProps) {
  const t = useWords();
  const [form, fields] = useForm<Record<FieldName, string>>({ id: "person", lastResult });
  const text = (name: FieldName) => ({ ...getInputProps(fields[name], { type: "text" }), errors: fields[name].errors });
  const { key: _key, ...unit } = getSelectProps(fields.unit);
  return (
    <>
      <p className="lead mb-6">{t("accountForm.newLead")}</p>
      <ErrorSummary errors={errorsOf(form, Object.fromEntries(FIELDS.map((name) => [name, fields[name]])))} />
      <form
        {...getFormProps(form)}
        method="post"
        action={newAccountPath()}
        noValidate
        className="form"
        autoComplete="off"
      >
        <EnterButton intent="create" />
        <TextField
          {...text("fullName")}
          label={t("accountForm.fullName")}
          hint={t("accountForm.fullNameHint")}
          required
        />
        <TextField
          {...text("staffNumber")}
          label={t("accountForm.staffNumber")}
          hint={t("accountForm.staffNumberHint")}
          size="medium"
          required
        />
        <UnitSelect
          id={unit.id}
          name={unit.name}
          label={t("accountForm.unit")}
          choice={choice}
          defaultValue={fields.unit.initialValue}
          errors={fields.unit.errors}
        />
        <TextField {...text("positionTitle")} label={t("accountForm.position")} required />
        <RadioGroup
          id={fields.staffCategory.id}
          name={fields.staffCategory.name}
          label={t("accountForm.category")}
          options={STAFF_CATEGORIES.map((value) => ({ value, label: t(`account.category_${value}`) }))}
          defaultValue={fields.staffCategory.initialValue}
          errors={fields.staffCategory.errors}
          inline
        />
        <TextField
          {...text("recruitedOn")}
          label={t("accountForm.recruitedOn")}
          hint={t("kit.dateHint")}
          inputMode="numeric"
          size="short"
          optional
        />
        <TextField
          {...text("personalId")}
          label={t("accountForm.personalId")}
          hint={t("accountForm.personalIdHint")}
          inputMode="numeric"
          size="medium"
          optional
        />
        <TextField {...text("email")} type="email" label={t("accountForm.email")} size="medium" optional />
        <TextField
          {...text("identifier")}
          label={t("accountForm.identifier")}
          hint={t("accountForm.identifierHint")}
          size="medium"
          autoCapitalize="none"
          spellCheck={false}
          optional
        />
        <div className="buttons">
          <Button name="intent" value="create">
            {t("accountForm.submit")}
          </Button>
        </div>
      </form>
    </>
  );
}

import { getFormProps, getInputProps, getSelectProps, type SubmissionResult, useForm } from "@conform-to/react";
import { UNIT_KINDS, type UnitNode, type UnitWithPeople } from "~/domain/organization/unit";
import type { UnitChoice } from "~/domain/organization/unit-choice";
import { accountsPath, newUnitPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { ErrorSummary, errorsOf } from "~/ui/kit/error-summary";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import { EnterButton, UnitSelect } from "./unit-select";

export interface UnitFormAnswer {
  lastResult?: SubmissionResult<string[]>;
  choice?: UnitChoice;
}

export interface UnitFormPageProps {
  choice: UnitChoice;
  /** What there is already, below the chosen unit or at the top. */
  existing: { unit: UnitNode | null; below: UnitWithPeople[] };
  answer: UnitFormAnswer | undefined;
}

interface UnitFields extends Record<string, unknown> {
  unit: string;
  name: string;
  kind: string;
  code: string;
}

/** A small form, so that an agency can begin: one unit after the other, from the top down. */
export function UnitFormPage({ choice, existing, answer }: UnitFormPageProps) {
  const t = useWords();
  const defaultValue = { unit: existing.unit?.code ?? "" };
  const [form, fields] = useForm<UnitFields>({ id: "unit", lastResult: answer?.lastResult, defaultValue });
  const { key: _key, ...kind } = getSelectProps(fields.kind);
  return (
    <Page
      title={t("accountForm.unitTitle")}
      lead={t("accountForm.unitLead")}
      crumbs={[{ label: t("account.listTitle"), href: accountsPath() }]}
    >
      <ErrorSummary
        errors={errorsOf(form, { unit: fields.unit, name: fields.name, kind: fields.kind, code: fields.code })}
      />
      <form {...getFormProps(form)} method="post" action={newUnitPath(existing.unit?.code)} noValidate className="form">
        <EnterButton intent="create" />
        <UnitSelect
          id={fields.unit.id}
          name={fields.unit.name}
          label={t("accountForm.unitParent")}
          choice={answer?.choice ?? choice}
          defaultValue={fields.unit.initialValue}
          errors={fields.unit.errors}
        />
        <TextField
          {...getInputProps(fields.name, { type: "text" })}
          label={t("accountForm.unitName")}
          hint={t("accountForm.unitNameHint")}
          errors={fields.name.errors}
          required
        />
        <Select
          {...kind}
          label={t("accountForm.unitKind")}
          options={UNIT_KINDS.map((value) => ({ value, label: t(`account.kind_${value}`) }))}
          errors={fields.kind.errors}
          size="medium"
          required
        />
        <TextField
          {...getInputProps(fields.code, { type: "text" })}
          label={t("accountForm.unitCode")}
          hint={t("accountForm.unitCodeHint")}
          errors={fields.code.errors}
          size="medium"
          autoCapitalize="characters"
          spellCheck={false}
          optional
        />
        <div className="buttons">
          <Button name="intent" value="create">
            {t("accountForm.unitSubmit")}
          </Button>
        </div>
      </form>
      <ExistingUnits {...existing} />
    </Page>
  );
}

function ExistingUnits({ unit, below }: UnitFormPageProps["existing"]) {
  const t = useWords();
  return (
    <section>
      <SectionHeading>
        {unit ? t("accountForm.unitsBelow", { name: unit.name }) : t("accountForm.unitsTop")}
      </SectionHeading>
      <div className="mt-4">
        <DataTable
          caption={t("accountForm.unitsCaption")}
          hideCaption
          rows={below}
          rowKey={(row) => row.id}
          empty={<p>{t("accountForm.unitsNone")}</p>}
          columns={[
            {
              key: "name",
              header: t("accountForm.columnUnit"),
              rowHeader: true,
              cell: (row) => <a href={newUnitPath(row.code)}>{row.name}</a>,
            },
            { key: "code", header: t("accountForm.columnCode"), cell: (row) => <code>{row.code}</code> },
            { key: "kind", header: t("accountForm.columnKind"), cell: (row) => t(`account.kind_${row.kind}`) },
            {
              key: "people",
              header: t("accountForm.columnPeople"),
              numeric: true,
              cell: (row) => formatNumber(row.people, { language: t.language }),
            },
          ]}
        />
      </div>
    </section>
  );
}

import type { SubmissionResult } from "@conform-to/react";
import { BULK_ACTIONS } from "~/domain/certificates/bulk";
import { formatDate } from "~/domain/time";
import { bulkCertificatesPath, issuedCertificatePath, registerPath } from "~/paths";
import { Page } from "~/ui/frame/page";
import { Button } from "~/ui/kit/button";
import { DataTable } from "~/ui/kit/data-table";
import { EmptyState } from "~/ui/kit/empty-state";
import { ComboBox } from "~/ui/kit/interactive/combo-box";
import { Notice } from "~/ui/kit/notice";
import { RadioGroup } from "~/ui/kit/option-group";
import { SectionHeading } from "~/ui/kit/section-heading";
import { Select } from "~/ui/kit/select";
import { TextField } from "~/ui/kit/text-field";
import { formatNumber } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";
import type { BulkChoices, BulkPlan } from "~/domain/certificates/pages";
import { BulkStart } from "./bulk-start";

export interface BulkPageProps {
  title: string;
  choices: BulkChoices;
  plan: BulkPlan | null;
  typed: { action: string; unit: string; turn: string; from: string; until: string };
  badDays: string[];
  result: SubmissionResult<string[]> | undefined;
  problem: string | null;
}

/** Which certificates and what is to be done; then the list; then the work is begun. */
export function BulkPage({ title, choices, plan, typed, badDays, result, problem }: BulkPageProps) {
  const t = useWords();
  return (
    <Page title={title} lead={t("book.bulkLead")} crumbs={[{ label: t("book.title"), href: registerPath() }]}>
      <form method="get" action={bulkCertificatesPath()} className="form no-print">
        <RadioGroup
          id="action"
          name="action"
          label={t("book.bulkAction")}
          defaultValue={typed.action || "zip"}
          options={BULK_ACTIONS.map((value) => ({ value, label: t(`book.bulk_${value}`) }))}
        />
        <ComboBox
          id="unit"
          name="unit"
          label={t("book.unit")}
          hint={t("book.everyUnit")}
          optional
          defaultValue={typed.unit}
          options={choices.units.map(({ code, label }) => ({ value: code, label }))}
        />
        <Select
          id="turn"
          name="turn"
          label={t("book.turn")}
          placeholder={t("book.everyTurn")}
          optional
          defaultValue={typed.turn}
          options={choices.turns}
        />
        <div className="flex flex-wrap gap-x-6 [&_.field]:m-0">
          <TextField
            id="from"
            name="from"
            label={t("book.from")}
            hint={t("kit.dateHint")}
            size="short"
            optional
            defaultValue={typed.from}
          />
          <TextField
            id="until"
            name="until"
            label={t("book.until")}
            hint={t("kit.dateHint")}
            size="short"
            optional
            defaultValue={typed.until}
          />
        </div>
        <Button kind="secondary">{t("book.plan")}</Button>
      </form>
      {badDays.map((text) => (
        <Notice key={text} kind="warning">
          {t("book.badDay", { text })}
        </Notice>
      ))}
      {problem ? (
        <Notice kind="danger" live>
          {problem}
        </Notice>
      ) : null}
      {plan ? <Planned plan={plan} typed={typed} result={result} /> : null}
    </Page>
  );
}

function Planned({ plan, typed, result }: { plan: BulkPlan } & Pick<BulkPageProps, "typed" | "result">) {
  const t = useWords();
  if (plan.count === 0) {
    return (
      <EmptyState icon="search" title={t("book.nothingTitle")}>
        {t("book.nothingText")}
      </EmptyState>
    );
  }
  return (
    <section className="mt-8 flex flex-col gap-6">
      <SectionHeading lead={t(`book.foundText_${plan.action}`)}>
        {t("book.found", { count: plan.count })}
      </SectionHeading>
      {plan.tooMany === null ? (
        <BulkStart plan={plan} action={bulkCertificatesPath(typed)} result={result} />
      ) : (
        <Notice kind="warning">{t("book.tooMany", { count: plan.tooMany })}</Notice>
      )}
      <div className="no-address">
        <DataTable
          caption={t("book.listFirst", { count: formatNumber(plan.shown.length, { language: t.language }) })}
          rows={plan.shown}
          rowKey={({ serial }) => serial}
          columns={[
            {
              key: "number",
              header: t("book.number"),
              rowHeader: true,
              cell: ({ serial, number }) => (
                <a className="tabular whitespace-nowrap" href={issuedCertificatePath(serial)}>
                  {number}
                </a>
              ),
            },
            { key: "holder", header: t("book.holder"), cell: ({ fullName }) => fullName },
            { key: "unit", header: t("book.post"), wideOnly: true, cell: ({ unitName }) => unitName },
            { key: "course", header: t("book.course"), wideOnly: true, cell: ({ courseName }) => courseName },
            {
              key: "issued",
              header: t("book.issued"),
              cell: ({ issuedAt }) => <span className="tabular">{formatDate(issuedAt)}</span>,
            },
          ]}
        />
      </div>
    </section>
  );
}

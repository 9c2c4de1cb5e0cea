import { describeRemark } from "~/domain/assessment/exchange/words/describe";
import type { Remark } from "~/domain/assessment/exchange/exchange";
import type { ImportView } from "~/domain/assessment/question-import/import-view";
import { describeLint } from "~/domain/assessment/question-lint-words";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import { useWords } from "~/ui/words/use-words";
import { TakenTable } from "./taken-table";

export interface ImportReportProps {
  view: ImportView;
  /** Ids that are ticked to be replaced; null: nothing can be chosen. */
  chosen: ReadonlySet<string> | null;
}

/** Taken, changed on reading, refused, noted, converted, advised: nothing is skipped in silence. */
export function ImportReport({ view, chosen }: ImportReportProps) {
  const t = useWords();
  const { report, plan } = view;
  return (
    <>
      {report.refused.length > 0 ? <Refused refused={report.refused} /> : null}
      {report.notes.length > 0 ? (
        <section>
          <SectionHeading>{t("importing.notes")}</SectionHeading>
          <ul className="list-disc pl-5">
            {report.notes.map((note, index) => (
              <li key={index}>
                <Sentence remark={note} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {report.conversion ? <Conversion conversion={report.conversion} /> : null}
      {plan.questions.length > 0 ? <TakenTable view={view} chosen={chosen} /> : null}
      {report.changed.length > 0 ? <Changed changed={report.changed} /> : null}
      {plan.advice.length > 0 ? (
        <section>
          <SectionHeading lead={t("importing.adviceLead")}>{t("importing.advice")}</SectionHeading>
          <ul className="stack">
            {plan.advice.map((finding, index) => {
              const { what, mend } = describeLint(finding, t.language);
              return (
                <li key={index}>
                  <code>{finding.questionId}</code>: {what} <span className="muted">{mend}</span>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Sentence({ remark }: { remark: Remark }) {
  const t = useWords();
  const { what, mend } = describeRemark(remark, t.language);
  return (
    <>
      {what} <span className="muted">{mend}</span>
    </>
  );
}

function Refused({ refused }: { refused: ImportView["report"]["refused"] }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={t("importing.refusedLead")}>{t("importing.refused")}</SectionHeading>
      <DataTable
        caption={t("importing.refused")}
        hideCaption
        rows={refused.map((each, index) => ({ ...each, key: `${each.line} ${index}` }))}
        rowKey={({ key }) => key}
        columns={[
          { key: "line", header: t("importing.line"), rowHeader: true, cell: ({ line }) => String(line) },
          { key: "why", header: t("importing.why"), cell: (each) => <Sentence remark={each} /> },
          { key: "text", header: t("importing.text"), cell: ({ text }) => <code className="import-text">{text}</code> },
        ]}
      />
    </section>
  );
}

function Changed({ changed }: { changed: ImportView["report"]["changed"] }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={t("importing.changedLead")}>{t("importing.changed")}</SectionHeading>
      <DataTable
        caption={t("importing.changed")}
        hideCaption
        rows={changed.map((each, index) => ({ ...each, key: `${each.id} ${index}` }))}
        rowKey={({ key }) => key}
        columns={[
          { key: "id", header: t("importing.id"), rowHeader: true, cell: ({ id }) => <code>{id}</code> },
          { key: "line", header: t("importing.line"), cell: ({ line }) => String(line) },
          { key: "why", header: t("importing.why"), cell: (each) => <Sentence remark={each} /> },
        ]}
      />
    </section>
  );
}

function Conversion({ conversion }: { conversion: NonNullable<ImportView["report"]["conversion"]> }) {
  const t = useWords();
  return (
    <section>
      <SectionHeading lead={t("importing.conversionLead")}>{t("importing.conversion")}</SectionHeading>
      <DataTable
        caption={t("importing.conversion")}
        hideCaption
        rows={conversion.samples.map((each, index) => ({ ...each, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={[
          { key: "line", header: t("importing.line"), rowHeader: true, cell: ({ line }) => String(line) },
          { key: "before", header: t("importing.before"), cell: ({ before }) => before },
          { key: "after", header: t("importing.after"), cell: ({ after }) => after },
        ]}
      />
    </section>
  );
}

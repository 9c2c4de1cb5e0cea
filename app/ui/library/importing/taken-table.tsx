import type { PlannedQuestion } from "~/domain/assessment/question-import/import-plan";
import { describeProblem } from "~/domain/courses/content-problem";
import { DataTable } from "~/ui/kit/data-table";
import { SectionHeading } from "~/ui/kit/section-heading";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";
import { TYPES } from "../question-words";
import type { ImportReportProps } from "./import-report";

const TONES = { new: "success", changed: "warning", identical: "neutral" } as const;

/** Every question that was read: what it is, and what it is beside the bank. */
export function TakenTable({ view, chosen }: ImportReportProps) {
  const t = useWords();
  return (
    <section>
      <SectionHeading>{t("importing.taken")}</SectionHeading>
      <DataTable
        caption={t("importing.taken")}
        hideCaption
        rows={view.plan.questions}
        rowKey={({ question }) => question.id}
        columns={[
          {
            key: "question",
            header: t("importing.question"),
            rowHeader: true,
            cell: ({ question, title }) => (
              <>
                <p>{title}</p>
                <p className="muted text-sm font-normal">
                  <code>{question.id}</code>
                </p>
              </>
            ),
          },
          { key: "line", header: t("importing.line"), numeric: true, cell: ({ line }) => String(line) },
          { key: "kind", header: t("importing.kind"), cell: ({ question }) => t(TYPES[question.type]) },
          {
            key: "topic",
            header: t("importing.topic"),
            cell: ({ question: { topic } }) => view.topics[topic] ?? topic,
          },
          { key: "state", header: t("importing.state"), cell: (each) => <State planned={each} chosen={chosen} /> },
        ]}
      />
    </section>
  );
}

function State({ planned, chosen }: { planned: PlannedQuestion } & Pick<ImportReportProps, "chosen">) {
  const t = useWords();
  const { question, state, block } = planned;
  return (
    <div>
      <StatusTag tone={TONES[state]}>{t(`importing.state_${state}`)}</StatusTag>
      {question.status === "draft" && state !== "identical" ? (
        <p className="text-sm">{t("importing.asDraft")}</p>
      ) : null}
      {block ? (
        <div>
          <StatusTag tone="danger" icon="warning">
            {t("importing.blocked")}
          </StatusTag>
          <p className="text-sm">{describeProblem(block, t.language).what}</p>
        </div>
      ) : null}
      {state === "changed" && chosen ? (
        <label className="option bank-choose no-print">
          <input type="checkbox" name="replace" value={question.id} defaultChecked={chosen.has(question.id)} />
          <span className="option-text">{t("importing.replaceThis")}</span>
        </label>
      ) : null}
    </div>
  );
}

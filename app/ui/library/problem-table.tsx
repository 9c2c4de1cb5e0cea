import { type ContentProblem, describeProblem } from "~/domain/courses/content-problem";
import { DataTable } from "~/ui/kit/data-table";
import { StatusTag } from "~/ui/kit/status-tag";
import { useWords } from "~/ui/words/use-words";

/** Each problem where it is: file, line and column, what is wrong, how to mend it. */
export function ProblemTable({ problems }: { problems: readonly ContentProblem[] }) {
  const t = useWords();
  return (
    <DataTable
      caption={t("library.problem")}
      hideCaption
      rows={problems}
      rowKey={({ file, line, column, rule }) => `${file}:${line}:${column}:${rule}`}
      columns={[
        {
          key: "file",
          header: t("library.file"),
          rowHeader: true,
          cell: ({ file, line, column }) => (
            <>
              <code>{file}</code>
              <br />
              {t("library.placeOf", { line: String(line), column: String(column) })}
            </>
          ),
        },
        { key: "problem", header: t("library.problem"), cell: (problem) => <Sentence problem={problem} /> },
        {
          key: "severity",
          header: t("library.severity"),
          cell: ({ severity }) => (
            <StatusTag tone={severity === "error" ? "danger" : "warning"} icon="warning">
              {t(severity === "error" ? "library.severityError" : "library.severityWarning")}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}

function Sentence({ problem }: { problem: ContentProblem }) {
  const t = useWords();
  const { what, mend } = describeProblem(problem, t.language);
  return (
    <>
      <p>{what}</p>
      <p className="muted">{t("library.mend", { mend })}</p>
    </>
  );
}

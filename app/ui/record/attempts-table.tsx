import type { ReactNode } from "react";
import type { AttemptRecord } from "~/domain/completion/person-record";
import { formatDateTime } from "~/domain/time";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { StatusTag } from "~/ui/kit/status-tag";
import { formatPercent } from "~/ui/words/format";
import { useWords } from "~/ui/words/use-words";

/** Attempts with dates and scores; never with answers. */
export function AttemptsTable({
  course,
  attempts,
  actionFor,
}: {
  course: string;
  attempts: readonly AttemptRecord[];
  /** What can be done about an attempt, for those who may. */
  actionFor?: (attempt: AttemptRecord) => ReactNode;
}) {
  const t = useWords();
  const columns: Column<AttemptRecord>[] = [
    {
      key: "number",
      header: t("staff.attempt"),
      rowHeader: true,
      cell: ({ number }) => `${t("staff.attempt")} ${number}`,
    },
    {
      key: "started",
      header: t("staff.attemptStarted"),
      cell: ({ startedAt }) => <span className="tabular">{formatDateTime(startedAt)}</span>,
    },
    {
      key: "submitted",
      header: t("staff.attemptSubmitted"),
      cell: ({ submittedAt }) =>
        submittedAt ? <span className="tabular">{formatDateTime(submittedAt)}</span> : t("kit.noValue"),
    },
    {
      key: "score",
      header: t("staff.score"),
      numeric: true,
      cell: ({ percent, status }) =>
        percent === null || status === "voided"
          ? t("kit.noValue")
          : formatPercent(percent / 100, { decimals: Number.isInteger(percent) ? 0 : 1, language: t.language }),
    },
    { key: "result", header: t("staff.attemptResult"), cell: (attempt) => <Result attempt={attempt} /> },
  ];
  if (actionFor) columns.push({ key: "care", header: t("accommodation.actions"), cell: actionFor });
  return (
    <DataTable
      hideCaption
      caption={t("staff.attemptsOf", { course })}
      columns={columns}
      rows={attempts}
      rowKey={({ number }) => String(number)}
    />
  );
}

function Result({ attempt: { status, passed } }: { attempt: AttemptRecord }) {
  const t = useWords();
  if (status === "voided") return <StatusTag>{t("staff.attemptVoided")}</StatusTag>;
  if (status === "open") return <StatusTag tone="info">{t("staff.attemptOpen")}</StatusTag>;
  return passed ? (
    <StatusTag tone="success">{t("staff.passed")}</StatusTag>
  ) : (
    <StatusTag tone="neutral">{t("staff.notPassed")}</StatusTag>
  );
}

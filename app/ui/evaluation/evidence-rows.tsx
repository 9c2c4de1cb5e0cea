import type { ReactNode } from "react";
import type { EvidencePerson, EvidenceRow, EvidenceStatus } from "~/domain/evaluation/evidence";
import { formatDay } from "~/domain/time";
import { verifyPath } from "~/paths";
import { type Column, DataTable } from "~/ui/kit/data-table";
import { StatusTag } from "~/ui/kit/status-tag";
import { percentWords } from "~/ui/record/turn-section";
import { OnPaper } from "~/ui/staff/on-paper";
import type { Translate } from "~/ui/words/translate";
import { useWords } from "~/ui/words/use-words";

const TONES = {
  completed: "success",
  overdue: "danger",
  "in-progress": "info",
  "not-started": "neutral",
} as const satisfies Record<EvidenceStatus, string>;

/** The rows of one person in one unit: HR and the person read the same. `actionFor`: what can be done about a row. */
export function EvidenceRows({
  person,
  actionFor,
}: {
  person: EvidencePerson;
  actionFor?: (row: EvidenceRow) => ReactNode;
}) {
  const t = useWords();
  if (person.rows.length === 0) return <p className="muted">{t("evaluation.noRows")}</p>;
  const columns: Column<EvidenceRow>[] = [
    { key: "course", header: t("evaluation.course"), rowHeader: true, cell: (row) => <CourseCell row={row} /> },
    {
      key: "due",
      header: t("evaluation.due"),
      cell: (row) => <span className="tabular">{row.dueOn ? formatDay(row.dueOn) : t("kit.noValue")}</span>,
    },
    { key: "status", header: t("evaluation.status"), cell: (row) => <StatusCell row={row} /> },
    { key: "score", header: t("evaluation.score"), numeric: true, cell: (row) => scoreWords(t, row) },
    { key: "certificate", header: t("evaluation.certificate"), cell: (row) => <CertificateCell row={row} /> },
    {
      key: "criteria",
      header: t("evaluation.criteria"),
      cell: ({ criteria }) => criteria.join(", ") || t("kit.noValue"),
    },
  ];
  if (actionFor) columns.push({ key: "object", header: t("evaluation.objections"), cell: actionFor });
  return (
    <OnPaper>
      <DataTable
        hideCaption
        caption={t("evaluation.rowsTable", { name: person.fullName })}
        columns={columns}
        rows={person.rows}
        rowKey={({ key }) => key}
      />
    </OnPaper>
  );
}

function CourseCell({ row }: { row: EvidenceRow }) {
  const t = useWords();
  const facts = [
    row.kind === "supplement" ? t("evaluation.supplement") : null,
    t("evaluation.versionOf", { number: String(row.versionNumber), cycle: row.cycle }),
    row.assignedOn ? t("evaluation.assignedOn", { day: formatDay(row.assignedOn) }) : t("evaluation.ownChoice"),
  ];
  return (
    <>
      {row.courseTitle}
      <span className="muted block text-sm font-normal">{facts.filter(Boolean).join(" · ")}</span>
      {row.legalBasis ? (
        <span className="muted block text-sm font-normal">{t("evaluation.basis", { basis: row.legalBasis })}</span>
      ) : null}
      {row.origin && row.origin !== "earned" ? (
        <span className="block text-sm font-normal">
          {[t(`evaluation.origin_${row.origin}`), row.originNote].filter(Boolean).join(": ")}
        </span>
      ) : null}
    </>
  );
}

function StatusCell({ row }: { row: EvidenceRow }) {
  const t = useWords();
  return (
    <div className="flex flex-col items-start gap-1">
      <StatusTag tone={TONES[row.status]}>{t(`evaluation.status_${row.status}`)}</StatusTag>
      {row.completedOn ? (
        <span className="tabular text-sm">
          {formatDay(row.completedOn)}
          {row.onTime === null ? null : `, ${t(row.onTime ? "evaluation.onTime" : "evaluation.late")}`}
        </span>
      ) : null}
      {row.contested ? (
        <StatusTag tone="warning" icon="flag">
          {t("evaluation.contested")}
        </StatusTag>
      ) : null}
    </div>
  );
}

function scoreWords(t: Translate, row: EvidenceRow): string {
  const attempts = row.attempts > 0 ? t("evaluation.attemptsOf", { count: row.attempts }) : null;
  return (
    [row.bestScore === null ? null : percentWords(t, row.bestScore), attempts].filter(Boolean).join(", ") ||
    t("kit.noValue")
  );
}

function CertificateCell({ row }: { row: EvidenceRow }) {
  const t = useWords();
  if (row.certificateSerial === null || row.certificateStatus === null) return <>{t("kit.noValue")}</>;
  return (
    <>
      <a href={verifyPath(row.certificateSerial)}>{row.certificateNumber}</a>
      {row.certificateStatus === "valid" ? null : (
        <strong> ({t(`evaluation.certificate_${row.certificateStatus}`)})</strong>
      )}
    </>
  );
}

/** "UBND phường Rạch Giá: 01/01/2026 – 30/06/2026, Chuyên viên" for each stay. */
export function Stays({ person }: { person: EvidencePerson }) {
  const t = useWords();
  return (
    <>
      {person.parts.map(({ from, to, positionTitle }) => (
        <span key={from} className="block">
          {t("evaluation.stay", {
            unit: person.unitName,
            from: formatDay(from),
            to: formatDay(to),
            position: positionTitle,
          })}
        </span>
      ))}
    </>
  );
}

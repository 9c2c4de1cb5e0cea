import type { EvidencePerson, EvidenceRow } from "~/domain/evaluation/evidence";
import { formatDateTime, formatDay } from "~/domain/time";
import { verifyPath } from "~/paths";
import { env } from "~/platform/env.server";
import type { Cell, TableColumn } from "~/platform/spreadsheet/table";
import { categoryWord } from "~/ui/words/staff-words";
import type { Translate } from "~/ui/words/translate";

export interface EvidenceLines {
  period: { title: string };
  asOf: Date;
  snapshot: { id: string; root: string } | null;
  batches: AsyncIterable<EvidencePerson[]>;
}

/** The columns that assessors know, the last but one left empty for their remark. */
export function evidenceColumns(t: Translate): TableColumn[] {
  return [
    { header: t("staff.columnIndex"), kind: "whole", width: 6 },
    { header: t("staff.name"), kind: "text", width: 24 },
    { header: t("staff.staffNumber"), kind: "text", width: 12 },
    { header: t("evaluation.personalId"), kind: "text", width: 16 },
    { header: t("staff.category"), kind: "text", width: 13 },
    { header: t("staff.columnUnit"), kind: "text", width: 28 },
    { header: t("staff.columnUnitsAbove"), kind: "text", width: 30 },
    { header: t("staff.position"), kind: "text", width: 20 },
    { header: t("evaluation.columnPart"), kind: "text", width: 16 },
    { header: t("evaluation.columnPeriod"), kind: "text", width: 16 },
    { header: t("evaluation.columnCourse"), kind: "text", width: 34 },
    { header: t("evaluation.columnVersion"), kind: "text", width: 12 },
    { header: t("evaluation.columnBasis"), kind: "text", width: 28 },
    { header: t("evaluation.columnRequired"), kind: "text", width: 9 },
    { header: t("staff.columnAssignedOn"), kind: "day", width: 12 },
    { header: t("staff.due"), kind: "day", width: 12 },
    { header: t("staff.status"), kind: "text", width: 14 },
    { header: t("staff.columnCompletedOn"), kind: "day", width: 12 },
    { header: t("staff.columnOnTime"), kind: "text", width: 9 },
    { header: t("evaluation.columnScore"), kind: "decimal", width: 9 },
    { header: t("staff.columnAttempts"), kind: "whole", width: 8 },
    { header: t("staff.columnCertificate"), kind: "text", width: 18 },
    { header: t("staff.columnVerify"), kind: "text", width: 30 },
    { header: t("evaluation.columnOrigin"), kind: "text", width: 24 },
    { header: t("evaluation.columnCriteria"), kind: "text", width: 12 },
    { header: t("evaluation.columnContested"), kind: "text", width: 12 },
    { header: t("evaluation.columnRemark"), kind: "text", width: 24 },
    { header: t("evaluation.columnSnapshot"), kind: "text", width: 24 },
  ];
}

export async function* evidenceCells(file: EvidenceLines, t: Translate): AsyncGenerator<Cell[][]> {
  const origin = env().origin;
  let index = 0;
  const named = file.snapshot
    ? `${file.snapshot.id} ${file.snapshot.root}`
    : t("evaluation.asOfShort", { at: formatDateTime(file.asOf) });
  for await (const people of file.batches) {
    yield people.flatMap((person) => {
      const rows: (EvidenceRow | null)[] = person.rows.length > 0 ? person.rows : [null];
      return rows.map((row): Cell[] => [
        ++index,
        person.fullName,
        person.staffNumber,
        person.personalIdMasked,
        categoryWord(t, person.staffCategory),
        person.unitName,
        person.unitsAbove,
        row?.positionTitle ?? person.parts.at(-1)!.positionTitle,
        stayOf(
          row ? { from: row.partFrom, to: row.partTo } : { from: person.parts[0]!.from, to: person.parts.at(-1)!.to },
        ),
        file.period.title,
        ...courseCells(row, origin, t),
        named,
      ]);
    });
  }
}

const stayOf = ({ from, to }: { from: string; to: string }) => `${formatDay(from)} – ${formatDay(to)}`;

function courseCells(row: EvidenceRow | null, origin: string, t: Translate): Cell[] {
  if (!row) return [t("evaluation.noRows"), ...Array.from({ length: 16 }, () => null)];
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? "staff.yes" : "staff.no"));
  return [
    row.courseTitle,
    t("evaluation.versionOf", { number: String(row.versionNumber), cycle: row.cycle }),
    row.legalBasis,
    yesNo(row.required),
    row.assignedOn,
    row.dueOn,
    t(`evaluation.status_${row.status}`),
    row.completedOn,
    yesNo(row.onTime),
    row.bestScore,
    row.attempts,
    certificateWords(row, t),
    row.certificateSerial && origin + verifyPath(row.certificateSerial),
    originWords(row, t),
    row.criteria.join(", ") || null,
    row.contested ? t("evaluation.contested") : null,
    null,
  ];
}

function certificateWords({ certificateNumber, certificateStatus }: EvidenceRow, t: Translate): string | null {
  if (certificateNumber === null || certificateStatus === null) return null;
  return certificateStatus === "valid"
    ? certificateNumber
    : `${certificateNumber} (${t(`evaluation.certificate_${certificateStatus}`)})`;
}

function originWords({ origin, originNote }: EvidenceRow, t: Translate): string | null {
  if (origin === null || origin === "earned") return null;
  return [t(`evaluation.origin_${origin}`), originNote].filter(Boolean).join(": ");
}

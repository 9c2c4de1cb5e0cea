import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ExportRow } from "~/domain/completion/staff-export";
import type { CourseTurn } from "~/domain/enrolment/course-turn";
import type { UnitLink } from "~/domain/enrolment/overview";
import type { StaffStatus } from "~/domain/enrolment/staff-status";
import type { SealMark } from "~/domain/seals/seal";
import { formatDateTime, formatDay, localDay } from "~/domain/time";
import { verifyPath } from "~/paths";
import { env } from "~/platform/env.server";
import { csvStream } from "~/platform/spreadsheet/csv.server";
import type { Cell, Table, TableColumn } from "~/platform/spreadsheet/table";
import { xlsxStream } from "~/platform/spreadsheet/xlsx.server";
import { formatNumber } from "~/ui/words/format";
import { categoryWord, statusWord } from "~/ui/words/staff-words";
import type { Translate } from "~/ui/words/translate";

export interface StaffSheet {
  units: UnitLink[];
  turn: CourseTurn | null;
  status: StaffStatus | null;
  text: string;
  count: number;
  asOf: Date;
  seal: SealMark | null;
  batches: AsyncIterable<ExportRow[]>;
}

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The staff list as a file, sent while it is read. */
export function staffSheetResponse(input: {
  sheet: StaffSheet;
  format: keyof typeof TYPES;
  by: string;
  t: Translate;
}): Response {
  const { sheet, format, by, t } = input;
  const table: Table = { columns: columnsOf(t), batches: cellsOf(sheet, t) };
  const stream =
    format === "csv"
      ? csvStream(table)
      : xlsxStream({
          title: t("staff.sheet"),
          table,
          notes: { title: t("staff.notes"), facts: notesOf(sheet, by, t) },
        });
  const units = sheet.units
    .map(({ code }) => code)
    .join("_")
    .slice(0, 80);
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      "Content-Type": TYPES[format],
      "Content-Disposition": `attachment; filename="danh-sach-hoc-tap_${units}_${localDay(sheet.asOf)}.${format}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

function columnsOf(t: Translate): TableColumn[] {
  return [
    { header: t("staff.columnIndex"), kind: "whole", width: 7 },
    { header: t("staff.staffNumber"), kind: "text", width: 13 },
    { header: t("staff.name"), kind: "text", width: 28 },
    { header: t("staff.position"), kind: "text", width: 28 },
    { header: t("staff.columnUnit"), kind: "text", width: 34 },
    { header: t("staff.columnUnitsAbove"), kind: "text", width: 46 },
    { header: t("staff.category"), kind: "text", width: 16 },
    { header: t("staff.course"), kind: "text", width: 36 },
    { header: t("staff.requiredTurn"), kind: "text", width: 11 },
    { header: t("staff.columnAssignedOn"), kind: "day", width: 13 },
    { header: t("staff.due"), kind: "day", width: 13 },
    { header: t("staff.status"), kind: "text", width: 16 },
    { header: t("staff.columnProgress"), kind: "whole", width: 10 },
    { header: t("staff.columnCompletedOn"), kind: "day", width: 13 },
    { header: t("staff.columnOnTime"), kind: "text", width: 11 },
    { header: t("staff.columnScore"), kind: "decimal", width: 10 },
    { header: t("staff.columnAttempts"), kind: "whole", width: 10 },
    { header: t("staff.columnCertificate"), kind: "text", width: 20 },
    { header: t("staff.columnVerify"), kind: "text", width: 44 },
    { header: t("staff.columnRecognised"), kind: "text", width: 22 },
    { header: t("staff.lastSignIn"), kind: "instant", width: 18 },
  ];
}

async function* cellsOf({ batches, turn }: StaffSheet, t: Translate): AsyncGenerator<Cell[][]> {
  const origin = env().origin;
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? "staff.yes" : "staff.no"));
  const day = (at: Date | null) => at && localDay(at);
  let index = 0;
  for await (const rows of batches) {
    yield rows.map((row): Cell[] => [
      ++index,
      row.staffNumber,
      row.fullName,
      row.positionTitle,
      row.unitName,
      row.unitsAbove,
      categoryWord(t, row.staffCategory),
      row.status === "not-asked" ? null : (turn?.title ?? null),
      yesNo(row.required),
      day(row.assignedAt),
      row.dueOn,
      statusWord(t, row.status),
      row.progressPercent,
      day(row.completedAt),
      yesNo(row.onTime),
      row.scorePercent,
      row.attempts,
      row.certificateNumber,
      row.certificateSerial && origin + verifyPath(row.certificateSerial),
      row.recognised ? t("staff.yes") : null,
      row.lastSignInAt ?? t("staff.never"),
    ]);
  }
}

function notesOf({ units, turn, status, text, count, asOf, seal }: StaffSheet, by: string, t: Translate) {
  return [
    { label: t("staff.noteContent"), text: t("staff.noteContentText") },
    { label: t("staff.noteUnits"), text: units.map(({ code, name }) => `${name} (${code})`).join("; ") },
    {
      label: t("staff.course"),
      text: turn ? t("staff.cycle", { course: turn.title, cycle: turn.cycle }) : t("staff.noTurnTitle"),
    },
    { label: t("staff.noteStatus"), text: status ? statusWord(t, status) : t("staff.everybody") },
    { label: t("staff.noteSearch"), text: text === "" ? t("staff.everybody") : text },
    { label: t("staff.noteAsOf"), text: formatDateTime(asOf) },
    { label: t("staff.noteRows"), text: formatNumber(count, { language: t.language }) },
    { label: t("staff.noteBy"), text: by },
    {
      label: t("seals.noteLabel"),
      text: seal
        ? t("seals.noteText", { number: String(seal.number), day: formatDay(seal.day), root: seal.root })
        : t("seals.lineNone"),
    },
    { label: t("staff.noteProtect"), text: t("staff.noteProtectText") },
  ];
}

import { Readable } from "node:stream";
import type { Amendment } from "~/domain/evaluation/amendment";
import { formatDateTime, localDay } from "~/domain/time";
import { canonicalJson } from "~/platform/canonical-json";
import { csvStream } from "~/platform/spreadsheet/csv.server";
import type { Cell, Table, TableColumn } from "~/platform/spreadsheet/table";
import { xlsxStream } from "~/platform/spreadsheet/xlsx.server";
import { changeWords } from "~/ui/words/evaluation-words";
import { type EvidenceFileFormat, streamed } from "./evidence-sheet.server";
import { vietnamese as t } from "./words.server";

export interface AmendmentFile {
  period: { id: string; title: string; fromOn: string; unit: { code: string; name: string } };
  snapshot: { id: string; root: string };
  asOf: Date;
  batches: AsyncIterable<Amendment[]>;
}

/** What differs from the frozen figures at this moment, as a file that names them. */
export function amendmentFileResponse({ file, format }: { file: AmendmentFile; format: EvidenceFileFormat }): Response {
  const { period, snapshot, asOf } = file;
  const name = `bo-sung_${period.unit.code}_${period.fromOn}_${snapshot.id.slice(0, 8)}_${localDay(asOf)}`;
  if (format === "json")
    return streamed(Readable.from(jsonOf(file), { objectMode: false, encoding: "utf8" }), format, name);
  const table: Table = { columns: COLUMNS, batches: cellsOf(file) };
  if (format === "csv") return streamed(csvStream(table), format, name);
  const frozen = t("evaluation.fileSnapshot", { id: snapshot.id, hash: snapshot.root });
  const workbook = {
    title: t("evaluation.amendments"),
    table,
    letterhead: {
      left: [period.unit.name.toUpperCase()],
      right: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
      middle: [
        t("evaluation.amendmentsTitle", { title: period.title }).toUpperCase(),
        t("evaluation.fileAsOf", { at: formatDateTime(asOf) }),
        frozen,
      ],
      foot: frozen,
    },
    notes: {
      title: t("evaluation.fileNotes"),
      facts: [{ label: t("evaluation.noteWhat"), text: t("evaluation.amendmentsLead") }],
    },
  };
  return streamed(xlsxStream(workbook), format, name);
}

const COLUMNS: TableColumn[] = [
  { header: t("staff.columnIndex"), kind: "whole", width: 6 },
  { header: t("staff.name"), kind: "text", width: 26 },
  { header: t("staff.staffNumber"), kind: "text", width: 12 },
  { header: t("staff.columnUnit"), kind: "text", width: 30 },
  { header: t("evaluation.about"), kind: "text", width: 34 },
  { header: t("evaluation.columnChange"), kind: "text", width: 60 },
  { header: t("evaluation.columnCause"), kind: "text", width: 30 },
  { header: t("evaluation.columnNote"), kind: "text", width: 40 },
  { header: t("evaluation.columnWhen"), kind: "day", width: 12 },
  { header: t("evaluation.noteSnapshot"), kind: "text", width: 38 },
];

async function* cellsOf({ batches, snapshot }: AmendmentFile): AsyncGenerator<Cell[][]> {
  let index = 0;
  for await (const amendments of batches) {
    yield amendments.map((each): Cell[] => [
      ++index,
      each.fullName,
      each.staffNumber,
      each.unitName,
      each.courseTitle ? `${each.courseTitle} (${each.cycle})` : t("evaluation.wholePerson"),
      [t(`evaluation.kind_${each.kind}`), ...each.changes.map((change) => changeWords(t, change))].join("; "),
      t(`evaluation.cause_${each.cause}`),
      each.note,
      each.at && localDay(new Date(each.at)),
      snapshot.id,
    ]);
  }
}

async function* jsonOf({ batches, snapshot, asOf, period }: AmendmentFile): AsyncGenerator<string> {
  const about = {
    format: "chuan-muc/evaluation-amendments/1",
    period: { id: period.id, title: period.title },
    snapshot: { id: snapshot.id, root: snapshot.root },
    asOf: asOf.toISOString(),
  };
  yield `${canonicalJson(about).slice(0, -1)},"amendments":[`;
  let first = true;
  for await (const amendments of batches) {
    yield amendments
      .map((each) => {
        const line = `${first ? "" : ","}\n${canonicalJson(each)}`;
        first = false;
        return line;
      })
      .join("");
  }
  yield "\n]}\n";
}

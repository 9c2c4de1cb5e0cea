import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { formatDateTime, formatDay, localDay } from "~/domain/time";
import { canonicalJson } from "~/platform/canonical-json";
import { csvStream } from "~/platform/spreadsheet/csv.server";
import type { Table } from "~/platform/spreadsheet/table";
import { type Workbook, xlsxStream } from "~/platform/spreadsheet/xlsx.server";
import { categoryWord } from "~/ui/words/staff-words";
import type { Translate } from "~/ui/words/translate";
import { evidenceCells, evidenceColumns } from "./evidence-table.server";
import { vietnamese } from "./words.server";

/** What stands over the rows, of whatever made them; of a closed period every word comes from its snapshot. */
export interface EvidenceFile {
  period: {
    id: string;
    kind: "month" | "quarter" | "year";
    title: string;
    fromOn: string;
    toOn: string;
    cutOffOn: string;
  };
  agency: { name: string; parentName: string };
  unit: { code: string; name: string };
  scopeCodes: string[];
  asOf: Date;
  snapshot: { id: string; root: string; madeAt: Date; publicKey: string; signature: string } | null;
  templates: { staffCategory: string; title: string; legalBasis: string; criteria: { code: string; name: string }[] }[];
  batches: AsyncIterable<EvidencePerson[]>;
}

export const EVIDENCE_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;
export type EvidenceFileFormat = keyof typeof EVIDENCE_TYPES;

/**
 * Evidence as a file, sent while it is read. The headings are Vietnamese whatever language the officer reads: the file goes to assessors,
 * and of a closed period it must be the same bytes for everybody.
 */
export function evidenceFileResponse(input: { file: EvidenceFile; format: EvidenceFileFormat }): Response {
  const { file, format } = input;
  const day = file.snapshot ? `chot_${file.snapshot.id.slice(0, 8)}` : `tam-tinh_${localDay(file.asOf)}`;
  const units = [file.unit.code, ...file.scopeCodes].join("_").slice(0, 80);
  return streamed(evidenceStream(file, format), format, `minh-chung_${units}_${file.period.fromOn}_${day}`);
}

export function streamed(stream: Readable, format: EvidenceFileFormat, name: string): Response {
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      "Content-Type": EVIDENCE_TYPES[format],
      "Content-Disposition": `attachment; filename="${name}.${format}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

export function evidenceStream(file: EvidenceFile, format: EvidenceFileFormat): Readable {
  const t = vietnamese;
  if (format === "json") return Readable.from(jsonOf(file), { objectMode: false, encoding: "utf8" });
  const table: Table = { columns: evidenceColumns(t), batches: evidenceCells(file, t) };
  return format === "csv" ? csvStream(table) : xlsxStream(workbookOf(file, table, t));
}

function workbookOf(file: EvidenceFile, table: Table, t: Translate): Workbook {
  const { period, agency, unit, snapshot } = file;
  const frozen = snapshot
    ? t("evaluation.fileSnapshot", { id: snapshot.id, hash: snapshot.root })
    : t("evaluation.filePreliminary");
  return {
    title: t("evaluation.fileSheet"),
    table,
    letterhead: {
      left: [agency.parentName, agency.name].filter((line) => line !== "").map((line) => line.toUpperCase()),
      right: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
      middle: [
        t("evaluation.fileTitle"),
        t("evaluation.filePeriod", { title: period.title, from: formatDay(period.fromOn), to: formatDay(period.toOn) }),
        t("evaluation.fileUnit", { unit: unit.name, codes: file.scopeCodes.join(", ") || t("evaluation.fileWhole") }),
        t("evaluation.fileAsOf", { at: formatDateTime(file.asOf) }),
        frozen,
      ],
      foot: snapshot ? `${snapshot.id} – ${snapshot.root.slice(0, 16)}` : t("evaluation.filePreliminary"),
    },
    notes: { title: t("evaluation.fileNotes"), facts: notesOf(file, t) },
    ...(snapshot ? { at: snapshot.madeAt } : {}),
  };
}

function notesOf({ templates, snapshot, period }: EvidenceFile, t: Translate) {
  return [
    { label: t("evaluation.noteWhat"), text: t("evaluation.noteWhatText") },
    { label: t("evaluation.noteCutOff"), text: formatDay(period.cutOffOn) },
    { label: t("evaluation.noteCriterion"), text: t("evaluation.noteCriterionText") },
    ...templates
      .filter(({ criteria }) => criteria.length > 0)
      .map(({ staffCategory, title, legalBasis, criteria }) => ({
        label: t("evaluation.noteTemplate", { category: categoryWord(t, staffCategory as "civil_servant") }),
        text: [
          `${title}${legalBasis ? ` (${legalBasis})` : ""}`,
          ...criteria.map(({ code, name }) => `${code}: ${name}`),
        ].join("\n"),
      })),
    ...(snapshot
      ? [
          { label: t("evaluation.noteSnapshot"), text: snapshot.id },
          { label: "SHA-256", text: snapshot.root },
          { label: t("evaluation.noteSignature"), text: `${snapshot.signature}\n${snapshot.publicKey}` },
        ]
      : []),
    { label: t("evaluation.noteProtect"), text: t("staff.noteProtectText") },
  ];
}

/** One document, people in their order, in canonical JSON line by line. */
async function* jsonOf({ batches, snapshot, asOf, ...head }: EvidenceFile): AsyncGenerator<string> {
  const { templates, scopeCodes, period, agency, unit } = head;
  const about = {
    format: "chuan-muc/evaluation-evidence/1",
    agency,
    unit,
    scope: scopeCodes,
    period: {
      id: period.id,
      kind: period.kind,
      title: period.title,
      fromOn: period.fromOn,
      toOn: period.toOn,
      cutOffOn: period.cutOffOn,
    },
    asOf: asOf.toISOString(),
    snapshot: snapshot && { ...snapshot, madeAt: snapshot.madeAt.toISOString() },
    templates,
  };
  yield `${canonicalJson(about).slice(0, -1)},"people":[`;
  let first = true;
  for await (const people of batches) {
    yield people
      .map((person) => {
        const line = `${first ? "" : ","}\n${canonicalJson(person)}`;
        first = false;
        return line;
      })
      .join("");
  }
  yield "\n]}\n";
}

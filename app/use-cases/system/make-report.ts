import { readFile } from "node:fs/promises";
import path from "node:path";
import type { EvidencePerson } from "~/domain/evaluation/evidence";
import { readEvidencePage, readSnapshot } from "~/domain/evaluation/evidence-store.server";
import { type EvaluationPeriod, figuresUntil } from "~/domain/evaluation/period";
import { findPeriod } from "~/domain/evaluation/period-store.server";
import { templatesFor } from "~/domain/evaluation/template-store.server";
import { beginAnnex } from "~/domain/official-reports/annex.server";
import { composeReport } from "~/domain/official-reports/compose-report";
import { countFigures } from "~/domain/official-reports/figures";
import { renderReportPdf } from "~/domain/official-reports/pdf/report-pdf.server";
import type { ReportSource, ReportWords } from "~/domain/official-reports/report";
import { renderReportDocx } from "~/domain/official-reports/report-docx.server";
import { findAgency } from "~/domain/organization/agency-store.server";
import { db } from "~/platform/db.server";
import { files } from "~/platform/files/files.server";
import { zip } from "~/platform/zip.server";
import type { LongWork } from "./long-work";

const PEOPLE_AT_ONCE = 500;

export interface ReportWish {
  periodId: string;
  /** The unit that the report is about, and what is below it. */
  unit: { code: string; name: string; path: string };
  words: ReportWords;
}

/**
 * The official report on a period with its annex, as a zip of a DOCX, a PDF and a workbook. Of a closed period every word and figure comes from
 * its snapshot and from what the officer entered: made again it is the same file, byte for byte.
 */
export const makeReport: LongWork = async ({ job, progress, folder, now }) => {
  const { periodId, unit, words } = job.input as ReportWish;
  const period = await findPeriod(db, { id: periodId, scope: [unit.path] });
  if (!period) return { refused: "report-no-period" };
  const source = await sourceOf(period, unit, now);
  const counting = countFigures(unit.path);
  const annexFile = path.join(folder, "annex.xlsx");
  const annex = beginAnnex(annexFile, { madeAt: source.snapshot?.madeAt ?? source.asOf });
  let people = 0;
  let after: string | null = null;
  do {
    const page: { people: EvidencePerson[]; next: string | null } | null = await readEvidencePage(db, {
      periodId,
      scope: [unit.path],
      after,
      limit: PEOPLE_AT_ONCE,
      now,
    });
    for (const person of page?.people ?? []) {
      counting.add(person);
      annex.add(person);
    }
    people += page?.people.length ?? 0;
    await progress(people, null);
    after = page?.next ?? null;
  } while (after !== null);

  const figures = counting.figures();
  const report = composeReport({ source, figures, words });
  await annex.finish({ figures, source: report.source, title: `PHỤ LỤC – ${report.title}: ${report.subject}` });
  const bytes = await zip(
    [
      { name: "bao-cao.docx", bytes: await renderReportDocx(report) },
      { name: "bao-cao.pdf", bytes: await renderReportPdf(report) },
      { name: "phu-luc.xlsx", bytes: new Uint8Array(await readFile(annexFile)) },
    ],
    report.madeAt,
  );
  const sha256 = await files().put(bytes);
  const name = `bao-cao_${unit.code}_${period.fromOn}_${period.toOn}${source.snapshot ? "" : "_du-thao"}.zip`;
  return { file: { sha256, name, type: "application/zip", size: bytes.length }, counts: { people } };
};

async function sourceOf(period: EvaluationPeriod, unit: ReportWish["unit"], now: Date): Promise<ReportSource> {
  const snapshot = await readSnapshot(db, period.id);
  const common = { unitName: unit.name, wholeAgency: unit.path === period.unit.path };
  if (!snapshot) {
    const templates = [...(await templatesFor(db, period.unit.path)).values()];
    const { name, parentName } = await findAgency(db);
    const asOf = figuresUntil(period, now);
    return { ...common, agency: { name, parentName }, period, asOf, ...namesOf(templates), snapshot: null };
  }
  const { manifest, id, root, publicKey, signature, madeAt } = snapshot;
  return {
    ...common,
    agency: manifest.agency,
    period: manifest.period,
    asOf: new Date(manifest.asOf),
    ...namesOf(manifest.templates),
    snapshot: { id, root, publicKey, signature, madeAt, seal: manifest.seal },
  };
}

interface NamedTemplate {
  title: string;
  legalBasis: string;
  criteria: { code: string; name: string }[];
}

function namesOf(templates: readonly NamedTemplate[]): Pick<ReportSource, "criteria" | "templates"> {
  const criteria = new Map(templates.flatMap((one) => one.criteria.map(({ code, name }) => [code, name] as const)));
  return {
    criteria: [...criteria].map(([code, name]) => ({ code, name })),
    templates: templates.map(({ title, legalBasis }) => ({ title, legalBasis })),
  };
}

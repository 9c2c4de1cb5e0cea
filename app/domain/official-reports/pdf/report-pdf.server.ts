import PDFDocument from "pdfkit";
import type { ReportDocument } from "../report";
import { drawBlock } from "./blocks";
import { drawFoot, drawHead } from "./head-and-foot";
import { registerFaces } from "./faces.server";
import { MARGIN, PAGE, pen } from "./pen";

/**
 * The report as PDF/A-2a: tagged, fonts embedded, A4 upright in the layout of Decree 30/2020. The same document gives the same bytes: the file
 * says that it was made when its figures were, holds nothing random and is not compressed.
 */
export async function renderReportPdf(report: ReportDocument): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margins: MARGIN,
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    compress: false,
    lang: "vi-VN",
    displayTitle: true,
    font: "",
    info: {
      Title: metadata(`${report.title}: ${report.subject}`),
      Author: metadata(report.agency),
      Subject: metadata(report.source.join(" ")),
      Creator: "Chuẩn mực",
      Producer: "Chuẩn mực (PDFKit)",
      CreationDate: report.madeAt,
    },
  });
  registerFaces(document);
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => document.on("end", resolve).on("error", reject));

  const root = document.struct("Document", { title: report.subject, lang: "vi-VN" });
  document.addStructure(root);
  const to = pen(document, root);
  drawHead(to, report);
  for (const block of report.blocks) drawBlock(to, block);
  drawFoot(to, report);
  root.end();
  document.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

/** PDFKit writes the metadata as XML without escaping. */
function metadata(text: string): string {
  return text.replace(/&/g, "＆").replace(/</g, "‹").replace(/>/g, "›");
}

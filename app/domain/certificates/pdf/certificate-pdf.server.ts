import PDFDocument from "pdfkit";
import { startOfDay } from "../../time";
import type { CertificateFacts } from "../facts";
import { certificatePaper, type CertificatePaper } from "../paper";
import { qrCode } from "../qr-code";
import { STANDARD_WORDING } from "../template";
import type { Face, PlacedBlock } from "./block";
import { registerFaces } from "./fonts.server";
import { layOut, type Sheet } from "./layout";
import { INK, PAGE } from "./page";

/**
 * The certificate as PDF/A-2a: tagged, with embedded fonts, one A4 page lying. The same facts always give the same bytes:
 * the file says that it was made on the day of issue, holds nothing random, and is not compressed (compressors differ from
 * machine to machine; the answer on the wire is compressed anyway).
 */
export async function renderCertificatePdf(
  facts: CertificateFacts,
  /** The bytes of the agency's sign, when the facts name one. */
  logo: Uint8Array | null = null,
): Promise<Buffer> {
  const paper = certificatePaper(facts);
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/A-2a",
    tagged: true,
    compress: false,
    lang: "vi-VN",
    displayTitle: true,
    // No standard font is taken unless one is named, and those cannot be embedded.
    font: "",
    info: {
      Title: metadata(`${facts.wording?.title ?? STANDARD_WORDING.title} số ${facts.number} – ${facts.fullName}`),
      Author: metadata(facts.issuerName),
      Subject: metadata(facts.courseName),
      Creator: "Chuẩn mực",
      Producer: "Chuẩn mực (PDFKit)",
      CreationDate: startOfDay(facts.issuedOn),
    },
  });
  registerFaces(document);

  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => document.on("end", resolve).on("error", reject));
  draw(document, layOut(paper, measureWith(document)), paper, logo);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

type Document = InstanceType<typeof PDFDocument>;

function measureWith(document: Document) {
  return (face: Face, text: string, size: number) => document.font(face).fontSize(size).widthOfString(text);
}

function draw(document: Document, sheet: Sheet, paper: CertificatePaper, logo: Uint8Array | null): void {
  document.markContent("Artifact", { type: "Layout" });
  for (const frame of sheet.frames) {
    document
      .rect(frame.inset, frame.inset, PAGE.width - 2 * frame.inset, PAGE.height - 2 * frame.inset)
      .lineWidth(frame.width)
      .stroke(frame.colour);
  }
  for (const rule of sheet.rules) {
    document
      .moveTo(...rule.from)
      .lineTo(...rule.to)
      .lineWidth(rule.width)
      .stroke(rule.colour);
  }
  document.endMarkedContent();

  const root = document.struct("Document", { title: paper.title, lang: "vi-VN" });
  document.addStructure(root);
  if (sheet.logo && logo) {
    const { x, y, width, height, alt } = sheet.logo;
    const shown = { alt, bbox: [x, y, x + width, y + height] as [number, number, number, number], placement: "Block" };
    root.add(document.struct("Figure", shown, () => void document.image(Buffer.from(logo), x, y, { width, height })));
  }
  for (const block of sheet.blocks) root.add(document.struct(block.tag, {}, () => drawBlock(document, block)));
  const { qr } = sheet;
  const figure = { alt: qr.alt, bbox: [qr.x, qr.y, qr.x + qr.size, qr.y + qr.size], placement: "Block" };
  root.add(document.struct("Figure", figure, () => drawQr(document, qr)));
  root.end();
}

/** A line that goes on in the next keeps its space, so that the words stay apart when they are read or copied. */
function drawBlock(document: Document, block: PlacedBlock): void {
  for (const line of block.lines) {
    document
      .font(line.face)
      .fontSize(line.size)
      .fillColor(line.colour)
      .text(line.text, line.x, line.baseline, { lineBreak: false, baseline: "alphabetic" });
  }
}

function drawQr(document: Document, qr: Sheet["qr"]): void {
  const code = qrCode(qr.link);
  document
    .save()
    .translate(qr.x, qr.y)
    .scale(qr.size / code.size)
    .path(code.path)
    .fill(INK)
    .restore();
}

/** PDFKit writes the metadata as XML without escaping. */
function metadata(text: string): string {
  return text.replace(/&/g, "＆").replace(/</g, "‹").replace(/>/g, "›");
}

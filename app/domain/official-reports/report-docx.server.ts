import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { unzip } from "~/platform/unzip.server";
import { zip } from "~/platform/zip.server";
import { MOTTO, NATION } from "./national-title";
import type { ReportBlock, ReportDocument } from "./report";

const FONT = "Times New Roman";
const MM = 56.7;
/** Of the text: 210 − 30 − 18 mm. */
const TEXT_WIDTH = Math.round(162 * MM);
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/**
 * The report as a DOCX in the layout of Decree 30/2020: A4, margins 22/22/30/18 mm, page numbers in the head from page 2 on. The same document
 * gives the same bytes: the file says that it was made when its figures were, and so do the entries of the zip.
 */
export async function renderReportDocx(report: ReportDocument): Promise<Uint8Array> {
  const document = new Document({
    title: `${report.title}: ${report.subject}`,
    creator: report.agency,
    lastModifiedBy: report.agency,
    description: report.source.join(" "),
    styles: { default: { document: { run: { font: FONT, size: 28, language: { value: "vi-VN" } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
            margin: {
              top: Math.round(22 * MM),
              bottom: Math.round(22 * MM),
              left: Math.round(30 * MM),
              right: Math.round(18 * MM),
              header: Math.round(10 * MM),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({ children: [centred([new TextRun({ children: [PageNumber.CURRENT], size: 26 })])] }),
        },
        children: [
          headTable(report),
          ...(report.draft ? [centred([text(report.draft, { bold: true, size: 26 })], { before: 200 })] : []),
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { before: 300 },
            children: [text(report.title, { bold: true, size: 28 })],
          }),
          centred([text(report.subject, { bold: true })], { after: 60 }),
          centred([text("_______________", { size: 20 })], { after: 200 }),
          ...report.blocks.flatMap(blockOf),
          new Paragraph({ spacing: { before: 240 } }),
          footTable(report),
          new Paragraph({ spacing: { before: 240 } }),
          ...report.source.map((line) => new Paragraph({ children: [text(line, { size: 18, italics: true })] })),
        ],
      },
    ],
  });
  return withFixedTimes(new Uint8Array(await Packer.toBuffer(document)), report.madeAt);
}

interface Look {
  bold?: boolean;
  italics?: boolean;
  size?: number;
}

const text = (content: string, look: Look = {}) =>
  new TextRun({
    text: content,
    font: FONT,
    bold: look.bold,
    italics: look.italics,
    size: look.size ?? 28,
    color: "000000",
  });

const centred = (children: TextRun[], spacing: { before?: number; after?: number } = {}, keepNext = false) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing, children, keepNext });

function columns(left: Paragraph[], right: Paragraph[], share: number): Table {
  const widths = [Math.round(TEXT_WIDTH * share), Math.round(TEXT_WIDTH * (1 - share))];
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({ children, width: { size: width, type: WidthType.DXA }, borders: NO_BORDERS });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: NO_BORDERS,
    rows: [new TableRow({ children: [cell(left, widths[0]!), cell(right, widths[1]!)] })],
  });
}

/** Agency and number on the left, the nation's title, place and day on the right. */
function headTable(report: ReportDocument): Table {
  const upper = (content: string) => content.toLocaleUpperCase("vi");
  return columns(
    [
      ...(report.parent ? [centred([text(upper(report.parent), { size: 26 })])] : []),
      centred([text(upper(report.agency), { size: 26, bold: true })]),
      centred([text("_________", { size: 20 })]),
      centred([text(report.number, { size: 26 })], { before: 80 }),
    ],
    [
      centred([text(NATION, { size: 26, bold: true })]),
      centred([text(MOTTO, { size: 28, bold: true })]),
      centred([text("____________________", { size: 20 })]),
      centred([text(report.placeAndDay, { size: 26, italics: true })], { before: 80 }),
    ],
    0.4,
  );
}

function footTable({ signer, recipients }: ReportDocument): Table {
  const ends = (index: number) => (index === recipients.length - 1 ? "." : ";");
  return columns(
    [
      new Paragraph({ children: [text("Nơi nhận:", { bold: true, italics: true, size: 24 })] }),
      ...recipients.map((line, index) => new Paragraph({ children: [text(`- ${line}${ends(index)}`, { size: 22 })] })),
    ],
    [
      centred([text(signer.title, { bold: true })]),
      ...Array.from({ length: 4 }, () => centred([text("")])),
      centred([text(signer.name, { bold: true })]),
    ],
    0.5,
  );
}

function blockOf(block: ReportBlock): (Paragraph | Table)[] {
  if (block.kind === "heading")
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        keepNext: true,
        spacing: { before: 200, after: 100 },
        indent: { firstLine: Math.round(12.7 * MM) },
        children: [text(block.text, { bold: true })],
      }),
    ];
  if (block.kind === "paragraph")
    return [
      new Paragraph({
        alignment: AlignmentType.JUSTIFIED,
        spacing: { after: 120, line: 276 },
        indent: { firstLine: Math.round(12.7 * MM) },
        children: [text(block.text)],
      }),
    ];
  const widths = block.columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / 100));
  const row = (cells: readonly string[], head: boolean, bold: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (content, index) =>
          new TableCell({
            width: { size: widths[index]!, type: WidthType.DXA },
            margins: { left: 60, right: 60, top: 30, bottom: 30 },
            children: [
              new Paragraph({
                alignment: head
                  ? AlignmentType.CENTER
                  : block.columns[index]!.numeric
                    ? AlignmentType.RIGHT
                    : AlignmentType.LEFT,
                children: [text(content, { size: 24, bold })],
              }),
            ],
          }),
      ),
    });
  return [
    centred([text(block.caption, { bold: true, size: 26 })], { before: 120, after: 80 }, true),
    new Table({
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      rows: [
        row(
          block.columns.map(({ header }) => header),
          true,
          true,
        ),
        ...block.rows.map((cells, index) => row(cells, false, block.total && index === block.rows.length - 1)),
      ],
    }),
    new Paragraph({}),
  ];
}

/** The library writes the time of day into the file; here it is the time of the figures. */
function withFixedTimes(bytes: Uint8Array, at: Date): Promise<Uint8Array> {
  const opened = unzip(bytes, { entries: 100, totalMb: 200 });
  if (!opened.ok) throw new Error(`the document that was made is no zip: ${opened.fault.reason}`);
  const entries = [...opened.files].map(([name, content]) => ({
    name,
    bytes: name === "docProps/core.xml" ? coreWith(content, at) : content,
  }));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  // Readers look for the list of types first.
  const types = entries.findIndex(({ name }) => name === "[Content_Types].xml");
  return zip([...entries.splice(types, 1), ...entries], at);
}

function coreWith(content: Uint8Array, at: Date): Uint8Array {
  const xml = Buffer.from(content).toString("utf8");
  const time = at.toISOString().replace(/\.\d+Z$/, "Z");
  return Buffer.from(xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`), "utf8");
}

import type { ReportBlock } from "../report";
import { INDENT, type Line, MARGIN, type Pen, TEXT_WIDTH } from "./pen";

const PAD = 3;
type TableBlock = Extract<ReportBlock, { kind: "table" }>;

export function drawBlock(pen: Pen, block: ReportBlock): void {
  if (block.kind === "table") return drawTable(pen, block);
  const line: Line =
    block.kind === "heading"
      ? { text: block.text, face: "bold", size: 14, indent: INDENT }
      : { text: block.text, face: "regular", size: 14, align: "justify", indent: INDENT, lineGap: 3 };
  // A heading takes some lines of what it stands over along.
  pen.room(pen.heightOf(line) + (block.kind === "heading" ? 60 : 0));
  if (block.kind === "heading") pen.y += 6;
  pen.write(block.kind === "heading" ? "H1" : "P", [line], { after: 6 });
}

function drawTable(pen: Pen, block: TableBlock): void {
  const caption: Line = { text: block.caption, face: "bold", size: 13, align: "center" };
  const head = block.columns.map(({ header }) => header);
  pen.room(pen.heightOf(caption) + 2 * rowHeight(pen, block, head, true));
  pen.y += 4;
  pen.write("P", [caption], { after: 4 });
  const table = pen.document.struct("Table");
  pen.root.add(table);
  drawRow(pen, { block, cells: head, table, head: true, bold: true });
  block.rows.forEach((cells, index) => {
    const bold = block.total && index === block.rows.length - 1;
    // On a new page the head of the table is drawn again, for the eye only: who listens has heard it.
    if (pen.room(rowHeight(pen, block, cells, bold)))
      drawRow(pen, { block, cells: head, table: null, head: true, bold: true });
    drawRow(pen, { block, cells, table, head: false, bold });
  });
  table.end();
  pen.y += 10;
}

interface Row {
  block: TableBlock;
  cells: readonly string[];
  /** null: only for the eye. */
  table: PDFKit.PDFStructureElement | null;
  head: boolean;
  bold: boolean;
}

function drawRow(pen: Pen, { block, cells, table, head, bold }: Row): void {
  const height = rowHeight(pen, block, cells, bold);
  const top = pen.y;
  pen.decorate((document) => {
    document.lineWidth(0.6).strokeColor("black");
    for (const { x, width } of placesOf(block)) document.rect(x, top, width, height).stroke();
  });
  const row = table && pen.document.struct("TR");
  if (table && row) table.add(row);
  placesOf(block).forEach((place, index) => {
    const line = cellLine(block, index, cells[index] ?? "", { head, bold });
    const draw = () => {
      pen.document.font(line.face).fontSize(line.size).fillColor("black");
      if (line.text !== "") {
        const middle = head ? (height - pen.heightOf(line)) / 2 : PAD;
        pen.document.text(line.text, place.x + PAD, top + middle, { width: line.width, align: line.align });
      }
    };
    if (row) row.add(pen.document.struct(head ? "TH" : "TD", {}, draw));
    else pen.decorate(draw);
  });
  row?.end();
  pen.y = top + height;
}

function placesOf(block: TableBlock): { x: number; width: number }[] {
  let x = MARGIN.left;
  return block.columns.map((column) => {
    const width = (TEXT_WIDTH * column.width) / 100;
    x += width;
    return { x: x - width, width };
  });
}

function cellLine(
  block: TableBlock,
  index: number,
  text: string,
  { head, bold }: { head: boolean; bold: boolean },
): Line {
  const { width, numeric } = block.columns[index]!;
  return {
    text,
    face: bold ? "bold" : "regular",
    size: head ? 11 : 12,
    align: head ? "center" : numeric ? "right" : "left",
    width: (TEXT_WIDTH * width) / 100 - 2 * PAD,
  };
}

function rowHeight(pen: Pen, block: TableBlock, cells: readonly string[], bold: boolean): number {
  const head = cells.every((cell, index) => cell === block.columns[index]!.header);
  return Math.max(...cells.map((cell, index) => pen.heightOf(cellLine(block, index, cell, { head, bold })))) + 2 * PAD;
}

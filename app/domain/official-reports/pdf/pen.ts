/** Points of a sheet of A4, and its margins: 22 mm above and below, 30 on the left, 18 on the right. */
const MM = 72 / 25.4;
export const PAGE = { width: 210 * MM, height: 297 * MM };
export const MARGIN = { top: 22 * MM, bottom: 22 * MM, left: 30 * MM, right: 18 * MM };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const INDENT = 12.7 * MM;
const BOTTOM = PAGE.height - MARGIN.bottom;

export interface Line {
  text: string;
  face: string;
  size: number;
  align?: "left" | "center" | "right" | "justify";
  x?: number;
  width?: number;
  indent?: number;
  lineGap?: number;
}

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** What is drawn with: it knows how far down the page it is, begins new ones, and numbers them from the second on. */
export interface Pen {
  document: Document;
  root: Element;
  y: number;
  pages: number;
  heightOf(line: Line): number;
  /** Begins a new page unless so much fits below; says whether it did. */
  room(height: number): boolean;
  /** Writes lines at `y` as the content of one element, and goes down. */
  write(tag: string, lines: readonly Line[], options?: { parent?: Element; after?: number }): void;
  /** Draws what says nothing to who listens. */
  decorate(draw: (document: Document) => void): void;
}

export function pen(document: Document, root: Element): Pen {
  const options = (line: Line) => ({
    width: line.width ?? TEXT_WIDTH,
    align: line.align ?? "left",
    indent: line.indent ?? 0,
    lineGap: line.lineGap ?? 0,
  });
  const made: Pen = {
    document,
    root,
    y: MARGIN.top,
    pages: 1,
    heightOf: (line) =>
      document
        .font(line.face)
        .fontSize(line.size)
        .heightOfString(line.text || " ", options(line)),
    room(height) {
      if (made.y + height <= BOTTOM) return false;
      document.addPage();
      made.pages += 1;
      made.y = MARGIN.top;
      made.decorate(() => {
        document.font("regular").fontSize(13).fillColor("black");
        document.text(String(made.pages), MARGIN.left, 11 * MM, { width: TEXT_WIDTH, align: "center", height: 20 });
      });
      return true;
    },
    write(tag, lines, { parent = root, after = 0 } = {}) {
      parent.add(
        document.struct(tag, {}, () => {
          for (const line of lines) {
            const height = made.heightOf(line);
            document.font(line.face).fontSize(line.size).fillColor("black");
            if (line.text !== "") document.text(line.text, line.x ?? MARGIN.left, made.y, options(line));
            made.y += height;
          }
        }),
      );
      made.y += after;
    },
    decorate(draw) {
      document.markContent("Artifact", { type: "Layout" });
      draw(document);
      document.endMarkedContent();
    },
  };
  return made;
}

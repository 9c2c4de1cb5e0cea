import { MOTTO, NATION } from "../national-title";
import type { ReportDocument } from "../report";
import { type Line, MARGIN, type Pen, TEXT_WIDTH } from "./pen";

const GAP = 8;
const LEFT_WIDTH = TEXT_WIDTH * 0.4 - GAP;
const RIGHT_X = MARGIN.left + TEXT_WIDTH * 0.4;
const RIGHT_WIDTH = TEXT_WIDTH * 0.6;
const upper = (text: string) => text.toLocaleUpperCase("vi");

/** Agency and number on the left, the nation's title, place and day on the right; then the title of the document. */
export function drawHead(pen: Pen, report: ReportDocument): void {
  const left = (text: string, face: string, size: number): Line => ({
    text,
    face,
    size,
    align: "center",
    width: LEFT_WIDTH,
  });
  const right = (text: string, face: string, size: number): Line => ({
    text,
    face,
    size,
    align: "center",
    x: RIGHT_X,
    width: RIGHT_WIDTH,
  });
  const top = pen.y;
  pen.write("P", [
    ...(report.parent ? [left(upper(report.parent), "regular", 12)] : []),
    left(upper(report.agency), "bold", 12),
  ]);
  rule(pen, MARGIN.left + LEFT_WIDTH / 2, LEFT_WIDTH * 0.4);
  const leftEnd = pen.y;
  pen.y = top;
  pen.write("P", [right(NATION, "bold", 12), right(MOTTO, "bold", 13)]);
  rule(pen, RIGHT_X + RIGHT_WIDTH / 2, pen.document.font("bold").fontSize(13).widthOfString(MOTTO));
  pen.y = Math.max(pen.y, leftEnd) + 8;
  const line = pen.y;
  pen.write("P", [left(report.number, "regular", 13)]);
  const below = pen.y;
  pen.y = line;
  pen.write("P", [right(report.placeAndDay, "italic", 13)], { after: 4 });
  pen.y = Math.max(pen.y, below) + 12;

  if (report.draft) drawDraftMark(pen, report.draft);
  pen.write("Title", [{ text: report.title, face: "bold", size: 14, align: "center" }]);
  pen.write("P", [{ text: report.subject, face: "bold", size: 14, align: "center" }]);
  rule(pen, MARGIN.left + TEXT_WIDTH / 2, TEXT_WIDTH / 4);
  pen.y += 14;
}

/** A line under the middle of what was written last. */
function rule(pen: Pen, middle: number, width: number): void {
  const y = pen.y + 2;
  pen.decorate((document) => {
    document.lineWidth(0.7).strokeColor("black");
    document
      .moveTo(middle - width / 2, y)
      .lineTo(middle + width / 2, y)
      .stroke();
  });
  pen.y = y + 2;
}

function drawDraftMark(pen: Pen, text: string): void {
  const line: Line = { text, face: "bold", size: 13, align: "center" };
  const height = pen.heightOf(line) + 10;
  const width = pen.document.font("bold").fontSize(13).widthOfString(text) + 24;
  const top = pen.y;
  pen.decorate((document) => {
    document.lineWidth(1).strokeColor("black");
    document.rect(MARGIN.left + (TEXT_WIDTH - width) / 2, top, width, height).stroke();
  });
  pen.y = top + 5;
  pen.write("P", [line]);
  pen.y = top + height + 12;
}

/** Who receives it, who signs, and what the figures come from; kept together on one page. */
export function drawFoot(pen: Pen, report: ReportDocument): void {
  const { signer, recipients, source } = report;
  const half = TEXT_WIDTH / 2 - GAP;
  const ends = (index: number) => (index === recipients.length - 1 ? "." : ";");
  const left: Line[] = [
    { text: "Nơi nhận:", face: "bold-italic", size: 12, width: half },
    ...recipients.map((text, index): Line => ({
      text: `- ${text}${ends(index)}`,
      face: "regular",
      size: 11,
      width: half,
    })),
  ];
  const at = { align: "center" as const, x: MARGIN.left + TEXT_WIDTH / 2, width: TEXT_WIDTH / 2 };
  const small = source.map((text): Line => ({ text, face: "italic", size: 9 }));
  const height = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + pen.heightOf(line), 0);
  pen.room(Math.max(height(left), 130) + height(small) + 40);
  pen.y += 10;
  const top = pen.y;
  pen.write("P", left);
  const leftEnd = pen.y;
  pen.y = top;
  pen.write("P", [{ text: signer.title, face: "bold", size: 14, ...at }]);
  pen.y += 70;
  pen.write("P", [{ text: signer.name, face: "bold", size: 14, ...at }]);
  pen.y = Math.max(pen.y, leftEnd) + 14;
  pen.write("Note", small);
}

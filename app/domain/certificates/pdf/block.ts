import { fitText, type MeasureText } from "./fit";

/** The four cuts of the one typeface (Tinos, metric-compatible with Times New Roman). */
export type Face = "regular" | "bold" | "italic";

export type Measure = (face: Face, text: string, size: number) => number;

export interface Style {
  face: Face;
  size: number;
  /** The size below which the text wraps to more lines rather than shrink. */
  smallest: number;
  maxLines: number;
  colour: string;
  /** Distance of baselines, as a multiple of the size. */
  leading?: number;
}

export interface PlacedLine {
  text: string;
  face: Face;
  size: number;
  colour: string;
  /** Left end and baseline, in points from the upper left corner of the page. */
  x: number;
  baseline: number;
  width: number;
}

/** One element of the document's structure: what a screen reader reads in one go. */
export interface PlacedBlock {
  tag: "H1" | "P";
  lines: PlacedLine[];
}

export type Align = "centre" | "left";

/** A text that has been fitted to a width but not yet placed. */
export interface FittedBlock {
  text: string;
  style: Style;
  lines: { text: string; width: number }[];
  size: number;
  height: number;
}

const LEADING = 1.22;
/** Above the baseline of the first line: capitals with two accents need it ("Ễ"). */
const ASCENT = 0.92;

export function fitBlock(text: string, style: Style, width: number, measure: Measure, scale = 1): FittedBlock {
  const measureFace: MeasureText = (part, size) => measure(style.face, part, size);
  const fitted = fitText({
    text,
    width,
    size: style.size * scale,
    smallest: Math.min(style.smallest, style.size) * scale,
    maxLines: style.maxLines,
    measure: measureFace,
  });
  return {
    text,
    style,
    size: fitted.size,
    lines: fitted.lines.map((line) => ({ text: line, width: measureFace(line.trimEnd(), fitted.size) })),
    height: fitted.lines.length * fitted.size * (style.leading ?? LEADING),
  };
}

export function placeBlock(
  block: FittedBlock,
  at: { x: number; top: number; align: Align },
  tag: PlacedBlock["tag"] = "P",
): PlacedBlock {
  const leading = block.size * (block.style.leading ?? LEADING);
  return {
    tag,
    lines: block.lines.map((line, index) => ({
      text: line.text,
      face: block.style.face,
      size: block.size,
      colour: block.style.colour,
      x: at.align === "centre" ? at.x - line.width / 2 : at.x,
      baseline: at.top + block.size * ASCENT + index * leading,
      width: line.width,
    })),
  };
}

import type { CertificatePaper } from "../paper";
import { fitBlock, placeBlock, type FittedBlock, type Measure, type PlacedBlock, type Style } from "./block";
import { layOutFoot } from "./foot";
import { FRAME, HAIRLINE, INK, NATIONAL_RED, PAGE, QUIET } from "./page";

export interface Rule {
  from: [x: number, y: number];
  to: [x: number, y: number];
  width: number;
  colour: string;
}

export interface Sheet {
  frames: { inset: number; width: number; colour: string }[];
  rules: Rule[];
  blocks: PlacedBlock[];
  qr: { x: number; y: number; size: number; link: string; alt: string };
  /** The agency's sign, left of its name. */
  logo: { sha256: string; x: number; y: number; width: number; height: number; alt: string } | null;
}

const SIDE = 66;
const HEAD_TOP = 49;
const LEFT_CENTRE = SIDE + 140;
const RIGHT_CENTRE = PAGE.width - SIDE - 158;
const MIDDLE = PAGE.width / 2;

function style(face: Style["face"], size: number, more: Partial<Style> = {}): Style {
  return { face, size, smallest: size, maxLines: 1, colour: INK, ...more };
}

/** Where every line, rule and drawing of the paper stands. Pure: it is handed the measures of the typeface. */
export function layOut(paper: CertificatePaper, measure: Measure): Sheet {
  const head = layOutHead(paper, measure);
  const foot = layOutFoot(paper, measure, { side: SIDE, signerCentre: RIGHT_CENTRE });
  const body = layOutBody(paper, measure, { top: head.bottom, bottom: foot.top - 13 });
  return {
    frames: [
      { inset: 24, width: 1.6, colour: FRAME },
      { inset: 29, width: 0.5, colour: FRAME },
    ],
    rules: [...head.rules, ...body.rules],
    blocks: [...head.blocks, ...body.blocks, ...foot.blocks],
    qr: foot.qr,
    logo: head.logo,
  };
}

/** Agency and number on the left, national heading on the right. */
function layOutHead(paper: CertificatePaper, measure: Measure) {
  const blocks: PlacedBlock[] = [];
  const rules: Rule[] = [];
  const logo = paper.logo && placeLogo(paper.logo, paper.issuer);
  const beside = logo ? logo.width + 10 : 0;
  const centre = LEFT_CENTRE + (logo ? beside / 2 + 6 : 0);
  const wide = 286 - beside;

  const nation = fitBlock(paper.nation, style("bold", 13, { colour: NATIONAL_RED }), 340, measure);
  const motto = fitBlock(paper.motto, style("bold", 14, { colour: NATIONAL_RED }), 340, measure);
  blocks.push(placeBlock(nation, { x: RIGHT_CENTRE, top: HEAD_TOP, align: "centre" }));
  blocks.push(placeBlock(motto, { x: RIGHT_CENTRE, top: HEAD_TOP + nation.height + 1, align: "centre" }));
  const mottoRule = HEAD_TOP + nation.height + 1 + motto.height + 3;
  rules.push(ruleAt(RIGHT_CENTRE, mottoRule, motto.lines[0]!.width, 0.8, NATIONAL_RED));

  const parent = fitBlock(paper.issuerParent, style("regular", 12.5, { smallest: 10, maxLines: 2 }), wide, measure);
  const issuer = fitBlock(paper.issuer, style("bold", 13, { smallest: 10.5, maxLines: 2 }), wide, measure);
  const number = fitBlock(paper.number, style("regular", 13, { smallest: 9 }), wide, measure);
  let y = HEAD_TOP;
  blocks.push(placeBlock(parent, { x: centre, top: y, align: "centre" }));
  y += parent.height + 1;
  blocks.push(placeBlock(issuer, { x: centre, top: y, align: "centre" }));
  y += issuer.height + 3;
  // Decree 30/2020: under the agency a rule of a third to half of the line.
  rules.push(ruleAt(centre, y, Math.max(...issuer.lines.map((line) => line.width)) * 0.42, 0.6, INK));
  y += 7;
  if (paper.issuerEnglish !== null) {
    const english = style("italic", 11, { smallest: 8, maxLines: 2, colour: QUIET });
    const block = fitBlock(paper.issuerEnglish, english, wide, measure);
    blocks.push(placeBlock(block, { x: centre, top: y, align: "centre" }));
    y += block.height + 2;
  }
  blocks.push(placeBlock(number, { x: centre, top: y, align: "centre" }));
  const bottom = Math.max(y + number.height, mottoRule, logo ? logo.y + logo.height : 0);
  return { blocks, rules, logo, bottom };
}

const LOGO_ROOM = { width: 74, height: 56 };

/** As large as its room allows, at the left margin. */
function placeLogo(logo: NonNullable<CertificatePaper["logo"]>, issuer: string): NonNullable<Sheet["logo"]> {
  const scale = Math.min(LOGO_ROOM.width / logo.width, LOGO_ROOM.height / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  return { sha256: logo.sha256, x: SIDE - 22, y: HEAD_TOP, width, height, alt: `Biểu trưng của ${issuer}` };
}

function ruleAt(centre: number, y: number, length: number, width: number, colour: string): Rule {
  return { from: [centre - length / 2, y], to: [centre + length / 2, y], width, colour };
}

/** Room before a text: at least `least` points, and its share of what is left over. */
interface Part {
  tag: PlacedBlock["tag"];
  text: string;
  style: Style;
  width: number;
  least: number;
  share: number;
}

/** The title, the name and what was done: spread over the room between head and foot, smaller where it is too much. */
function layOutBody(paper: CertificatePaper, measure: Measure, room: { top: number; bottom: number }) {
  const wide = PAGE.width - 2 * SIDE;
  const part = (text: string, look: Style, least: number, share: number, width = wide): Part => ({
    tag: "P",
    text,
    style: look,
    width,
    least,
    share,
  });
  const parts: Part[] = [
    { ...part(paper.title, style("bold", 29, { smallest: 21, leading: 1.3 }), 10, 2.8), tag: "H1" },
    ...(paper.subtitle === null ? [] : [part(paper.subtitle, style("italic", 15, { colour: QUIET }), 0, 0)]),
    ...(paper.legalBasis === null
      ? []
      : [part(paper.legalBasis, style("italic", 12, { smallest: 10, maxLines: 2, colour: QUIET }), 0, 0)]),
    part(paper.lead, style("regular", 14), 8, 3),
    part(paper.fullName, style("bold", 28, { smallest: 18, maxLines: 2 }), 0, 0.5),
    part(paper.post, style("regular", 14.5, { smallest: 11.5, maxLines: 2 }), 1, 0.4, wide - 40),
    part(paper.achievement, style("regular", 14), 6, 2.2),
    part(paper.courseName, style("bold", 19, { smallest: 14, maxLines: 2 }), 2, 0.5, wide - 20),
  ];
  const height = room.bottom - room.top;
  for (let scale = 1; ; scale *= 0.96) {
    const fitted = parts.map((each) => ({
      ...each,
      block: fitBlock(each.text, each.style, each.width, measure, scale),
    }));
    const details = fitDetails(paper, measure, scale, wide);
    const used =
      fitted.reduce((sum, each) => sum + each.block.height + each.least * scale, 0) + details.height + 8 * scale;
    const spare = height - used;
    if (spare < 0 && scale > 0.1) continue;
    const shares = fitted.reduce((sum, each) => sum + each.share, 0) + 2.6 + 2.2;
    const one = Math.min(Math.max(spare, 0) / shares, 11);
    let y = room.top + (Math.max(spare, 0) - one * shares) / 2;
    const blocks: PlacedBlock[] = [];
    for (const each of fitted) {
      y += each.least * scale + each.share * one;
      blocks.push(placeBlock(each.block, { x: MIDDLE, top: y, align: "centre" }, each.tag));
      y += each.block.height;
    }
    y += 8 * scale + 2.6 * one;
    const placed = placeDetails(details, y);
    return { blocks: [...blocks, ...placed.blocks], rules: placed.rules };
  }
}

interface Details {
  columns: { label: FittedBlock; value: FittedBlock; width: number }[];
  gap: number;
  height: number;
}

/** Form, duration, period and result beside one another, with hairlines between. */
function fitDetails(paper: CertificatePaper, measure: Measure, scale: number, wide: number): Details {
  const label = style("regular", 11, { smallest: 9, colour: QUIET });
  const value = style("bold", 13.5, { smallest: 10, maxLines: 2 });
  const gap = 40 * scale;
  const room = wide - gap * (paper.details.length - 1);
  const natural = paper.details.map(
    (detail) =>
      Math.max(
        measure(label.face, detail.label, label.size * scale),
        measure(value.face, detail.value, value.size * scale),
      ) + 1,
  );
  // The widest columns give way first.
  let cap = Math.max(...natural);
  while (natural.reduce((sum, width) => sum + Math.min(width, cap), 0) > room) cap -= 2;
  const columns = paper.details.map((detail, index) => {
    const width = Math.min(natural[index]!, cap);
    return {
      width,
      label: fitBlock(detail.label, label, width, measure, scale),
      value: fitBlock(detail.value, value, width, measure, scale),
    };
  });
  return { columns, gap, height: Math.max(...columns.map((column) => column.label.height + column.value.height)) };
}

function placeDetails(details: Details, top: number): { blocks: PlacedBlock[]; rules: Rule[] } {
  const total =
    details.columns.reduce((sum, column) => sum + column.width, 0) + details.gap * (details.columns.length - 1);
  const blocks: PlacedBlock[] = [];
  const rules: Rule[] = [];
  let x = MIDDLE - total / 2;
  details.columns.forEach((column, index) => {
    const centre = x + column.width / 2;
    blocks.push(placeBlock(column.label, { x: centre, top, align: "centre" }));
    blocks.push(placeBlock(column.value, { x: centre, top: top + column.label.height, align: "centre" }));
    x += column.width;
    if (index < details.columns.length - 1) {
      const line = x + details.gap / 2;
      rules.push({ from: [line, top + 2], to: [line, top + details.height - 2], width: 0.5, colour: HAIRLINE });
    }
    x += details.gap;
  });
  return { blocks, rules };
}

/** Gaps as Moodle's cloze has them in a text: "{1:MULTICHOICE:=right#feedback~wrong}". */
import type { InlineChoice } from "../../question-types/inline-choice";
import type { ReadAnswer } from "../read-question";

export interface ClozeGap {
  /** "MULTICHOICE", "SA", … */
  kind: string;
  /** What it counts beside the others. */
  marks: number;
  options: ReadAnswer[];
}

// Bounded, so that a text of opening braces alone costs little.
const GAP = /\{(\d{0,3}):([A-Z_]{2,16}):((?:\\[^]|[^\\}]){0,4000})\}/g;
const CHOICE = /^(?:MULTICHOICE|MC)(?:_?(?:V|H|S|VS|HS))?$/;

export const isChoice = ({ kind }: ClozeGap) => CHOICE.test(kind);

/** The text with [[1]], [[2]], … for the gaps, and the gaps; `read` reads the texts in them. */
export function splitCloze(source: string, read: (text: string) => string): { text: string; gaps: ClozeGap[] } {
  const gaps: ClozeGap[] = [];
  const text = source.replace(GAP, (_, marks: string, kind: string, inner: string) => {
    gaps.push({ kind, marks: Number(marks || 1), options: alternatives(inner).map((each) => optionOf(each, read)) });
    return `[[${gaps.length}]]`;
  });
  return { text, gaps };
}

const alternatives = (inner: string) => (inner.match(/(?:\\[^]|[^\\~])+/g) ?? []).filter((each) => each.trim() !== "");

function optionOf(source: string, read: (text: string) => string): ReadAnswer {
  const found = /^\s*(?:(=)|%(-?\d{1,3}(?:\.\d*)?)%)/.exec(source);
  const weight = found?.[1] ? 100 : Number(found?.[2] ?? 0);
  const rest = source.slice(found?.[0].length ?? 0);
  // "&#61;" is a sign, not the beginning of a feedback.
  const at = /(?<![\\&])#/.exec(rest)?.index ?? rest.length;
  const plain = (text: string) => read(text.replace(/\\([}~#/"\\=])/g, "$1"));
  return { text: plain(rest.slice(0, at)), weight, feedback: plain(rest.slice(at + 1)) };
}

/** Every sign that cloze may take for its own stands as its number. */
const numbered = (text: string) => text.replace(/[&~{}#=%\\"<>/]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function clozeGap({ options }: InlineChoice["gaps"][number]): string {
  const inner = options.map(
    ({ text, correct, feedback }) =>
      `${correct ? "=" : ""}${numbered(text)}${feedback === undefined ? "" : `#${numbered(feedback)}`}`,
  );
  return `{1:MULTICHOICE_S:${inner.join("~")}}`;
}

/** The small languages within cells: options of a gap, keys by letters, numbers. */
import { remark, type Remark } from "../exchange";
import type { ReadAnswer } from "../read-question";
import { OPTION_LETTERS } from "./columns";

/** "đúng* / sai": a stroke between blanks parts two options; `\/`, `\*`, `\-` and `\\` are the signs themselves. */
const STROKE = /(?:^|\s)\/(?=\s|$)/;

const partsOf = (cell: string) => cell.split(STROKE).map((part) => part.trim());
const shown = (text: string) => text.replace(/\\([\\/*-])/g, "$1");

/** The options of one gap; null when not exactly one is marked as right, or the feedbacks do not fit. */
export function readGapOptions(cell: string, feedbackCell: string): ReadAnswer[] | null {
  const options = partsOf(cell);
  const feedbacks = feedbackCell === "" ? [] : partsOf(feedbackCell);
  if (feedbacks.length > 0 && feedbacks.length !== options.length) return null;
  const read = options.map((option, index) => {
    const right = /(?<!\\)(?:\\\\)*\*$/.test(option);
    const feedback = feedbacks[index] ?? "-";
    return {
      text: shown(right ? option.slice(0, -1).trim() : option),
      weight: right ? 100 : 0,
      feedback: feedback === "-" ? "" : shown(feedback),
    };
  });
  return read.filter(({ weight }) => weight === 100).length === 1 ? read : null;
}

const hidden = (text: string) =>
  text
    .replaceAll("\\", "\\\\")
    .replace(/(^|\s)\/(?=\s|$)/g, "$1\\/")
    .replace(/\*$/, "\\*")
    .replace(/^-$/, "\\-");

export function writeGapOptions(
  options: readonly { text: string; correct?: boolean | undefined; feedback?: string | undefined }[],
): { text: string; feedback: string } {
  const texts = options.map(({ text, correct }) => `${hidden(text)}${correct ? "*" : ""}`);
  const feedbacks = options.map(({ feedback }) => (feedback === undefined ? "-" : hidden(feedback)));
  return {
    text: texts.join(" / "),
    feedback: feedbacks.every((feedback) => feedback === "-") ? "" : feedbacks.join(" / "),
  };
}

/** "A tốt nhất, B: rủi ro", "B 33,3%" → letter and words of each part; null when a part has no letter. */
export function readLettered(cell: string): Map<string, string> | null {
  const found = new Map<string, string>();
  for (const part of cell.split(/[;\n]+|,(?!\d)/).filter((each) => each.trim() !== "")) {
    const match = /^([A-Za-z]{1,2})(?:\s*[:=.)–-]\s*|\s+)(\S.*)$/.exec(part.trim());
    const letter = match?.[1]!.toUpperCase() ?? "";
    if (!match || !OPTION_LETTERS.includes(letter) || found.has(letter)) return null;
    found.set(letter, match[2]!.trim());
  }
  return found;
}

/** "2,5", "-3", "1.5e3"; null for anything else. */
function numberOf(text: string): number | null {
  const plain = text.trim().replace(/^(-?\d+),(\d+)/, "$1.$2");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : null;
}

/** "15", "2..5", "2 đến 5", "2 – 5". */
export function readRange(cell: string, remarks: Remark[]): { from: number; to: number } | null {
  const ends = cell.split(/\s*(?:\.\.+|…)\s*|\s+(?:đến|–|-)\s+/i);
  const [from, to = from] = ends.map(numberOf);
  if (ends.length > 2 || from === null || to === null || from === undefined || to === undefined || from > to)
    return null;
  // "1.500" is one and a half thousand to many who write it.
  const odd = ends.find((end) => /^\s*-?\d{1,3}\.\d{3}\s*$/.test(end));
  if (odd) remarks.push(remark("number-read-as", { value: odd.trim(), number: writeNumber(numberOf(odd)!) }));
  return { from, to };
}

export const writeNumber = (value: number) => String(value).replace(".", ",");

export const writeRange = ({ from, to }: { from: number; to: number }) =>
  from === to ? writeNumber(from) : `${writeNumber(from)}..${writeNumber(to)}`;

/** Does what somebody wrote say the same as an accepted answer, whatever the keyboard made of it? */
export interface TextTolerance {
  caseMatters: boolean;
  accentsMatter: boolean;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const EDGE = /[\s.,;:!?…"'“”‘’()]/;

/** One form for all ways to write a text: spaces, marks around it, case and accents as far as they do not matter. */
export function foldText(text: string, { caseMatters, accentsMatter }: TextTolerance): string {
  const cased = caseMatters ? text : text.toLowerCase();
  const words = withoutEdges(cased.normalize("NFC")).split(/\s+/u).filter(Boolean);
  return words.map((word) => (accentsMatter ? toneLast(word) : plain(word))).join(" ");
}

/** By steps: as one pattern with an end, it would look at a long run of dots once for each of them. */
function withoutEdges(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && EDGE.test(text[start]!)) start += 1;
  while (end > start && EDGE.test(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

/** "hòa" and "hoà" are one word: the tone is put at the end of the syllable. */
function toneLast(word: string): string {
  const open = word.normalize("NFD");
  return (open.replace(TONES, "") + (open.match(TONES) ?? []).join("")).normalize("NFC");
}

const plain = (word: string) =>
  word
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");

/** `pattern` may have "*" for any run of characters, also none, as Moodle's short answers do; "\*" is a star. */
export function matchesPattern(text: string, pattern: string, tolerance: TextTolerance): boolean {
  const pieces = pattern.split(/(?<!\\)\*/).map((piece) => piece.replaceAll("\\*", "*"));
  const given = foldText(text, tolerance);
  if (pieces.length === 1) return given === foldText(pieces[0]!, tolerance);
  return inOrder(
    given,
    pieces.map((piece) => foldText(piece, tolerance)),
  );
}

/** The pieces one after another, the first at the start and the last at the end. Linear: no pattern can make it slow. */
function inOrder(text: string, pieces: readonly string[]): boolean {
  const [first = "", ...rest] = pieces;
  const last = rest.pop() ?? "";
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Of an answer that earns such a part of the marks; null when it is neither right nor wrong. */
export function isRight(percent = 0): boolean | null {
  return percent === 100 ? true : percent > 0 ? null : false;
}

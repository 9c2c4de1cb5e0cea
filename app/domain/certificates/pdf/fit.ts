/** Fitting words into a given width: first wrap, then shrink; never cut a word off, never drop one. */
export interface FittedText {
  /** Joined they are the text again: a line that ends at a space keeps it. */
  lines: string[];
  size: number;
}

export type MeasureText = (text: string, size: number) => number;

/**
 * The largest size, between the two, at which the text needs no more than `maxLines` lines. Where not even the smallest
 * does, the smallest with as many lines as it takes: the page then shrinks as a whole.
 */
export function fitText(input: {
  text: string;
  width: number;
  size: number;
  smallest: number;
  maxLines: number;
  measure: MeasureText;
}): FittedText {
  const { text, width, smallest, maxLines, measure } = input;
  for (let size = input.size; size > smallest; size -= 0.5) {
    if (breakLines(text, width, size, measure).length <= maxLines) {
      return { lines: balance(text, width, size, measure), size };
    }
  }
  return { lines: balance(text, width, smallest, measure), size: smallest };
}

/** Greedy lines; a single word that is wider than the line is broken between letters. */
export function breakLines(text: string, width: number, size: number, measure: MeasureText): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(/[^ ]+ *| +/g) ?? []) {
    if (measure((line + word).trimEnd(), size) <= width) {
      line += word;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = breakWord(word, width, size, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
  }
  return line === "" ? lines : [...lines, line];
}

function breakWord(word: string, width: number, size: number, measure: MeasureText): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && measure((piece + letter).trimEnd(), size) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** The same number of lines, as even as can be: no last line of one word. */
function balance(text: string, width: number, size: number, measure: MeasureText): string[] {
  const greedy = breakLines(text, width, size, measure);
  let best = greedy;
  let [narrow, wide] = [width / 2, width];
  for (let step = 0; step < 8 && greedy.length > 1; step += 1) {
    const middle = (narrow + wide) / 2;
    const lines = breakLines(text, middle, size, measure);
    const breaksAWord = lines.slice(0, -1).some((line) => !line.endsWith(" "));
    if (lines.length <= greedy.length && !breaksAWord) [best, wide] = [lines, middle];
    else narrow = middle;
  }
  return best;
}

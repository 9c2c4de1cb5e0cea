/** Where something may be put into a lesson, so that it stays valid: blocks between blocks, citations in sentences. */
import { blockAtLine, blocksOf, type LessonBlock, lineOf, startsOf } from "./text-blocks";

/** A change of a text, and where the cursor stands afterwards. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
  cursor: number;
}

function placed(text: string, offset: number): { block: LessonBlock | null; starts: number[]; line: number } {
  const starts = startsOf(text.split("\n"));
  const line = lineOf(starts, offset);
  return { block: blockAtLine(blocksOf(text), line), starts, line };
}

/** Puts a block after the block in which the cursor stands, or where it stands between blocks, with empty lines around it. */
export function insertBlock(text: string, offset: number, block: string): TextChange {
  const { block: around, starts } = placed(text, offset);
  const at = around ? (starts[around.lastLine] ?? text.length + 1) - 1 : offset;
  const before = text.slice(0, at).replace(/\s+$/, "");
  const after = text.slice(at).replace(/^\s+/, "");
  const lead = before === "" ? "" : "\n\n";
  const tail = after === "" ? "\n" : "\n\n";
  const insert = lead + block + tail;
  return {
    from: before.length,
    to: text.length - after.length,
    insert,
    cursor: before.length + lead.length + block.length,
  };
}

/** Puts words into the sentence at the cursor; null where no sentence is: in a heading, in code, on the line of a tag, between blocks. */
export function insertInSentence(text: string, from: number, to: number, words: string): TextChange | null {
  const { block, starts, line } = placed(text, from);
  if (!block || block.kind === "heading" || block.kind === "code") return null;
  const end = (starts[line] ?? text.length + 1) - 1;
  const current = text.slice(starts[line - 1]!, end);
  if (current.trim() === "" || /^\s*(<\/?[A-Z](?!anCu)|\|?[\s:|-]*-{3})/.test(current)) return null;
  const before = current.slice(0, from - starts[line - 1]!);
  // Right after what it supports: some words stand before it, and in a table it stays within a cell.
  if (!/[\p{L}\p{N}]/u.test(before)) return null;
  if (current.trimStart().startsWith("|") && !current.slice(before.length).includes("|")) return null;
  // Not within a tag that is written already.
  const open = before.lastIndexOf("<");
  if (open >= 0 && !before.slice(open).includes(">")) return null;
  const space = from > 0 && /[^\s(“]/.test(text[from - 1]!) ? " " : "";
  return { from, to, insert: space + words, cursor: from + space.length + words.length };
}

/** Puts a link or an image where the cursor stands in running text; null on the line of a tag and in code. */
export function insertInText(text: string, from: number, to: number, words: string): TextChange | null {
  const { block, starts, line } = placed(text, from);
  const current = text.split("\n")[line - 1] ?? "";
  const before = current.slice(0, from - starts[line - 1]!);
  if (block?.kind === "code" || /^\s*<\/?[A-Z](?!anCu)/.test(current)) return null;
  if (before.lastIndexOf("<") > before.lastIndexOf(">")) return null;
  return { from, to, insert: words, cursor: from + words.length };
}

/** A list or a heading of the lines that are chosen; the same again takes it away. */
export function markLines(
  text: string,
  from: number,
  to: number,
  mark: "h2" | "h3" | "bullets" | "numbers",
): TextChange {
  const starts = startsOf(text.split("\n"));
  const [first, last] = [lineOf(starts, from), lineOf(starts, to)];
  const begin = starts[first - 1]!;
  const end = (starts[last] ?? text.length + 1) - 1;
  const lines = text.slice(begin, end).split("\n");
  const sign = (index: number) => ({ h2: "## ", h3: "### ", bullets: "- ", numbers: `${index + 1}. ` })[mark];
  const has = { h2: /^## /, h3: /^### /, bullets: /^[-*+] /, numbers: /^\d+[.)] / }[mark];
  const full = lines.filter((line) => line.trim() !== "");
  const taken = full.length > 0 && full.every((line) => has.test(line));
  let count = 0;
  const changed = lines.map((line) => {
    if (line.trim() === "" && lines.length > 1) return line;
    const bare = line.replace(/^(#{1,6} |[-*+] |\d+[.)] )/, "");
    return taken ? bare : sign(count++) + bare;
  });
  // A list or a heading begins a block of its own.
  const needsGap =
    !taken && first > 1 && (text.split("\n")[first - 2] ?? "").trim() !== "" && !has.test(text.split("\n")[first - 2]!);
  const insert = (needsGap ? "\n" : "") + changed.join("\n");
  return { from: begin, to: end, insert, cursor: begin + insert.length };
}

/** Bold or italic around what is chosen, or around the word at the cursor; the same again takes it away. */
export function markWords(text: string, from: number, to: number, mark: "**" | "*"): TextChange & { anchor: number } {
  let [start, end] = [from, to];
  if (start === end) {
    while (start > 0 && /[\p{L}\p{N}\p{M}]/u.test(text[start - 1]!)) start--;
    while (end < text.length && /[\p{L}\p{N}\p{M}]/u.test(text[end]!)) end++;
  }
  // Signs of emphasis stand against words, not against spaces.
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  const chosen = text.slice(start, end);
  const size = mark.length;
  const around = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  const stars = (at: number, step: number) => {
    let count = 0;
    while (text[at + step * count] === "*") count++;
    return count;
  };
  if (around && (mark === "**" || stars(start - 1, -1) !== 2)) {
    return { from: start - size, to: end + size, insert: chosen, anchor: start - size, cursor: end - size };
  }
  return { from: start, to: end, insert: mark + chosen + mark, anchor: start + size, cursor: end + size };
}

/** A table as a lesson writes it, one line a row, the first for the heads. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    text
      .replace(/\s+/g, " ")
      .trim()
      .replace(/(?<!\\)\|/g, "\\|");
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rest.map(line)].join("\n");
}

/** `[words](address)`, with the signs in it that would end it early taken care of. */
export function writeLink(words: string, address: string): string {
  return `[${words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<!\\)([[\]])/g, "\\$1")}](${address
    .trim()
    .replace(/ /g, "%20")
    .replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))})`;
}

export function writeImage(alternative: string, path: string): string {
  return `!${writeLink(alternative, path)}`;
}

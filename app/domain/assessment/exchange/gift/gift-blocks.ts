/** A GIFT file as blocks: one question or one category each, parted by blank lines; comments are taken out. */

export interface GiftBlock {
  /** The first line that is not a comment. */
  line: number;
  /** Comment lines are empty in it, so that lines can be counted. */
  text: string;
  /** `[id:…]` of a comment. */
  id?: string;
  /** `[tag:…]` of comments. */
  tags: string[];
  /** A blank line stood between braces and was passed over. */
  joined: boolean;
}

interface Line {
  number: number;
  text: string;
}

/** What follows a blank line within braces: answers go on, or the brace closes. */
const GOES_ON = /^[=~}#]/;
const ID = /\[id:((?:[^\\\]]|\\[\\\]n])*)\]/;
const TAG = /\[tag:((?:[^\\\]]|\\[\\\]n])*)\]/g;

export function giftBlocks(text: string): GiftBlock[] {
  const lines = text.split("\n").map((line, index): Line => ({ number: index + 1, text: line }));
  const blocks: GiftBlock[] = [];
  let open: Line[] = [];
  let joined = false;
  const close = () => {
    const block = blockOf(open, joined);
    if (block) blocks.push(block);
    [open, joined] = [[], false];
  };
  lines.forEach((line, index) => {
    const plain = line.text.trim();
    if (plain === "") {
      if (!braceOpen(open) || !goesOn(lines, index)) return close();
      joined = true;
    } else if (plain.startsWith("$CATEGORY:") && !braceOpen(open)) {
      // Moodle wants a blank line around a category; it is clear enough without.
      close();
      open.push(line);
      return close();
    }
    open.push(line);
  });
  close();
  return blocks;
}

/** Whether what follows the blank lines belongs to the braces that are still open. */
function goesOn(lines: readonly Line[], blank: number): boolean {
  for (let index = blank + 1; index < lines.length; index++) {
    const plain = lines[index]!.text.trim();
    if (plain === "" || plain.startsWith("//")) continue;
    return GOES_ON.test(plain);
  }
  return false;
}

function braceOpen(lines: readonly Line[]): boolean {
  let open = false;
  for (const { text } of lines) {
    if (text.trim().startsWith("//")) continue;
    for (let at = 0; at < text.length; at++) {
      if (text[at] === "\\") at++;
      else if (text[at] === "{") open = true;
      else if (text[at] === "}") open = false;
    }
  }
  return open;
}

function blockOf(lines: readonly Line[], joined: boolean): GiftBlock | null {
  const tags: string[] = [];
  let id: string | undefined;
  const kept = lines.map(({ number, text }) => {
    if (!text.trim().startsWith("//")) return { number, text };
    id ??= ID.exec(text)?.[1];
    for (const [, tag = ""] of text.matchAll(TAG)) tags.push(fromComment(tag));
    return { number, text: "" };
  });
  const first = kept.findIndex(({ text }) => text.trim() !== "");
  if (first < 0) return null;
  const body = kept.slice(first);
  return {
    line: body[0]!.number,
    text: body.map(({ text }) => text).join("\n"),
    ...(id === undefined ? {} : { id: fromComment(id) }),
    tags,
    joined,
  };
}

const fromComment = (text: string) =>
  text.replace(/\\([\\\]n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign)).trim();

/** A text within `[id:…]` or `[tag:…]`. */
export const toComment = (text: string) => text.replace(/[\\\]]/g, "\\$&").replace(/\n/g, "\\n");

/**
 * The top-level blocks of a lesson as its text shows them, without a parser: paragraphs, code, components from their start tag to
 * their end tag. It is right enough to say which block a fault belongs to, and where a new block may stand; it never judges.
 */
import { COMPONENTS } from "./components";

export interface LessonBlock {
  /** First and last line, counted from 1. */
  line: number;
  lastLine: number;
  kind: "text" | "heading" | "code" | "component";
  /** Of a component. */
  name: string | null;
}

export function blocksOf(text: string): LessonBlock[] {
  const lines = text.split("\n");
  const starts = startsOf(lines);
  const blocks: LessonBlock[] = [];
  for (let index = 0; index < lines.length;) {
    if (lines[index]!.trim() === "") index++;
    else {
      const block = blockAt(text, lines, starts, index);
      blocks.push(block);
      index = block.lastLine;
    }
  }
  return blocks;
}

/** The block that a line belongs to; null between blocks. */
export const blockAtLine = (blocks: readonly LessonBlock[], line: number): LessonBlock | null =>
  blocks.find((block) => block.line <= line && line <= block.lastLine) ?? null;

/** The offset at which each line begins. */
export function startsOf(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return starts;
}

function blockAt(text: string, lines: readonly string[], starts: readonly number[], index: number): LessonBlock {
  const first = lines[index]!;
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(first)?.[1];
  if (fence) {
    const end = lines.findIndex((line, at) => at > index && line.trim().startsWith(fence));
    return { line: index + 1, lastLine: end < 0 ? paragraphEnd(lines, index) : end + 1, kind: "code", name: null };
  }
  const name = blockTag(first);
  if (name) {
    const end = endOfComponent(text, starts[index]!, name);
    const lastLine = end === null ? paragraphEnd(lines, index) : lineOf(starts, end);
    return { line: index + 1, lastLine, kind: "component", name };
  }
  if (/^ {0,3}#{1,6}(\s|$)/.test(first)) return { line: index + 1, lastLine: index + 1, kind: "heading", name: null };
  return { line: index + 1, lastLine: paragraphEnd(lines, index), kind: "text", name: null };
}

/** The last line before an empty one, a heading or a component, as a number from 1. */
function paragraphEnd(lines: readonly string[], index: number): number {
  let at = index + 1;
  while (at < lines.length && lines[at]!.trim() !== "" && !/^ {0,3}#{1,6}\s/.test(lines[at]!) && !blockTag(lines[at]!))
    at++;
  return at;
}

/** The name of a component that begins on a line and is no part of a sentence. */
function blockTag(line: string): string | null {
  const name = /^ {0,3}<\/?([A-Za-z][\w.-]*)/.exec(line)?.[1];
  const rule = name !== undefined && Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  return name !== undefined && rule?.place !== "inSentence" ? name : null;
}

/** Where the end tag of the component that begins here ends; null when it has none. */
function endOfComponent(text: string, from: number, name: string): number | null {
  const tags = new RegExp(`<(/?)${name.replace(/[.-]/g, "\\$&")}(?=[\\s/>])(?:"[^"]*"|[^">])*>`, "g");
  tags.lastIndex = from;
  let open = 0;
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    if (tag[1] === "/") open--;
    else if (!tag[0].endsWith("/>")) open++;
    if (open <= 0) return tag.index + tag[0].length - 1;
  }
  return null;
}

/** The number of the line on which an offset stands. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

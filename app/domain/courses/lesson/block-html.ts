/** Compiled HTML cut into its blocks. It was written by our own compiler: every element is closed, every text escaped. */
import type { LessonSegment } from "../course";

export interface BlockHtml {
  /** Null for what carries no id of its own. */
  id: string | null;
  html: string;
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const VOID = new Set(["br", "hr", "img", "input", "wbr", "col", "source", "track"]);

/** The elements of the first level, each with the id that it, or the table within its frame, carries. */
export function blocksOfHtml(html: string): BlockHtml[] {
  const blocks: BlockHtml[] = [];
  let depth = 0;
  let start = 0;
  for (const match of html.matchAll(TAG)) {
    const [whole, closing, name = "", rest = ""] = match;
    if (closing === "" && depth === 0) {
      const between = html.slice(start, match.index);
      if (between.trim() !== "") blocks.push({ id: null, html: between });
      start = match.index;
    }
    if (closing !== "") depth--;
    else if (!VOID.has(name) && !rest.endsWith("/")) depth++;
    if (depth > 0) continue;
    const end = match.index + whole.length;
    const element = html.slice(start, end);
    blocks.push({ id: idOf(element), html: element });
    start = end;
    depth = 0;
  }
  if (html.slice(start).trim() !== "") blocks.push({ id: null, html: html.slice(start) });
  return blocks;
}

function idOf(element: string): string | null {
  const own = /^<[^>]*?\sid="([^"]+)"/.exec(element)?.[1];
  return own ?? /^<div class="bang-cuon"[^>]*><table[^>]*?\sid="([^"]+)"/.exec(element)?.[1] ?? null;
}

/** The words of a block, for a quote. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:)!?])/g, "$1")
    .trim();
}

/** The blocks of a whole lesson with the words by which each is known: its checks among them. */
export function quotesOf(segments: readonly LessonSegment[], longest: number): { id: string; quote: string }[] {
  return segments.flatMap((segment) => {
    const blocks =
      segment.kind === "html" ? blocksOfHtml(segment.html) : [{ id: segment.check.id, html: segment.check.question }];
    return blocks.flatMap(({ id, html }) => {
      if (id === null) return [];
      const words = wordsOfHtml(html);
      return [{ id, quote: words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words }];
    });
  });
}

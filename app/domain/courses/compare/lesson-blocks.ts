/** A compiled lesson taken apart into its blocks: the paragraphs, tables, situations and checks that stand one under another. */
import type { CompiledLesson, LessonCheck } from "../course";

export interface LessonBlock {
  /** The id that it carries in the lesson: remarks hang on it. */
  id: string | null;
  /** Ready HTML; of a check: its question. */
  html: string;
  /** The words alone. */
  text: string;
  check: LessonCheck | null;
}

const VOID = new Set(["area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"]);
// The HTML was written by React: attributes are quoted, and no `>` stands bare in a value or in the text.
const TAG = /<(\/?)([a-zA-Z][\w-]*)([^>]*)>/g;

export function blocksOf(lesson: Pick<CompiledLesson, "segments">): LessonBlock[] {
  return lesson.segments.flatMap((segment) =>
    segment.kind === "check" ? [checkBlock(segment.check)] : htmlBlocks(segment.html),
  );
}

function checkBlock(check: LessonCheck): LessonBlock {
  const words = [check.question, ...check.options.flatMap(({ label, feedback }) => [label, feedback])];
  return { id: check.id, html: check.question, text: plainText(words.join(" ")), check };
}

/** The elements that stand at the top of some HTML. Words between them are a block of their own. */
export function htmlBlocks(html: string): LessonBlock[] {
  const blocks: LessonBlock[] = [];
  const take = (piece: string) => {
    if (piece.trim() === "") return;
    const id = /^<[^>]*?\sid="([^"]*)"/.exec(piece)?.[1] ?? /\sid="([^"]*)"/.exec(piece)?.[1] ?? null;
    blocks.push({ id, html: piece, text: plainText(piece), check: null });
  };
  let depth = 0;
  let from = 0;
  for (const tag of html.matchAll(TAG)) {
    const [whole, closing, name = "", rest = ""] = tag;
    const end = tag.index + whole.length;
    if (closing) depth = Math.max(0, depth - 1);
    else {
      if (depth === 0) {
        take(html.slice(from, tag.index));
        from = tag.index;
      }
      if (!VOID.has(name.toLowerCase()) && !rest.endsWith("/")) depth++;
    }
    if (depth === 0) {
      take(html.slice(from, end));
      from = end;
    }
  }
  take(html.slice(from));
  return blocks;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", nbsp: " " };

export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&([a-z]+|#x?[0-9a-f]+);/gi, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();
}

/** The same HTML to stand a second time on a page: without ids and what points to ids, and with no landmark twice. */
export function withoutIds(html: string): string {
  const once = html.replaceAll(' role="region"', ' role="group"');
  return once.replace(TAG, (whole, closing: string, name: string, rest: string) =>
    closing ? whole : `<${name}${rest.replace(/\s(?:id|name|for|aria-labelledby|aria-describedby)="[^"]*"/g, "")}>`,
  );
}

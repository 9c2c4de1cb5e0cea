/**
 * Tables written with pipes, as GitHub's Markdown has them: the one extension of Markdown that lessons use. (The whole of GFM
 * would also bring bare addresses as links, footnotes and strike-through, which lessons refuse.)
 */
import type { Paragraph } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import type { Processor } from "unified";

/** The plugin for the parser; the same in checking and in compiling, so that both see the same tree. */
export function readTables(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

const DELIMITER = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Does a paragraph hold what was meant as a table and is none? */
export function looksLikeTable(paragraph: Paragraph): boolean {
  return paragraph.children.some(
    (child) =>
      child.type === "text" && child.value.split("\n").some((line) => line.includes("|") && DELIMITER.test(line)),
  );
}

/**
 * A piece of HTML (a paste from Word or Google Docs, a .docx read by mammoth) → the text of a lesson, and what could not be kept.
 * Pure, and runs in a browser; nothing of the HTML is ever drawn.
 */
import type { Heading, Root, RootContent } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { mdxToMarkdown } from "mdast-util-mdx";
import { toMarkdown } from "mdast-util-to-markdown";
import { toString } from "mdast-util-to-string";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { blocksOf } from "./blocks";
import type { PasteContext, PastedImage } from "./inlines";
import { type Loss, Losses } from "./losses";
import { oldEncodingOf, type OldEncoding } from "./old-text";
import { HIDDEN, type HtmlNode, isElement } from "./styles";

export interface MdxFromHtml {
  /** The one heading of the first level, when the text begins with it: the name of the lesson. */
  title: string | null;
  /** The text, as it stands below the front matter. Ends in a line end; "" when there is nothing. */
  body: string;
  losses: Loss[];
  /** The fonts of before Unicode in which it was typed, and which were converted. */
  converted: OldEncoding | null;
}

export interface PasteOptions {
  /** Where a picture of the document lies among the media of the course; left out: pictures are not kept. */
  image?: (src: string, alt: string) => PastedImage | null;
}

export function htmlToMdx(html: string, { image = () => null }: PasteOptions = {}): MdxFromHtml {
  const tree = unified().use(rehypeParse, { fragment: false }).parse(html);
  const context: PasteContext = {
    losses: new Losses(),
    encoding: oldEncodingOf(piecesOf(tree)),
    converted: null,
    image,
  };
  const blocks = blocksOf(tree.children, context);
  const { title, content } = arrange(blocks, context);
  return { title, body: write(content), losses: context.losses.list, converted: context.converted };
}

function piecesOf(node: HtmlNode): string[] {
  if (node.type === "text") return [node.value];
  if (isElement(node) && HIDDEN.has(node.tagName)) return [];
  return "children" in node ? node.children.flatMap(piecesOf) : [];
}

/**
 * One heading of the first level at the beginning is the title; where there are several they are the sections. A lesson has
 * sections and their parts (## and ###): what lies deeper is a bold line.
 */
function arrange(blocks: RootContent[], { losses }: PasteContext): { title: string | null; content: RootContent[] } {
  const highest = blocks.filter((block) => block.type === "heading" && block.depth === 1).length;
  const first = blocks[0];
  const title = highest === 1 && first?.type === "heading" && first.depth === 1 ? toString(first).trim() : null;
  const raise = title === null && highest > 0 ? 1 : 0;
  let seen = false;
  const content = (title === null ? blocks : blocks.slice(1)).map((block): RootContent => {
    if (block.type !== "heading") return block;
    const wanted = Math.max(block.depth + raise, 2);
    if (wanted > 3) {
      losses.under = toString(block);
      losses.add("deep-heading", toString(block));
      return { type: "paragraph", children: [{ type: "strong", children: block.children }] };
    }
    const depth = (wanted === 3 && !seen ? 2 : wanted) as Heading["depth"];
    seen = true;
    return { ...block, depth };
  });
  return { title, content };
}

function write(content: RootContent[]): string {
  const root: Root = { type: "root", children: content };
  if (content.length === 0) return "";
  const text = toMarkdown(root, {
    extensions: [mdxToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
    bullet: "-",
    bulletOrdered: ".",
    emphasis: "_",
    listItemIndent: "one",
    resourceLink: true,
    rule: "-",
    // A bar in a text would begin a table when the next line looks like one.
    unsafe: [{ character: "|", inConstruct: "phrasing" }],
  });
  // At the beginning of a line these two words are code to the parser of MDX.
  return text.replace(/^(i)(?=mport\b)|^(e)(?=xport\b)/gm, (_, i?: string) => (i ? "&#x69;" : "&#x65;"));
}

/** Headings, paragraphs, lists and tables of an HTML document as those of a lesson. */
import type { Element } from "hast";
import type { BlockContent, List, ListItem, Paragraph, RootContent } from "mdast";
import { tableOf } from "./html-tables";
import { inlinesOf, onOneLine, type PasteContext, tidy, trimmed } from "./inlines";
import { attribute, BLOCK, HIDDEN, type HtmlNode, isElement, wordsOf } from "./styles";
import { type LooseItem, looseItem, nestItems, withoutBullet } from "./word-lists";

const DEEPEST_LIST = 5;

interface Place {
  /** How many lists are around. */
  lists: number;
  quoted: boolean;
}

export function blocksOf(
  nodes: readonly HtmlNode[],
  context: PasteContext,
  place: Place = { lists: 0, quoted: false },
): RootContent[] {
  const blocks: RootContent[] = [];
  let line: HtmlNode[] = [];
  let loose: { item: LooseItem; content: Paragraph }[] = [];
  const endLine = () => {
    const content = trimmed(inlinesOf(line, context));
    line = [];
    if (content.length === 0) return;
    endList();
    blocks.push({ type: "paragraph", children: content });
  };
  const endList = () => {
    if (loose.length > 0) blocks.push(nestItems(loose));
    loose = [];
  };
  const take = (node: HtmlNode): void => {
    if (!isElement(node)) return void line.push(node);
    if (HIDDEN.has(node.tagName)) return;
    if (!BLOCK.test(node.tagName)) {
      // Google puts a whole document into one <b>; Word wraps paragraphs in smart tags.
      if (holdsBlocks(node)) return void node.children.forEach(take);
      return void line.push(node);
    }
    endLine();
    const item = /^(p|div)$/.test(node.tagName) && place.lists === 0 && !holdsBlocks(node) ? looseItem(node) : null;
    if (item) {
      const content = itemContent(node, context);
      if (content) loose.push({ item, content });
      return;
    }
    const made = blockOf(node, context, place);
    if (made.length > 0) endList();
    blocks.push(...made);
  };
  nodes.forEach(take);
  endLine();
  endList();
  return blocks;
}

const holdsBlocks = (node: Element): boolean =>
  node.children.some((child) => isElement(child) && (BLOCK.test(child.tagName) || holdsBlocks(child)));

function itemContent(node: Element, context: PasteContext): Paragraph | null {
  const content = trimmed(inlinesOf(node.children, context));
  const first = content[0];
  if (first?.type === "text")
    first.value = withoutBullet(first.value.startsWith(" ") ? first.value : ` ${first.value}`);
  const left = trimmed(content);
  return left.length > 0 ? { type: "paragraph", children: left } : null;
}

function blockOf(node: Element, context: PasteContext, place: Place): RootContent[] {
  const { tagName, children } = node;
  if (/^h[1-6]$/.test(tagName)) return headingOf(node, context, place);
  switch (tagName) {
    case "hr":
      return place.lists > 0 ? [] : [{ type: "thematicBreak" }];
    case "ul":
    case "ol":
      return listOf(node, context, place);
    case "table": {
      const table = place.lists > 0 ? null : tableOf(node, context);
      if (table) return [table];
      if (place.lists > 0) context.losses.add("nested-table", wordsOf(node));
      return blocksOf(children, context, place);
    }
    case "blockquote": {
      const inside = blocksOf(children, context, { ...place, quoted: true });
      if (place.quoted || place.lists > 0 || inside.length === 0) return inside;
      return inside.some(({ type }) => type === "heading")
        ? inside
        : [{ type: "blockquote", children: inside as BlockContent[] }];
    }
    case "pre":
      return wordsOf(node)
        .split("\n")
        .map((words) => tidy(words).trim())
        .filter((words) => words !== "")
        .map((value) => ({ type: "paragraph", children: [{ type: "text", value }] }));
    default:
      return blocksOf(children, context, place);
  }
}

/** Depths are put in order when the whole document is known. */
function headingOf(node: Element, context: PasteContext, place: Place): RootContent[] {
  const content = onOneLine(trimmed(inlinesOf(node.children, context))).flatMap((each) =>
    each.type === "strong" ? each.children : [each],
  );
  const pictures = content.filter(({ type }) => type === "image");
  const words = trimmed(content.filter(({ type }) => type !== "image"));
  const after: RootContent[] = pictures.map((picture) => ({ type: "paragraph", children: [picture] }));
  if (!/[\p{L}\p{N}]/u.test(wordsOf(node)))
    return [...(words.length > 0 ? [{ type: "paragraph" as const, children: words }] : []), ...after];
  if (place.lists > 0 || place.quoted) return [{ type: "paragraph", children: words }, ...after];
  context.losses.under = tidy(wordsOf(node)).trim();
  return [{ type: "heading", depth: Number(node.tagName.slice(1)) as 1, children: words }, ...after];
}

function listOf(node: Element, context: PasteContext, place: Place): RootContent[] {
  const list: List = {
    type: "list",
    ordered: node.tagName === "ol",
    start: node.tagName === "ol" ? startOf(node) : null,
    spread: false,
    children: [],
  };
  const inside = { ...place, lists: place.lists + 1 };
  const deep = inside.lists > DEEPEST_LIST;
  if (deep) context.losses.add("deep-list", wordsOf(node));
  for (const child of node.children) {
    if (!isElement(child)) continue;
    // Google hangs a list below a list, not below an item.
    const below = /^(ul|ol)$/.test(child.tagName) ? list.children.at(-1) : undefined;
    const blocks = below ? blockOf(child, context, inside) : blocksOf(child.children, context, inside);
    const kept = blocks as BlockContent[];
    if (kept.length === 0) continue;
    if (below) below.children.push(...kept);
    else list.children.push(itemOf(kept));
  }
  if (list.children.length === 0) return [];
  return deep ? list.children.flatMap(({ children }) => children as RootContent[]) : [list];
}

/** An item begins with words: a list within a list without a word of its own hangs below an empty one otherwise. */
function itemOf(children: BlockContent[]): ListItem {
  return { type: "listItem", spread: children.filter(({ type }) => type === "paragraph").length > 1, children };
}

function startOf(node: Element): number {
  const start = Number(attribute(node, "start"));
  return Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start || 1 : 1;
}

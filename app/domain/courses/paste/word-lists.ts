/** Lists that are none in HTML: Word writes paragraphs with a bullet and a margin. */
import type { Element } from "hast";
import type { List, ListItem, Paragraph } from "mdast";
import { type HtmlNode, isElement, styleOf, wordsOf } from "./styles";

export interface LooseItem {
  /** 1 and deeper. */
  level: number;
  ordered: boolean;
  start: number;
}

const DEEPEST = 5;
// Bullets as people type them; "+" stands below "-" in Vietnamese documents.
const TYPED = /^[\s\u00a0]*(?:([-–—•·▪◦‣∙])|(\+))[\s\u00a0]+(?=\S)/;

/** Whether a paragraph is an item of such a list, and how deep it stands. */
export function looseItem(paragraph: Element): LooseItem | null {
  const style = styleOf(paragraph);
  const level = /level(\d+)/i.exec(style["mso-list"] ?? "")?.[1];
  if (level) {
    const mark = ignoredWords(paragraph).trim();
    const number = /^\(?(\d+|[a-zA-Z]|[ivxIVX]+)[.)]/.exec(mark)?.[1];
    const start = number && /^\d+$/.test(number) ? Number(number) : 1;
    return { level: Math.min(Number(level), DEEPEST), ordered: number !== undefined, start };
  }
  const typed = TYPED.exec(wordsOf(paragraph));
  if (!typed) return null;
  const margin = /^([\d.]+)(pt|px|in|cm)/.exec(style["margin-left"] ?? "");
  const byMargin = margin ? 1 + Math.floor(points(margin) / 36 + 0.05) - (points(margin) >= 36 ? 1 : 0) : 1;
  return { level: Math.min(Math.max(byMargin, typed[2] ? 2 : 1), DEEPEST), ordered: false, start: 1 };
}

const points = ([, value, unit]: RegExpExecArray) =>
  Number(value) * { pt: 1, px: 0.75, in: 72, cm: 28.35 }[unit as "pt"];

/** The sign or number that Word drew in front of an item. */
function ignoredWords(node: HtmlNode): string {
  if (!isElement(node)) return "";
  if (/ignore/i.test(styleOf(node)["mso-list"] ?? "")) return wordsOf(node);
  return node.children.map(ignoredWords).join("");
}

/** The words of a typed item without its bullet. */
export const withoutBullet = (text: string) => text.replace(TYPED, "");

/** Items one after the other, each with its depth, as one list with lists inside. */
export function nestItems(items: readonly { item: LooseItem; content: Paragraph }[]): List {
  const listFor = ({ ordered, start }: LooseItem): List => ({
    type: "list",
    ordered,
    start: ordered ? start : null,
    spread: false,
    children: [],
  });
  const root = listFor(items[0]!.item);
  const open: { level: number; list: List }[] = [{ level: items[0]!.item.level, list: root }];
  for (const { item, content } of items) {
    while (open.length > 1 && open.at(-1)!.level > item.level) open.pop();
    const { level, list } = open.at(-1)!;
    const made: ListItem = { type: "listItem", spread: false, children: [content] };
    const under = list.children.at(-1);
    if (item.level > level && under) {
      const inner = listFor(item);
      inner.children.push(made);
      under.children.push(inner);
      open.push({ level: item.level, list: inner });
    } else list.children.push(made);
  }
  return root;
}

/** What an element says about itself in attributes: enough to see bold text, lists of Word and old fonts. */
import type { Element, ElementContent, Root } from "hast";

export type HtmlNode = Root | Root["children"][number] | ElementContent;

export const isElement = (node: HtmlNode): node is Element => node.type === "element";

export function styleOf(element: Element): Record<string, string> {
  const text = element.properties["style"];
  const style: Record<string, string> = {};
  if (typeof text !== "string") return style;
  for (const part of text.split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0) style[part.slice(0, colon).trim().toLowerCase()] = part.slice(colon + 1).trim();
  }
  return style;
}

export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  return Array.isArray(value)
    ? value.join(" ")
    : typeof value === "string" || typeof value === "number"
      ? `${value}`
      : "";
}

/** All words of a piece, for places and tests; nothing that is never shown. */
export function wordsOf(node: HtmlNode): string {
  if (node.type === "text") return node.value;
  if (isElement(node) && HIDDEN.has(node.tagName)) return "";
  return "children" in node
    ? node.children.map(wordsOf).join(isElement(node) && BLOCK.test(node.tagName) ? " " : "")
    : "";
}

export const HIDDEN = new Set([
  "head",
  "style",
  "script",
  "title",
  "meta",
  "link",
  "xml",
  "template",
  "noscript",
  "colgroup",
]);
export const BLOCK =
  /^(p|div|h[1-6]|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|blockquote|pre|hr|section|article|main|header|footer|aside|nav|figure|figcaption|dl|dt|dd|body|html|address|center|fieldset|details|summary)$/;

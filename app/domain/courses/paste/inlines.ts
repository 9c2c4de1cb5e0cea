/** Text within a paragraph: bold, italic, links, pictures; everything else is its words. */
import type { Element } from "hast";
import type { PhrasingContent, Strong } from "mdast";
import type { Losses } from "./losses";
import { convertOld, encodingOfFont, type OldEncoding } from "./old-text";
import { attribute, HIDDEN, type HtmlNode, isElement, styleOf, wordsOf } from "./styles";

export interface PastedImage {
  path: string;
  alt: string;
}

export interface PasteContext {
  losses: Losses;
  /** The old encoding of the whole text, when no font says it. */
  encoding: OldEncoding | null;
  /** Was one found, by font or by the letters? */
  converted: OldEncoding | null;
  /** Where a picture of the document lies in the course; null: it is not there. */
  image: (src: string, alt: string) => PastedImage | null;
}

interface Look {
  font: string | null;
}

const WEB = /^https?:\/\/[^/?#\\\s@]+([/?#]|$)/i;
const MAIL = /^mailto:[^\s@:]+@[^\s@:?]+(\?.*)?$/i;
const UNSAFE = /[\p{Cc}\p{Cf}\p{Z}\\]/u;
// Invisible signs that a lesson refuses.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff\ufff0-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The words as a lesson keeps them: composed, blanks made one, nothing invisible. */
export function tidy(text: string): string {
  return text
    .replace(/[\u2028\u2029]/g, " ")
    .replace(INVISIBLE, "")
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, " ")
    .normalize("NFC");
}

export function inlinesOf(
  nodes: readonly HtmlNode[],
  context: PasteContext,
  look: Look = { font: null },
): PhrasingContent[] {
  return join(nodes.flatMap((node) => inlineOf(node, context, look)));
}

function inlineOf(node: HtmlNode, context: PasteContext, look: Look): PhrasingContent[] {
  if (node.type === "text") return [{ type: "text", value: tidy(read(node.value, context, look.font)) }];
  if (!isElement(node) || HIDDEN.has(node.tagName)) return [];
  const style = styleOf(node);
  // The bullet or number that Word draws by itself.
  if (/ignore/i.test(style["mso-list"] ?? "")) return [];
  const font = style["font-family"] ?? (attribute(node, "face") || look.font);
  const inside = () => inlinesOf(node.children, context, { font });
  switch (node.tagName) {
    case "br":
      return [{ type: "break" }];
    case "img":
      return imageOf(node, context);
    case "a":
      return linkOf(node, inside(), context);
    case "svg":
    case "video":
    case "audio":
    case "iframe":
    case "object":
    case "embed":
    case "canvas":
    case "math":
      context.losses.add("embedded", wordsOf(node) || node.tagName);
      return [];
    case "input":
    case "select":
    case "textarea":
    case "button":
      context.losses.add("form-field", attribute(node, "value") || wordsOf(node) || node.tagName);
      return node.tagName === "button" ? inside() : [];
  }
  noteLost(node, style, context);
  const weight = style["font-weight"];
  const bold = weight ? /^(bold|bolder|[6-9]00)$/.test(weight) : /^(b|strong)$/.test(node.tagName);
  const slant = style["font-style"];
  const italic = slant ? /^(italic|oblique)/.test(slant) : /^(i|em|cite|dfn|var)$/.test(node.tagName);
  let content = inside();
  if (italic) content = around("emphasis", content);
  return bold ? around("strong", content) : content;
}

function noteLost(node: Element, style: Record<string, string>, { losses }: PasteContext): void {
  const drawn = `${style["text-decoration"] ?? ""} ${style["text-decoration-line"] ?? ""}`;
  const words = wordsOf(node);
  if (words.trim() === "") return;
  if (/^(u|ins)$/.test(node.tagName) || /underline/.test(drawn)) losses.add("underline", words);
  if (/^(s|strike|del)$/.test(node.tagName) || /line-through/.test(drawn)) losses.add("strike", words);
  const footnote = node.children.some((child) => isElement(child) && child.tagName === "a");
  if (footnote) return;
  if (/^(sup|sub)$/.test(node.tagName) || /^(super|sub)$/.test(style["vertical-align"] ?? "")) {
    losses.add("script-position", words);
  }
}

function read(text: string, context: PasteContext, font: string | null): string {
  const said = encodingOfFont(font);
  const encoding = said?.encoding ?? context.encoding;
  if (!encoding) return text;
  const converted = convertOld(text, encoding);
  if (converted !== text) context.converted ??= encoding;
  return said?.capitals ? converted.toUpperCase() : converted;
}

function imageOf(node: Element, { losses, image }: PasteContext): PhrasingContent[] {
  const alt = tidy(attribute(node, "alt")).trim();
  const kept = image(attribute(node, "src"), alt);
  if (kept) return [{ type: "image", url: kept.path, alt: tidy(kept.alt).trim() }];
  losses.add("image", alt);
  return [];
}

function linkOf(node: Element, content: PhrasingContent[], { losses }: PasteContext): PhrasingContent[] {
  const href = attribute(node, "href").trim();
  const words = wordsOf(node).trim();
  if (href === "" || words === "") return content;
  if (href.startsWith("#") || /[#_](ftn|edn|footnote|endnote)/i.test(href)) {
    if (/ftnref|ednref|note-ref/i.test(href) && words === "↑") return [];
    if (/ftn|edn|footnote|endnote/i.test(href) && !/ref/i.test(href)) losses.add("footnote", words);
    return content;
  }
  if (!UNSAFE.test(href) && (WEB.test(href) || MAIL.test(href))) {
    // A link holds no other link.
    return [
      { type: "link", url: href, children: content.flatMap((each) => (each.type === "link" ? each.children : [each])) },
    ];
  }
  losses.add("link", words);
  return content;
}

/** Bold or italic around words; blanks at its edges stand outside, where Markdown wants them. */
function around(type: "strong" | "emphasis", content: PhrasingContent[]): PhrasingContent[] {
  const inner = content.flatMap((each) => (each.type === type ? each.children : [each]));
  const [before, after]: [PhrasingContent[], PhrasingContent[]] = [[], []];
  const blank = (each: PhrasingContent | undefined) =>
    each !== undefined && (each.type === "break" || (each.type === "text" && each.value.trim() === ""));
  while (blank(inner[0])) before.push(inner.shift()!);
  while (blank(inner.at(-1))) after.unshift(inner.pop()!);
  const [first, last] = [inner[0], inner.at(-1)];
  if (!first || !last) return [...before, ...after];
  if (first.type === "text" && /^\s/.test(first.value)) {
    before.push({ type: "text", value: " " });
    inner[0] = { ...first, value: first.value.trimStart() };
  }
  const end = inner.at(-1)!;
  if (end.type === "text" && /\s$/.test(end.value)) {
    after.unshift({ type: "text", value: " " });
    inner[inner.length - 1] = { ...end, value: end.value.trimEnd() };
  }
  return [...before, { type, children: inner }, ...after];
}

/** Neighbours of one kind as one; Word cuts a bold sentence into pieces. */
function join(content: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const each of content) {
    const last = joined.at(-1);
    if (each.type === "text" && each.value === "") continue;
    if (last?.type === "text" && each.type === "text") {
      joined[joined.length - 1] = { type: "text", value: `${last.value}${each.value}`.replace(/ {2,}/g, " ") };
    } else if ((last?.type === "strong" || last?.type === "emphasis") && last.type === each.type) {
      joined[joined.length - 1] = { type: last.type, children: join([...last.children, ...each.children]) };
    } else if (each.type === "strong" && blankBetween(joined, each.type)) {
      const before = joined.splice(-2)[0] as Strong;
      const children = join([...before.children, { type: "text", value: " " }, ...each.children]);
      joined.push({ type: each.type, children });
    } else joined.push(each);
  }
  return joined;
}

const blankBetween = (joined: readonly PhrasingContent[], type: "strong"): boolean => {
  const [before, blank] = joined.slice(-2);
  return before?.type === type && blank?.type === "text" && blank.value === " ";
};

/** Without blanks and line ends at both ends; empty when nothing is left to read. */
export function trimmed(content: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...content];
  const cut = (each: PhrasingContent | undefined, side: "trimStart" | "trimEnd") => {
    if (!each) return false;
    if (each.type === "break") return true;
    if (each.type !== "text") return false;
    each.value = each.value[side]();
    return each.value === "";
  };
  while (cut(kept[0], "trimStart")) kept.shift();
  while (cut(kept.at(-1), "trimEnd")) kept.pop();
  return tidyBreaks(kept);
}

/** No blank before or behind a line end, and no two line ends together. */
function tidyBreaks(content: readonly PhrasingContent[]): PhrasingContent[] {
  const lines: PhrasingContent[] = [];
  for (const each of content) {
    const last = lines.at(-1);
    if (each.type === "break" && last?.type === "break") continue;
    if (each.type === "break" && last?.type === "text") last.value = last.value.trimEnd();
    if (each.type === "text" && last?.type === "break") each.value = each.value.trimStart();
    if (each.type === "text" && each.value === "") continue;
    lines.push(each);
  }
  return lines.at(-1)?.type === "break" ? lines.slice(0, -1) : lines;
}

/** The same on one line: for headings and cells. */
export const onOneLine = (content: readonly PhrasingContent[]): PhrasingContent[] =>
  join(content.map((each) => (each.type === "break" ? { type: "text", value: " " } : each)));

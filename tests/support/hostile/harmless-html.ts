import rehypeParse from "rehype-parse";
import { unified } from "unified";

/** Everything that the HTML of a lesson is made of. What is not here is not harmless. */
const ELEMENTS = new Set(
  "p h2 h3 strong em code pre a img ul ol li blockquote hr br table thead tbody tr th td div section details summary cite dfn span lesson-check".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "id class className title alt loading href src rel role tabIndex start scope name open ariaLabel ariaLabelledBy dataMuc dataId".split(
    " ",
  ),
);

interface HtmlNode {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/** What a browser would make of this HTML that a lesson may not hold: element, attribute or address, one line each. */
export function harmIn(html: string): string[] {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html) as HtmlNode;
  const found: string[] = [];
  const visit = (node: HtmlNode): void => {
    if (node.type === "comment" || node.type === "doctype") found.push(node.type);
    if (node.type === "element") {
      const tag = node.tagName!;
      if (!ELEMENTS.has(tag)) found.push(`<${tag}>`);
      for (const [name, value] of Object.entries(node.properties ?? {})) {
        if (!ATTRIBUTES.has(name)) found.push(`<${tag} ${name}>`);
        const address = String(value);
        if (name === "href" && !/^(https?:\/\/|mailto:|#[a-z0-9-]+$|[a-z0-9-]+$)/.test(address)) {
          found.push(`<${tag} href="${address}">`);
        }
        if (name === "src" && !/^\/media\/[0-9a-f]{64}\/[a-z0-9-]+\.[a-z]+$/.test(address)) {
          found.push(`<${tag} src="${address}">`);
        }
      }
    }
    node.children?.forEach(visit);
  };
  visit(tree);
  return found;
}

/** The same for a page around an author's words: nothing that runs by itself, and no address but of this site or of the web. */
export function dangersIn(page: string): string[] {
  const tree = unified().use(rehypeParse).parse(page) as HtmlNode;
  const found: string[] = [];
  const visit = (node: HtmlNode): void => {
    if (node.type === "element") {
      if (/^(script|style|iframe|object|embed|base|meta|link|applet|math)$/.test(node.tagName!)) {
        found.push(`<${node.tagName}>`);
      }
      for (const [name, value] of Object.entries(node.properties ?? {})) {
        const address = String(value);
        if (/^on/i.test(name) || name === "srcDoc") found.push(`<${node.tagName} ${name}>`);
        if (
          /^(href|src|action|formAction|xLinkHref)$/.test(name) &&
          !/^(\/(?!\/)|#|\?|https?:\/\/|mailto:)/.test(address)
        ) {
          found.push(`<${node.tagName} ${name}="${address}">`);
        }
      }
    }
    node.children?.forEach(visit);
  };
  visit(tree);
  return found;
}

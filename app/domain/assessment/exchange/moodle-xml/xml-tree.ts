/** XML as a tree with lines. Nothing outside the file is looked at, and declared entities are not known. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  name: string;
  line: number;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its own text, CDATA included. */
  text: string;
}

export type XmlTree =
  { ok: true; root: XmlElement } | { ok: false; rule: "xml-broken" | "xml-doctype"; what: string; line: number };

const DEPTH_LIMIT = 30;

export function xmlTree(source: string): XmlTree {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  let fault: Extract<XmlTree, { ok: false }> | null = null;
  const fail = (rule: "xml-broken" | "xml-doctype", what: string) => {
    fault ??= { ok: false, rule, what, line: parser.line };
    // The parser goes on after a fault; this ends it.
    throw new Stop();
  };
  const add = (text: string) => {
    const open = stack.at(-1);
    if (open) open.text += text;
  };
  parser.on("error", (error) =>
    fail("xml-broken", error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, "").replace(/\.$/, "")),
  );
  parser.on("doctype", () => fail("xml-doctype", ""));
  parser.on("opentag", ({ name, attributes }) => {
    const element = {
      name,
      line: parser.line,
      attributes: attributes as Record<string, string>,
      children: [],
      text: "",
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
    if (stack.length > DEPTH_LIMIT) fail("xml-broken", `> ${DEPTH_LIMIT}`);
  });
  parser.on("closetag", () => void stack.pop());
  parser.on("text", add);
  parser.on("cdata", add);
  try {
    parser.write(source).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (fault) return fault;
  return root ? { ok: true, root } : { ok: false, rule: "xml-broken", what: "—", line: 1 };
}

class Stop extends Error {}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0];

/** Everything below an element, itself included. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* elementsOf(child);
}

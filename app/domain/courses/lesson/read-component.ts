/** Reads a component out of a lesson's text into the values of its form. */
import type { Node, Parent } from "unist";
import { isComponent, type ComponentNode } from "./component-rules";
import { type ComponentValues, plainSigns, tidyText } from "./component-values";
import { COMPONENTS } from "./components";
import { blockAtLine, blocksOf, lineOf, startsOf } from "./text-blocks";
import { readLesson } from "./syntax";

export interface FoundComponent {
  /** Where it stands in the text. */
  from: number;
  to: number;
  values: ComponentValues;
}

/**
 * The component that an offset of a text stands in: a citation in a sentence, or the component at the top level. Null when there is
 * none, or when its block cannot be read.
 */
export function componentAt({ text, offset }: { text: string; offset: number }): FoundComponent | null {
  const lines = text.split("\n");
  const starts = startsOf(lines);
  const block = blockAtLine(blocksOf(text), lineOf(starts, offset));
  if (!block) return null;
  const start = starts[block.line - 1]!;
  const source = lines.slice(block.line - 1, block.lastLine).join("\n");
  const { tree } = readLesson(source, "block.mdx");
  if (!tree) return null;
  const around = pathTo(tree, offset - start).filter(isComponent);
  const known = around.filter(({ name }) => Object.hasOwn(COMPONENTS, name ?? ""));
  const wanted = known.find(({ name }) => COMPONENTS[name!]!.place === "inSentence") ?? known[0];
  if (!wanted?.position) return null;
  return {
    from: start + wanted.position.start.offset!,
    to: start + wanted.position.end.offset!,
    values: valuesOf(wanted, source),
  };
}

/** The nodes around an offset, from the outside in. */
function pathTo(node: Node, offset: number): Node[] {
  const children = "children" in node ? (node as Parent).children : [];
  const inner = children.find(
    ({ position }) => position && position.start.offset! <= offset && offset <= position.end.offset!,
  );
  return [node, ...(inner ? pathTo(inner, offset) : [])];
}

function valuesOf(node: ComponentNode, source: string): ComponentValues {
  const rule = COMPONENTS[node.name!]!;
  const props: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== "mdxJsxAttribute" || !Object.hasOwn(rule.props, attribute.name)) continue;
    if (attribute.value === null || attribute.value === undefined) props[attribute.name] = "";
    else if (typeof attribute.value === "string") props[attribute.name] = attribute.value;
  }
  const children = node.children as Node[];
  const names = new Set(rule.parts?.map(({ name }) => name));
  const isPart = (child: Node): child is ComponentNode => isComponent(child) && names.has(child.name ?? "");
  const parts = children.filter(isPart).map((child) => valuesOf(child, source));
  if (rule.content === "oneList") {
    const items = children.flatMap((child) => (child.type === "list" ? (child as Parent).children : []));
    return { name: node.name!, props, text: "", items: items.map((item) => itemText(item, source)), parts };
  }
  return { name: node.name!, props, text: textOf(children, isPart, source), items: [], parts };
}

/** What stands between the parts, as it was written. */
function textOf(children: readonly Node[], isPart: (child: Node) => boolean, source: string): string {
  const pieces: string[] = [];
  let run: Node[] = [];
  const close = () => {
    if (run.length > 0) pieces.push(sliceOf(run[0]!, run.at(-1)!, source));
    run = [];
  };
  for (const child of children) {
    if (isPart(child)) close();
    else run.push(child);
  }
  close();
  return pieces.map((piece) => plainSigns(tidyText(piece))).join("\n\n");
}

function sliceOf(first: Node, last: Node, source: string): string {
  const from = first.position!.start.offset!;
  const column = first.position!.start.column;
  const text = source.slice(from, last.position!.end.offset);
  return column > 1 ? text.replace(new RegExp(`\\n[ \\t]{1,${column - 1}}`, "g"), "\n") : text;
}

function itemText(item: Node, source: string): string {
  const children = (item as Parent).children;
  return children.length === 0 ? "" : plainSigns(tidyText(sliceOf(children[0]!, children.at(-1)!, source)));
}

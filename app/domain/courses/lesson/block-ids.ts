/** Gives every heading and every block of a lesson an id: for the outline, and to find the place where reading stopped. */
import type { Root, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import type { MdxJsxFlowElement } from "mdast-util-mdx";
import type { Node, Parent } from "unist";
import { freeId, headingId } from "./lesson-check";

export interface LessonHeading {
  id: string;
  text: string;
  depth: number;
}

/** `hash` shortens the words of a block: a block keeps its id while others around it change. */
export function giveIds(tree: Root, hash: (text: string) => string): LessonHeading[] {
  const taken = new Set<string>();
  const take = (wanted: string) => {
    const id = freeId(wanted, (each) => taken.has(each));
    taken.add(id);
    return id;
  };
  const headings: LessonHeading[] = [];
  const visit = (node: Node): void => {
    if (node.type === "heading") {
      const id = take(headingId(node));
      headings.push({ id, text: toString(node), depth: (node as Node & { depth: number }).depth });
      setId(node, id);
    } else if (node.type === "table") setLabel(node as Table);
    else if (node.type === "mdxJsxFlowElement" && (node as MdxJsxFlowElement).name === "TinhHuong") {
      groupChoices(node as MdxJsxFlowElement);
    }
    if ("children" in node) (node as Parent).children.forEach(visit);
  };
  visit(tree);
  for (const block of tree.children) {
    if (block.type === "mdxJsxFlowElement") {
      // Situations and checks have ids of their own.
      if (!block.attributes.some((each) => each.type === "mdxJsxAttribute" && each.name === "id")) {
        setAttribute(block, "khoi", take(`b-${hash(toString(block) || valuesOf(block))}`));
      }
    } else if (block.type !== "heading" && !block.type.startsWith("mdx")) {
      setId(block, take(`b-${hash(toString(block))}`));
    }
  }
  return headings;
}

/** What tells a component without words from another one: its values. */
const valuesOf = ({ attributes }: MdxJsxFlowElement) =>
  attributes.map((each) => (typeof each.value === "string" ? each.value : "")).join(" ");

/** The ids that the second-level headings of a lesson get when it is compiled: its sections. */
export function sectionIds(tree: Root): string[] {
  const taken = new Set<string>();
  const sections: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === "heading") {
      const id = freeId(headingId(node), (each) => taken.has(each));
      taken.add(id);
      if ((node as Node & { depth: number }).depth === 2) sections.push(id);
    }
    if ("children" in node) (node as Parent).children.forEach(visit);
  };
  visit(tree);
  return sections;
}

interface Drawn {
  hProperties?: Record<string, string>;
}

function draw(node: Node, properties: Record<string, string>): void {
  const data = (node.data ??= {}) as Drawn;
  data.hProperties = { ...data.hProperties, ...properties };
}

const setId = (node: Node, id: string) => draw(node, { id });

function setLabel(table: Table): void {
  const columns = (table.children[0]?.children ?? []).map((cell) => toString(cell)).filter((words) => words !== "");
  draw(table, { "aria-label": `Bảng: ${columns.join(", ")}` });
}

function groupChoices(situation: MdxJsxFlowElement): void {
  const id = situation.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === "id");
  for (const child of situation.children) {
    if (child.type === "mdxJsxFlowElement" && child.name === "PhuongAn") {
      setAttribute(child, "nhom", String(id?.value ?? ""));
    }
  }
}

function setAttribute(element: MdxJsxFlowElement, name: string, value: string): void {
  element.attributes.push({ type: "mdxJsxAttribute", name, value });
}

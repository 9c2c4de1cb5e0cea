/** Proves that a lesson is data: everything that is not known to be permitted is refused, with its place and the mend. */
import type { Heading, Paragraph, Root, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Node, Parent } from "unist";
import { checkComponent, isComponent } from "./component-rules";
import { checkImage, checkLink } from "./link-rules";
import { freeId, headingId, type LessonCheck } from "./lesson-check";
import { looksLikeTable } from "./tables";

const DEPTH_LIMIT = 24;
const NODE_LIMIT = 8000;
const COMMENT = /^\s*(\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/[^\n]*)\s*$/;

const PLAIN = new Set([
  "root",
  "paragraph",
  "text",
  "emphasis",
  "strong",
  "inlineCode",
  "code",
  "break",
  "list",
  "listItem",
  "blockquote",
  "thematicBreak",
  "table",
  "tableRow",
  "tableCell",
]);

export function checkTree(tree: Root, check: LessonCheck): void {
  if (!checkSize(tree, check)) return;
  checkHeadings(tree, check);
  walk(tree, [], check);
  checkFragments(tree, check);
}

function checkSize(tree: Root, check: LessonCheck): boolean {
  let count = 0;
  const visit = (node: Node, depth: number): boolean => {
    count++;
    if (depth > DEPTH_LIMIT) check.report(node, "too-deep", { limit: DEPTH_LIMIT });
    else if (count > NODE_LIMIT) check.report(node, "too-many-parts", { limit: NODE_LIMIT });
    else return !("children" in node) || (node as Parent).children.every((child) => visit(child, depth + 1));
    return false;
  };
  return visit(tree, 0);
}

function walk(node: Node, parents: readonly Node[], check: LessonCheck): void {
  checkNode(node, parents, check);
  if ("children" in node) for (const child of (node as Parent).children) walk(child, [...parents, node], check);
}

function checkNode(node: Node, parents: readonly Node[], check: LessonCheck): void {
  if (isComponent(node)) return checkComponent(node, parents, check);
  switch (node.type) {
    case "mdxjsEsm": {
      const code = (node as Node & { value: string }).value;
      return check.report(node, /^\s*export\b/.test(code) ? "mdx-export" : "mdx-import");
    }
    case "mdxFlowExpression":
    case "mdxTextExpression": {
      const code = (node as Node & { value: string }).value;
      return check.report(node, COMMENT.test(code) ? "mdx-comment" : "mdx-expression");
    }
    case "html":
      return check.report(node, "html-tag", { tag: "…", allowed: "" });
    case "link":
    case "definition":
      return checkLink(node as Node & { url: string }, check);
    case "image":
      return checkImage(node as Node & { url: string; alt?: string | null }, check);
    case "imageReference":
      return check.report(node, "syntax-not-allowed", { kind: "![…][…]" });
    case "linkReference":
    case "heading":
      return;
    case "paragraph":
      if (looksLikeTable(node as Paragraph)) check.report(node, "table-broken");
      return;
    case "table":
      return checkTable(node as Table, check);
    default:
      if (!PLAIN.has(node.type)) check.report(node, "syntax-not-allowed", { kind: node.type });
  }
}

function checkTable(table: Table, check: LessonCheck): void {
  const expected = table.children[0]?.children.length ?? 0;
  for (const row of table.children) {
    if (row.children.length !== expected) check.report(row, "table-columns", { found: row.children.length, expected });
  }
}

function checkHeadings(tree: Root, check: LessonCheck): void {
  let seen = 0;
  const visit = (node: Node): void => {
    if (node.type === "heading") {
      const heading = node as Heading;
      if (toString(heading).trim() === "") check.report(heading, "heading-empty");
      else if (heading.depth === 1) check.report(heading, "heading-level-one");
      else if (heading.depth > 3) check.report(heading, "heading-too-deep", { level: heading.depth });
      else if (heading.depth === 3 && seen === 0) check.report(heading, "heading-order");
      seen = Math.max(seen, heading.depth === 2 ? 2 : 0);
      check.ids.set(
        freeId(headingId(heading), (id) => check.ids.has(id)),
        heading.position?.start.line ?? 1,
      );
    } else if ("children" in node) (node as Parent).children.forEach(visit);
  };
  visit(tree);
}

/** Links within the lesson, once all its ids are known. */
function checkFragments(tree: Root, check: LessonCheck): void {
  const visit = (node: Node): void => {
    const url = node.type === "link" || node.type === "definition" ? (node as Node & { url: string }).url : "";
    if (url.startsWith("#") && !check.ids.has(url.slice(1))) check.report(node, "link-broken", { url });
    if ("children" in node) (node as Parent).children.forEach(visit);
  };
  visit(tree);
}

/**
 * Tables written with pipes, as GitHub's Markdown has them: the one extension of Markdown that lessons use. (The whole
 * of GFM would also bring bare addresses as links, footnotes and strike-through, which lessons refuse.)
 */
import type { AlignType, Paragraph, PhrasingContent, Root, Table, TableCell, TableRow } from "mdast";
import type { Node, Parent, Position } from "unist";

// An escaped pipe keeps its two characters, so that columns stay true; the signs are refused in sources.
const PIPE = "\ue000\ue001";

/** Makes `\|` in rows of tables safe from being read as a cell's end. To be called before parsing. */
export function shieldPipes(source: string): string {
  return source.replace(/^[ \t]*\|.*$/gm, (row) => row.replaceAll("\\|", PIPE));
}

/** Turns paragraphs that are tables into tables, everywhere in the tree. */
export function makeTables(tree: Root): void {
  walk(tree);
}

function walk(node: Node): void {
  if ("value" in node && typeof node.value === "string") node.value = node.value.replaceAll(PIPE, "|");
  if (!("children" in node)) return;
  const parent = node as Parent;
  parent.children = parent.children.map((child) => {
    const table = child.type === "paragraph" ? tableOf(child as Paragraph) : null;
    walk(table ?? child);
    return table ?? child;
  });
}

const DELIMITER = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Does a paragraph hold what was meant as a table and is none? */
export function looksLikeTable(paragraph: Paragraph): boolean {
  return paragraph.children.some(
    (child) =>
      child.type === "text" && child.value.split("\n").some((line) => line.includes("|") && DELIMITER.test(line)),
  );
}

function tableOf(paragraph: Paragraph): Table | null {
  const lines = linesOf(paragraph.children);
  const [header, delimiter] = lines;
  if (!header || !delimiter || delimiter.length !== 1) return null;
  const rule = delimiter[0]!;
  if (rule.type !== "text" || !rule.value.includes("-") || !DELIMITER.test(rule.value)) return null;
  if (!lines.every((line) => line[0]?.type === "text" && line[0].value.startsWith("|"))) return null;
  const rows = [header, ...lines.slice(2)].map(rowOf);
  return { type: "table", align: alignments(rule.value), children: rows, position: paragraph.position } as Table;
}

function alignments(delimiter: string): AlignType[] {
  const cells = delimiter
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|");
  return cells.map((cell) => {
    const text = cell.trim();
    const [left, right] = [text.startsWith(":"), text.endsWith(":")];
    return left && right ? "center" : right ? "right" : left ? "left" : null;
  });
}

/** The children of a paragraph by line: text is cut at line ends, everything else stays whole. */
function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type !== "text") {
      lines.at(-1)!.push(child);
      continue;
    }
    child.value.split("\n").forEach((value, index) => {
      if (index > 0) lines.push([]);
      if (value !== "") {
        lines.at(-1)!.push({ type: "text", value, position: within(child.position, child.value, index) });
      }
    });
  }
  return lines;
}

function within(position: Position | undefined, text: string, line: number): Position | undefined {
  if (!position || line === 0) return position;
  const offset = text.split("\n").slice(0, line).join("\n").length + 1;
  const start = { line: position.start.line + line, column: 1, offset: (position.start.offset ?? 0) + offset };
  return { start, end: position.end };
}

/** Cuts a line at its pipes. */
function rowOf(line: PhrasingContent[]): TableRow {
  const cells: PhrasingContent[][] = [];
  line.forEach((child, at) => {
    if (child.type !== "text") {
      cells.at(-1)?.push(child);
      return;
    }
    const last = at === line.length - 1;
    const text = last ? child.value.trimEnd() : child.value;
    let from = 0;
    for (let index = 0; index <= text.length; index++) {
      if (index < text.length && text[index] !== "|") continue;
      if (index > from) {
        cells.at(-1)?.push({ type: "text", value: text.slice(from, index), position: shift(child.position, from) });
      }
      if (index < text.length && !(last && index === text.length - 1)) cells.push([]);
      from = index + 1;
    }
  });
  return { type: "tableRow", children: cells.map(cellOf), position: line[0]?.position };
}

function shift(position: Position | undefined, by: number): Position | undefined {
  if (!position) return undefined;
  const { line, column, offset } = position.start;
  return { start: { line, column: column + by, offset: (offset ?? 0) + by }, end: position.end };
}

function cellOf(children: PhrasingContent[]): TableCell {
  const first = children[0];
  const last = children.at(-1);
  if (first?.type === "text") first.value = first.value.trimStart();
  if (last?.type === "text") last.value = last.value.trimEnd();
  const kept = children.filter((child) => child.type !== "text" || child.value !== "");
  return { type: "tableCell", children: kept, position: first?.position };
}

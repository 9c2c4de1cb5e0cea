/** Tables of a document as tables of a lesson: a first row of headings, each row as many cells. */
import type { Element } from "hast";
import type { PhrasingContent, Table, TableCell } from "mdast";
import { inlinesOf, onOneLine, type PasteContext, trimmed } from "./inlines";
import { attribute, BLOCK, type HtmlNode, isElement, wordsOf } from "./styles";

/** null: a table of one cell, which is only a frame around other things. */
export function tableOf(table: Element, context: PasteContext): Table | null {
  const rows = rowsOf(table).map(
    (row) => row.children.filter((cell) => isElement(cell) && /^t[dh]$/.test(cell.tagName)) as Element[],
  );
  const filled = rows.filter((cells) => cells.some((cell) => wordsOf(cell).trim() !== "" || hasImage(cell)));
  if (filled.length === 0 || (filled.length === 1 && filled[0]!.length === 1)) return null;
  const lines = filled.map((cells) => cells.flatMap((cell) => cellOf(cell, context)));
  const columns = Math.max(...lines.map((cells) => cells.length));
  const empty = (): TableCell => ({ type: "tableCell", children: [] });
  return {
    type: "table",
    align: [],
    children: lines.map((cells) => ({
      type: "tableRow",
      children: [...cells, ...Array.from({ length: columns - cells.length }, empty)],
    })),
  };
}

function rowsOf(node: Element): Element[] {
  return node.children.filter(isElement).flatMap((child) => {
    if (child.tagName === "tr") return [child];
    return /^(thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

const hasImage = (node: HtmlNode): boolean =>
  (isElement(node) && node.tagName === "img") || ("children" in node && node.children.some(hasImage));

/** A cell, and empty ones for the columns that it was drawn over. */
function cellOf(cell: Element, context: PasteContext): TableCell[] {
  const across = Math.min(Math.max(Number(attribute(cell, "colSpan")) || 1, 1), 20);
  const down = Number(attribute(cell, "rowSpan")) || 1;
  if (across > 1 || down > 1) context.losses.add("merged-cells", wordsOf(cell));
  const children = onOneLine(trimmed(piecesOf(cell, context)));
  const rest = Array.from({ length: across - 1 }, (): TableCell => ({ type: "tableCell", children: [] }));
  return [{ type: "tableCell", children }, ...rest];
}

/** Paragraphs and list items of a cell, one behind the other. */
function piecesOf(cell: Element, context: PasteContext): PhrasingContent[] {
  const pieces: PhrasingContent[][] = [];
  const gather = (nodes: readonly HtmlNode[]): void => {
    let line: HtmlNode[] = [];
    const end = () => {
      const content = trimmed(inlinesOf(line, context));
      if (content.length > 0) pieces.push(content);
      line = [];
    };
    for (const node of nodes) {
      if (!isElement(node) || !BLOCK.test(node.tagName)) line.push(node);
      else {
        end();
        if (node.tagName === "table") context.losses.add("nested-table", wordsOf(node));
        gather(node.children);
      }
    }
    end();
  };
  gather(cell.children);
  if (pieces.length > 1) context.losses.add("cell-blocks", wordsOf(cell));
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [{ type: "text" as const, value: " " }, ...piece]));
}

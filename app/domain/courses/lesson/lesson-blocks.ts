/** A lesson's text as the blocks that it is made of: what is compared between versions, cited, reported. */
import { toString } from "mdast-util-to-string";
import type { MdxJsxFlowElement } from "mdast-util-mdx";
import type { Node, Parent } from "unist";
import type { Citation } from "../course";
import { giveIds } from "./block-ids";
import { isComponent, type ComponentNode } from "./component-rules";
import { splitLesson } from "./front-matter";
import { readLesson } from "./syntax";

// Only told in problems, which nobody asks for here.
const FILE = "lesson.mdx";

export interface LessonBlock {
  /** The id that the block carries in the lesson's HTML. */
  id: string;
  /** `check`: an in-lesson check, which is answered in its lesson and not read by itself. */
  kind: "heading" | "check" | "text";
  /** What the block says, without marks. */
  text: string;
  /** As it was written: the same source is the same block. */
  source: string;
  line: number;
  citations: Citation[];
}

/** The blocks of a lesson file, in order; none when it cannot be read. `hash`: the one that compiling gives ids by. */
export function lessonBlocks(text: string, hash: (text: string) => string): LessonBlock[] {
  const { lesson } = splitLesson(text.replace(/\r\n?/g, "\n"), FILE);
  const { tree } = lesson ? readLesson(lesson.body, FILE) : { tree: null };
  if (!lesson || !tree) return [];
  giveIds(tree, hash);
  return tree.children.flatMap((node) => {
    const id = idOf(node);
    if (id === null) return [];
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    return [
      {
        id,
        kind: node.type === "heading" ? "heading" : isComponent(node) && node.name === "KiemTra" ? "check" : "text",
        text: textOf(node),
        source: lesson.body.slice(from, to).replace(/\s+/g, " ").trim(),
        line: node.position?.start.line ?? 1,
        citations: citationsIn(node),
      },
    ];
  });
}

function idOf(node: Node): string | null {
  const drawn = (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id;
  if (drawn !== undefined) return drawn;
  if (node.type !== "mdxJsxFlowElement") return null;
  return attribute(node as MdxJsxFlowElement, "id") ?? attribute(node as MdxJsxFlowElement, "khoi") ?? null;
}

function attribute(node: ComponentNode, name: string): string | undefined {
  const found = node.attributes.find((each) => each.type === "mdxJsxAttribute" && each.name === name);
  return typeof found?.value === "string" ? found.value : undefined;
}

/** The words of a block; those that a reader sees in attributes among them. */
function textOf(node: Node): string {
  const words: string[] = [];
  const visit = (each: Node): void => {
    if (isComponent(each)) {
      for (const name of ["tieude", "cau", "tu", "nhan"]) words.push(attribute(each, name) ?? "");
    }
    if ("children" in each) (each as Parent).children.forEach(visit);
    else words.push(toString(each));
    if (["paragraph", "listItem", "tableCell", "mdxJsxFlowElement"].includes(each.type)) words.push(" ");
  };
  visit(node);
  return words.join("").replace(/\s+/g, " ").trim();
}

function citationsIn(node: Node): Citation[] {
  const found: Citation[] = [];
  const visit = (each: Node): void => {
    const document = isComponent(each) && each.name === "CanCu" ? attribute(each, "so") : undefined;
    if (document !== undefined) {
      const [article, clause] = ["dieu", "khoan"].map((name) => attribute(each as ComponentNode, name));
      found.push({ document, ...(article && { article }), ...(clause && { clause }) });
    }
    if ("children" in each) (each as Parent).children.forEach(visit);
  };
  visit(node);
  return found;
}

/** Reads a lesson's text into a syntax tree. Nothing is run: braces and tags become nodes, which the rules then refuse. */
import { createProcessor } from "@mdx-js/mdx";
import type { Paragraph, Root } from "mdast";
import type {} from "mdast-util-mdx";
import { problemAt, type ContentProblem, type Place } from "../content-problem";
import { readTables } from "./tables";

const LINE_LIMIT = 8000;
const CONTAINER_LIMIT = 8;
const INDENT_LIMIT = 40;
const OPEN_LIMIT = 100;
// A lesson of ten minutes has some 200 lines and 300 of these signs; the parser's time grows with their square.
const LINES_LIMIT = 2000;
const SIGNS_LIMIT = 4000;
const CODE_LIMIT = 2000;

export interface ReadLesson {
  tree: Root | null;
  problems: ContentProblem[];
}

export function readLesson(body: string, file: string): ReadLesson {
  const early = tooMuch(body, file);
  if (early) return { tree: null, problems: [early] };
  try {
    const processor = createProcessor({ format: "mdx", remarkPlugins: [readTables] });
    const tree = processor.parse({ value: body, path: file }) as Root;
    return { tree: unwrapComponents(tree), problems: [] };
  } catch (error) {
    return { tree: null, problems: [syntaxProblem(error, file, body)] };
  }
}

/** What would cost the parser too much time or stack: refused by a look at the characters. */
function tooMuch(body: string, file: string): ContentProblem | null {
  let tags = 0;
  let signs = 0;
  const lines = body.split("\n");
  if (lines.length > LINES_LIMIT) {
    return problemAt(file, { line: LINES_LIMIT + 1, column: 1 }, "too-many-parts", { limit: LINES_LIMIT });
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const at = (column: number): Place => ({ line: index + 1, column });
    if (line.length > LINE_LIMIT) return problemAt(file, at(LINE_LIMIT + 1), "line-too-long", { limit: LINE_LIMIT });
    const lead = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*\s*/.exec(line)![0];
    const containers = lead.match(/>|[-+*]|[.)]/g)?.length ?? 0;
    const indent = /^\s*/.exec(line)![0].length;
    if (containers > CONTAINER_LIMIT || (indent > INDENT_LIMIT && indent < line.length)) {
      return problemAt(file, at(1), "too-deep", { limit: CONTAINER_LIMIT });
    }
    for (const [sign] of line.matchAll(/<\/|\/>|<(?=[A-Za-z>])/g)) {
      if (sign === "<") tags++;
      else if (tags > 0) tags--;
    }
    signs += line.match(/[*_`<\\&[|!]/g)?.length ?? 0;
    if (tags > OPEN_LIMIT) return problemAt(file, at(1), "too-deep", { limit: CONTAINER_LIMIT });
    if (signs > SIGNS_LIMIT) return problemAt(file, at(1), "too-many-parts", { limit: SIGNS_LIMIT });
    const code = /^(import|export)\b/.exec(line)?.[1];
    if (code && lengthOfBlock(lines, index) > CODE_LIMIT) {
      return problemAt(file, at(1), code === "import" ? "mdx-import" : "mdx-export");
    }
  }
  return longExpression(body, file);
}

function lengthOfBlock(lines: readonly string[], from: number): number {
  let length = 0;
  for (let index = from; index < lines.length && lines[index]!.trim() !== "" && length <= CODE_LIMIT; index++) {
    length += lines[index]!.length + 1;
  }
  return length;
}

/** A brace that stays open for very long: code, which is refused anyway, before it is parsed as code. */
function longExpression(body: string, file: string): ContentProblem | null {
  const opened: number[] = [];
  for (let at = 0; at < body.length; at++) {
    if (body[at] === "\\") at++;
    else if (body[at] === "{") opened.push(at);
    else if (body[at] === "}") opened.pop();
    if (opened.length > 0 && at - opened[0]! > CODE_LIMIT) {
      return problemAt(file, placeOf(body, opened[0]!), "mdx-expression");
    }
  }
  return null;
}

function placeOf(body: string, offset: number): Place {
  const before = body.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** `<GhiNho>text</GhiNho>` on one line is a component, not a component within a paragraph. */
function unwrapComponents(tree: Root): Root {
  const unwrap = (node: { children?: unknown[] }): void => {
    if (!node.children) return;
    node.children = node.children.map((child) => {
      const paragraph = child as Paragraph;
      const only = paragraph.type === "paragraph" && paragraph.children.length === 1 ? paragraph.children[0]! : null;
      const flow =
        only?.type === "mdxJsxTextElement" && only.children.length > 0 ? { ...only, type: "mdxJsxFlowElement" } : child;
      unwrap(flow as { children?: unknown[] });
      return flow;
    });
  };
  unwrap(tree);
  return tree;
}

interface SyntaxFault {
  line?: number;
  column?: number;
  reason?: string;
  ruleId?: string;
  source?: string;
}

function syntaxProblem(error: unknown, file: string, body: string): ContentProblem {
  if (error instanceof RangeError) return problemAt(file, null, "too-deep", { limit: CONTAINER_LIMIT });
  const { line, column, reason = String(error), ruleId, source } = error as SyntaxFault;
  // An end tag that is missing is named with the place of its start tag: "(12:1-12:9)".
  const inside = /\((\d+):(\d+)-/.exec(reason);
  const place = inside
    ? { line: Number(inside[1]), column: Number(inside[2]) }
    : { line: line ?? 1, column: column ?? 1 };
  if (ruleId === "end-tag-mismatch" || ruleId === "unexpected-closing-slash") {
    const tag = /<\/?([^<>`]*)>/.exec(reason)?.[1] ?? /^<\/?\s*([\w.:]*)/.exec(textAt(body, place))?.[1] ?? "";
    return problemAt(file, place, "mdx-unclosed", { tag });
  }
  if (/U\+0021/.test(reason) && source === "micromark-extension-mdx-jsx") {
    return problemAt(file, { ...place, column: place.column - 1 }, "html-comment");
  }
  if (/before name/.test(reason)) return problemAt(file, { ...place, column: place.column - 1 }, "sign-less-than");
  if (/to create a link in MDX/.test(reason)) return problemAt(file, place, "autolink");
  if (source === "micromark-extension-mdxjs-esm") {
    const start = esmStart(body, place.line);
    return problemAt(file, { line: start.line, column: 1 }, start.word === "export" ? "mdx-export" : "mdx-import");
  }
  if (source === "micromark-extension-mdx-expression") return problemAt(file, openBrace(body, place), "mdx-expression");
  return problemAt(file, place, "mdx-syntax", { reason: plainReason(reason) });
}

/** The brace that the parser was inside of when it gave up. */
function openBrace(body: string, { line, column }: Place): Place {
  const lines = body.split("\n");
  const before = [...lines.slice(0, line - 1), (lines[line - 1] ?? "").slice(0, column - 1)].join("\n");
  const at = before.replace(/\\[{}]/g, "  ").lastIndexOf("{");
  return at < 0 ? { line, column } : placeOf(body, at);
}

function textAt(body: string, { line, column }: Place): string {
  return (body.split("\n")[line - 1] ?? "").slice(Math.max(0, column - 1));
}

function esmStart(body: string, line: number): { line: number; word: string } {
  const lines = body.split("\n");
  for (let index = Math.min(line, lines.length) - 1; index >= 0; index--) {
    const word = /^(import|export)\b/.exec(lines[index]!)?.[1];
    if (word) return { line: index + 1, word };
  }
  return { line, word: "import" };
}

/** The parser's own words, without its advice on features that lessons do not have. */
function plainReason(reason: string): string {
  return reason
    .replace(/\s*\(note: .*\)\s*$/s, "")
    .replace(/\s+/g, " ")
    .slice(0, 200);
}

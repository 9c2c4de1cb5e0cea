/**
 * A lesson while it is being written: what of it can be shown, and what is wrong with the rest. The same rules as for publishing, but
 * a fault takes out the block that it stands in and not the lesson.
 */
import type { Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { checkFrontMatter } from "../check/check-lesson";
import { type ContentProblem, isError, sortProblems } from "../content-problem";
import type { CompiledLesson, LessonSegment } from "../course";
import { readText } from "../course-source";
import { readYaml } from "../yaml-source";
import { splitLesson } from "./front-matter";
import { blockAtLine, blocksOf } from "./text-blocks";
import { LessonCheck, type LessonSurroundings } from "./lesson-check";
import { checkTree } from "./lesson-rules";
import { FAULT_COMPONENT, type FaultSegment } from "./fault-mark";
import { readLesson } from "./syntax";

/** A block that is not shown, and why. */
export interface LessonFault {
  line: number;
  lastLine: number;
  /** What stands there. */
  source: string;
  problems: ContentProblem[];
}

/** A lesson as the preview shows it. */
export interface DraftLesson extends Omit<CompiledLesson, "segments"> {
  segments: (LessonSegment | FaultSegment)[];
}

type Head = Pick<
  CompiledLesson,
  "title" | "summary" | "objectives" | "legalBasis" | "reviewedOn" | "reviewedBy" | "reviewAgainBy"
>;

export interface ProvedDraft {
  head: Head;
  /** What was proved to be data; blocks that were not are taken out. */
  body: string;
  faults: LessonFault[];
  /** All that is wrong with the file. */
  problems: ContentProblem[];
}

export interface DraftToProve {
  text: string;
  file: string;
  /** What the front matter's id has to be. */
  id: string;
  around: LessonSurroundings;
  today: string;
}

export function proveDraft(input: DraftToProve): ProvedDraft {
  const { file } = input;
  const read = readText(new TextEncoder().encode(input.text), file);
  // Signs that nobody sees are told of above and left out below.
  const text = input.text.replace(/\r\n?/g, "\n").replace(HIDDEN, "").normalize("NFC");
  const split = splitLesson(text, file);
  const problems = [...read.problems, ...split.problems];
  const headless = split.problems.some(({ rule }) => rule === "front-matter-missing");
  const { frontMatter = "", firstLine = 2, body = headless ? text : "" } = split.lesson ?? {};
  if (split.lesson) problems.push(...checkFrontMatter({ ...input, text: frontMatter, firstLine }).problems);
  const proved = proveBody(body, input);
  return {
    head: looseHead(frontMatter, file),
    body: proved.body,
    faults: proved.faults,
    problems: sortProblems([...problems, ...proved.problems]),
  };
}

const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]/g;

// A lesson with more faults than this is not a lesson yet.
const ROUNDS = 40;
/** Rules that look across blocks: once blocks are taken out they say no more than that. */
const ACROSS = new Set(["heading-order", "link-broken", "id-duplicate"]);
/** Stands in for a block that was taken out, so that its neighbours do not grow together. */
const STAND_IN = "(…)";

interface ProvedBody {
  body: string;
  faults: LessonFault[];
  problems: ContentProblem[];
}

function proveBody(body: string, { file, around }: DraftToProve): ProvedBody {
  const original = body.split("\n");
  const lines = [...original];
  const faults: LessonFault[] = [];
  const problems: ContentProblem[] = [];
  let treeSeen = false;
  const blankAt = (index: number) => (lines[index] ?? "").trim() === "";

  /** False when the place is one that was taken out already: then no progress is made. */
  function takeOut(line: number, lastLine: number, found: ContentProblem[]): boolean {
    if (faults.some((fault) => fault.line <= line && line <= fault.lastLine)) return false;
    const apart = blankAt(line - 2) && blankAt(lastLine);
    lines.fill("", line - 1, lastLine);
    if (apart) lines[line - 1] = STAND_IN;
    faults.push({ line, lastLine, source: original.slice(line - 1, lastLine).join("\n"), problems: found });
    return true;
  }
  function giveUp(found: ContentProblem[]): ProvedBody {
    const first = original.findIndex((line) => line.trim() !== "") + 1;
    const whole = { line: Math.max(1, first), lastLine: original.length, source: "", problems: found };
    return { body: "", faults: found.length > 0 ? [whole] : [], problems: [...problems, ...found] };
  }

  for (let round = 0; round < ROUNDS; round++) {
    const text = lines.join("\n");
    const read = readLesson(text, file);
    if (!read.tree) {
      const [problem] = read.problems;
      const block = blockAtLine(blocksOf(text), problem!.line);
      if (!block || !takeOut(block.line, block.lastLine, read.problems)) return giveUp(read.problems);
      problems.push(...read.problems);
      continue;
    }
    const check = new LessonCheck(file, around);
    checkTree(read.tree, check);
    const found = treeSeen ? check.problems.filter(({ rule }) => !ACROSS.has(rule)) : check.problems;
    treeSeen = true;
    const errors = found.filter(isError);
    problems.push(...found);
    if (errors.length === 0) return { body: text, faults: faults.sort((a, b) => a.line - b.line), problems };
    if (errors.some(({ rule }) => rule === "too-many-parts")) return giveUp([]);
    for (const [block, own] of byBlock(read.tree, errors)) {
      if (!block || !takeOut(block.line, block.lastLine, own)) return giveUp([]);
    }
  }
  return giveUp([]);
}

function byBlock(tree: Root, errors: readonly ContentProblem[]) {
  const blocks = tree.children.map(({ position }) => ({
    line: position?.start.line ?? 0,
    lastLine: position?.end.line ?? 0,
  }));
  const grouped = new Map<(typeof blocks)[number] | null, ContentProblem[]>();
  for (const error of errors) {
    const block = blocks.find(({ line, lastLine }) => line <= error.line && error.line <= lastLine) ?? null;
    grouped.set(block, [...(grouped.get(block) ?? []), error]);
  }
  return grouped;
}

/** Puts the mark of each fault where its block stood. */
export function markFaults(tree: Root, faults: readonly Pick<LessonFault, "line">[]): void {
  faults.forEach(({ line }, index) => {
    const mark = {
      type: "mdxJsxFlowElement" as const,
      name: FAULT_COMPONENT,
      attributes: [{ type: "mdxJsxAttribute" as const, name: "so", value: String(index) }],
      children: [],
    };
    const standIn = tree.children.findIndex(
      (child) => child.position?.start.line === line && child.type === "paragraph" && toString(child) === STAND_IN,
    );
    if (standIn >= 0) tree.children.splice(standIn, 1, mark);
    else {
      const next = tree.children.findIndex((child) => (child.position?.start.line ?? 0) > line);
      tree.children.splice(next < 0 ? tree.children.length : next, 0, mark);
    }
  });
}

/** What of a front matter can be shown, whatever else is wrong with it. */
function looseHead(frontMatter: string, file: string): Head {
  const value = readYaml({ text: frontMatter, file }).yaml?.value;
  const head = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const text = (of: unknown, fallback = "") => (typeof of === "string" && of.trim() !== "" ? of : fallback);
  const list = (of: unknown) => (Array.isArray(of) ? (of as unknown[]) : []);
  const day = (of: unknown) => (/^\d{4}-\d{2}-\d{2}$/.test(text(of)) ? text(of) : "____-__-__");
  return {
    title: text(head["title"], "…"),
    summary: text(head["summary"]),
    objectives: list(head["objectives"]).flatMap((each) => text(each) || []),
    legalBasis: list(head["legalBasis"]).flatMap((each) => {
      const { document, article, clause } = (each ?? {}) as Record<string, unknown>;
      if (!text(document)) return [];
      return [
        {
          document: text(document),
          ...(text(article) && { article: text(article) }),
          ...(text(clause) && { clause: text(clause) }),
        },
      ];
    }),
    reviewedOn: day(head["reviewedOn"]),
    reviewedBy: text(head["reviewedBy"], "…"),
    reviewAgainBy: day(head["reviewAgainBy"]),
  };
}

import { createHash } from "node:crypto";
import type { Root } from "mdast";
import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client/index.js";
import type { ComponentProps, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { documentName, type DocumentRegister } from "../../documents/document";
import type { CheckedLesson } from "../check/check-lesson";
import type { Citation, CompiledLesson, LessonCheck, LessonSegment } from "../course";
import { giveIds, type LessonHeading } from "./block-ids";
import { type FaultSegment, faultMark } from "./fault-mark";
import { checkMark, lessonMarkup, type CollectedCheck } from "./markup";
import { minutesOf } from "./reading-time";
import { readTables } from "./tables";

/** A lesson as ready HTML: a proved one, see `compileBody`. */
export async function compileLesson(input: {
  lesson: CheckedLesson;
  register: DocumentRegister;
  /** Address of an image or another file of the course. */
  imageAddress: (path: string) => string;
  /** Bytes of a file that is offered for download. */
  fileSize: (path: string) => number;
}): Promise<CompiledLesson> {
  const { lesson, register } = input;
  const { segments, words, headings } = await compileBody({ ...input, body: lesson.body });
  const { id, title, summary, objectives, legalBasis, reviewedOn, reviewedBy, reviewAgainBy } = lesson.frontMatter;
  return {
    id,
    title,
    summary,
    objectives,
    legalBasis: legalBasis.map((citation) => named(citation, register)),
    citations: lesson.citations,
    reviewedOn,
    reviewedBy,
    reviewAgainBy,
    minutes: minutesOf(words),
    words,
    headings,
    segments: segments as LessonSegment[],
  };
}

export interface CompiledBody {
  segments: (LessonSegment | FaultSegment)[];
  words: number;
  headings: CompiledLesson["headings"];
  /** The ids of the blocks with the lines that they begin on. */
  lines: { id: string; line: number }[];
}

/**
 * The text of a lesson as HTML. It takes only what the rules have proved to be data: then the code that mdx-bundler makes of it
 * holds the author's words and our components, and may be evaluated.
 */
export async function compileBody(input: {
  body: string;
  register: DocumentRegister;
  imageAddress: (path: string) => string;
  fileSize: (path: string) => number;
  /** Puts marks where blocks were taken out; only the preview has such. */
  mark?: (tree: Root) => void;
}): Promise<CompiledBody> {
  const { body, register, imageAddress, fileSize, mark } = input;
  let headings: LessonHeading[] = [];
  let lines: CompiledBody["lines"] = [];
  const { code } = await bundleMDX({
    source: body,
    // There is no front matter left; if there ever were, it would be YAML and nothing that runs.
    grayMatterOptions: (options) => ({
      ...options,
      language: "yaml",
      engines: { js: refuse, javascript: refuse, json: refuse },
    }),
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [
        ...(options.remarkPlugins ?? []),
        readTables,
        () => (tree: Root) => {
          mark?.(tree);
          headings = giveIds(tree, shortHash);
          lines = linesOf(tree);
        },
      ],
    }),
  });
  const marks: { mark: string; segment: LessonSegment | FaultSegment }[] = [];
  const components = lessonMarkup({
    register,
    imageAddress,
    fileSize,
    collect: (check) => marks.push({ mark: checkMark(check.id), segment: { kind: "check", check: drawCheck(check) } }),
    collectFault: (at) => marks.push({ mark: faultMark(at), segment: { kind: "fault", at } }),
  });
  const Content = getMDXComponent(code);
  const html = renderToStaticMarkup(
    <Content components={components as ComponentProps<typeof Content>["components"]} />,
  );
  const segments = cut(html, marks);
  const outline = headings.filter(({ depth }) => depth === 2).map(({ id, text }) => ({ id, text }));
  return { segments, words: countWords(segments), headings: outline, lines };
}

function linesOf(tree: Root): CompiledBody["lines"] {
  return tree.children.flatMap((block) => {
    const given = block.type === "mdxJsxFlowElement" ? block.attributes : [];
    const own = given.find((each) => each.type === "mdxJsxAttribute" && (each.name === "khoi" || each.name === "id"));
    const id = (block.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id ?? own?.value;
    const line = block.position?.start.line;
    return typeof id === "string" && line !== undefined ? [{ id, line }] : [];
  });
}

export function named(citation: Citation, register: DocumentRegister): Citation {
  const document = register.get(citation.document);
  return document ? { ...citation, name: documentName(document), title: document.title } : citation;
}

function refuse(): never {
  throw new Error("front matter in another language than YAML");
}

const shortHash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 8);
const markup = (node: ReactNode) => renderToStaticMarkup(<>{node}</>).trim();

function drawCheck({ id, question, options }: CollectedCheck): LessonCheck {
  return {
    id,
    question: markup(question),
    options: options.map(({ label, correct, feedback }, index) => ({
      id: String.fromCharCode(97 + index),
      label,
      correct,
      feedback: markup(feedback),
    })),
  };
}

/** The HTML with the checks between its pieces. */
function cut<Segment extends LessonSegment | FaultSegment>(
  html: string,
  marks: readonly { mark: string; segment: Segment }[],
): (LessonSegment | Segment)[] {
  const segments: (LessonSegment | Segment)[] = [];
  let rest = html;
  for (const { mark, segment } of marks) {
    const at = rest.indexOf(mark);
    segments.push({ kind: "html", html: rest.slice(0, at).trim() }, segment);
    rest = rest.slice(at + mark.length);
  }
  segments.push({ kind: "html", html: rest.trim() });
  return segments.filter((segment) => segment.kind !== "html" || segment.html !== "");
}

/** Everything that is read for the sense, the choices of checks included; the names of cited documents are looked up, not read. */
function countWords(segments: readonly (LessonSegment | FaultSegment)[]): number {
  const texts = segments.map((segment) =>
    segment.kind !== "check"
      ? segment.kind === "html"
        ? segment.html
        : ""
      : [segment.check.question, ...segment.check.options.flatMap(({ label, feedback }) => [label, feedback])].join(
          " ",
        ),
  );
  const plain = texts
    .join(" ")
    .replace(/<cite[^>]*>[^<]*<\/cite>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&[a-z#0-9]+;/gi, " ");
  return plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

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
import { checkMark, lessonMarkup, type CollectedCheck } from "./markup";
import { minutesOf } from "./reading-time";
import { readTables } from "./tables";

/**
 * A lesson as ready HTML. It takes only what the rules have proved to be data: then the code that mdx-bundler makes of it
 * holds the author's words and our components, and may be evaluated.
 */
export async function compileLesson(input: {
  lesson: CheckedLesson;
  register: DocumentRegister;
  /** Address of an image of the course. */
  imageAddress: (path: string) => string;
}): Promise<CompiledLesson> {
  const { lesson, register, imageAddress } = input;
  let headings: LessonHeading[] = [];
  const { code } = await bundleMDX({
    source: lesson.body,
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
          headings = giveIds(tree, shortHash);
        },
      ],
    }),
  });
  const checks: CollectedCheck[] = [];
  const components = lessonMarkup({ register, imageAddress, collect: (check) => checks.push(check) });
  const Content = getMDXComponent(code);
  const html = renderToStaticMarkup(
    <Content components={components as ComponentProps<typeof Content>["components"]} />,
  );
  const segments = cut(
    html,
    checks.map((check) => drawCheck(check)),
  );
  const words = countWords(segments);
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
    headings: headings.filter(({ depth }) => depth === 2).map(({ id: heading, text }) => ({ id: heading, text })),
    segments,
  };
}

function named(citation: Citation, register: DocumentRegister): Citation {
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
function cut(html: string, checks: readonly LessonCheck[]): LessonSegment[] {
  const segments: LessonSegment[] = [];
  let rest = html;
  for (const check of checks) {
    const [before = "", after = ""] = rest.split(checkMark(check.id), 2);
    segments.push({ kind: "html", html: before.trim() }, { kind: "check", check });
    rest = after;
  }
  segments.push({ kind: "html", html: rest.trim() });
  return segments.filter((segment) => segment.kind === "check" || segment.html !== "");
}

/** Everything that is read for the sense, the choices of checks included; the names of cited documents are looked up, not read. */
function countWords(segments: readonly LessonSegment[]): number {
  const texts = segments.map((segment) =>
    segment.kind === "html"
      ? segment.html
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

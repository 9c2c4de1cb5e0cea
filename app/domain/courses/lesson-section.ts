import type { CompiledLesson, LessonSegment } from "./course";

/**
 * The part of a compiled lesson under a second-level heading, with its heading and its checks; the whole lesson when nothing is
 * named or the lesson has no such heading any more.
 */
export function sectionOf(lesson: Pick<CompiledLesson, "segments">, section: string | null): LessonSegment[] {
  if (section === null) return lesson.segments;
  const found: LessonSegment[] = [];
  let inside = false;
  for (const segment of lesson.segments) {
    if (segment.kind === "check") {
      if (inside) found.push(segment);
      continue;
    }
    const html = piecesOf(segment.html)
      .filter(({ heading }) => {
        if (heading !== null) inside = heading === section;
        return inside;
      })
      .map((piece) => piece.html)
      .join("");
    if (html !== "") found.push({ kind: "html", html });
  }
  return found.length > 0 ? found : lesson.segments;
}

/** The HTML cut before each second-level heading. It was compiled by us, so that its headings are written one way only. */
function piecesOf(html: string): { heading: string | null; html: string }[] {
  return html
    .split(/(?=<h2[\s>])/)
    .filter((piece) => piece !== "")
    .map((piece) => ({ heading: /^<h2[^>]*\bid="([^"]+)"/.exec(piece)?.[1] ?? null, html: piece }));
}

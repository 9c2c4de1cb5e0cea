import type { CompiledLesson, LessonSegment } from "../courses/course";
import { blocksOfHtml, wordsOfHtml } from "../courses/lesson/block-html";
import type { Overlay } from "../documents/local-code/overlay";

export interface ShownOverlay {
  id: string;
  unitName: string;
  text: string;
}

/** A lesson with what the reader's own agency asks beyond it, each beside the block that it belongs to. */
export interface OverlaidLesson {
  /** What belongs to the lesson as a whole, or to a block that it does not have any more. */
  before: ShownOverlay[];
  segments: (LessonSegment | { kind: "overlay"; overlay: ShownOverlay })[];
}

/** Null when nothing of the overlays belongs to this lesson: then it is drawn as ever. */
export function overlayLesson(
  lesson: Pick<CompiledLesson, "id" | "segments" | "legalBasis">,
  courseSlug: string,
  overlays: readonly Overlay[],
): OverlaidLesson | null {
  const mine = overlays.filter(
    (each) => each.courseSlug === courseSlug && (each.lessonId === null || each.lessonId === lesson.id),
  );
  if (mine.length === 0) return null;
  const left = new Set(mine);
  const segments: OverlaidLesson["segments"] = [];
  const place = (fits: (overlay: Overlay) => boolean) => {
    for (const overlay of mine.filter((each) => left.has(each) && fits(each))) {
      left.delete(overlay);
      segments.push({ kind: "overlay", overlay: shown(overlay) });
    }
  };
  for (const segment of lesson.segments) {
    if (segment.kind === "check") {
      segments.push(segment);
      place(({ blockId }) => blockId === segment.check.id);
      continue;
    }
    let run = "";
    for (const { id, html } of blocksOfHtml(segment.html)) {
      run += html;
      const here = (overlay: Overlay) =>
        overlay.document === null ? overlay.blockId !== null && overlay.blockId === id : citedIn(html, overlay);
      if (!mine.some((each) => left.has(each) && here(each))) continue;
      segments.push({ kind: "html", html: run });
      run = "";
      place(here);
    }
    if (run !== "") segments.push({ kind: "html", html: run });
  }
  const before = mine.filter((each) => left.has(each) && belongsAnyway(each, lesson)).map(shown);
  return before.length === 0 && left.size === mine.length ? null : { before, segments };
}

const shown = ({ id, unitName, text }: Overlay): ShownOverlay => ({ id, unitName, text });

/** Is the place of the document named in a citation of this block? */
function citedIn(html: string, { document, article }: Overlay): boolean {
  if (document === null) return false;
  return [...html.matchAll(/<cite[^>]*>(.*?)<\/cite>/gs)].some(([, cited = ""]) => {
    const words = wordsOfHtml(cited).toLocaleLowerCase("vi");
    return (
      follows(words, document.toLocaleLowerCase("vi")) &&
      (article === null || follows(words, `điều ${article.toLocaleLowerCase("vi")}`))
    );
  });
}

/** Does a phrase stand there whole: "điều 1" is not in "điều 14"? */
function follows(words: string, phrase: string): boolean {
  for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
    if (!/^[\p{L}\p{N}]/u.test(words.slice(at + phrase.length))) return true;
  }
  return false;
}

/** Without its block: a lesson's own overlay stays in sight; one of a citation only where the lesson rests on it. */
function belongsAnyway(
  { document, article, lessonId }: Overlay,
  lesson: Pick<CompiledLesson, "id" | "legalBasis">,
): boolean {
  if (document === null) return lessonId === lesson.id;
  return lesson.legalBasis.some(
    (citation) => citation.document === document && (article === null || citation.article === article),
  );
}

import { INSERTIONS } from "~/domain/courses/lesson/insertions";
import { writeComponent } from "~/domain/courses/lesson/component-values";
import type { DraftLesson } from "~/domain/courses/lesson/draft-lesson";
import { compileDraftLesson } from "~/domain/courses/lesson/lesson-work.server";
import { listDocuments } from "~/domain/documents/document-store.server";
import { db } from "~/platform/db.server";

/** Each component as learners see it, by the key of its insertion; those that need files of the course are left out. */
export type Palette = Record<string, DraftLesson["segments"]>;

export async function showPalette(): Promise<Palette> {
  const documents = await listDocuments(db);
  const cited = documents.find(({ status }) => status === "in-force");
  const shown = INSERTIONS.flatMap(({ key, example }) => {
    if (!example) return [];
    if (example.name !== "CanCu") return [{ key, text: writeComponent(example) }];
    if (!cited) return [];
    const citation = writeComponent({ ...example, props: { so: cited.number, dieu: "3" } });
    return [{ key, text: `Cán bộ giải thích rõ khi công dân hỏi ${citation}.` }];
  });
  // One lesson of all the examples, with a line between them.
  const done = await compileDraftLesson({
    text: `\n${shown.map(({ text }) => text).join("\n\n***\n\n")}\n`,
    file: "palette.mdx",
    id: "palette",
    documents: cited ? [cited] : [],
    lessonIds: [],
    media: [],
    today: "2026-01-01",
  });
  if (done.kind !== "compiled") return {};
  const pieces = cutAtLines(done.draft.lesson.segments);
  return Object.fromEntries(shown.map(({ key }, index) => [key, pieces[index] ?? []]));
}

function cutAtLines(segments: DraftLesson["segments"]): DraftLesson["segments"][] {
  const pieces: DraftLesson["segments"][] = [[]];
  for (const segment of segments) {
    if (segment.kind !== "html") pieces.at(-1)!.push(segment);
    else {
      segment.html.split(/<hr[^>]*>/).forEach((html, index) => {
        if (index > 0) pieces.push([]);
        if (html.trim() !== "") pieces.at(-1)!.push({ kind: "html", html });
      });
    }
  }
  return pieces;
}

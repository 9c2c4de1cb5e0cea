import type { ShownPreview } from "~/domain/courses/drafts/lesson-editor";
import { INSERTIONS } from "~/domain/courses/lesson/component-forms";
import { writeComponent } from "~/domain/courses/lesson/component-values";
import { compileDraftLesson } from "~/domain/courses/lesson/lesson-work.server";
import { listDocuments } from "~/domain/documents/document-store.server";
import { db } from "~/platform/db.server";

/** Each component as learners see it, by the key of its insertion; those that need files of the course are left out. */
export type Palette = Record<string, ShownPreview["lesson"]["segments"]>;

export async function showPalette(): Promise<Palette> {
  const documents = await listDocuments(db);
  const cited = documents.find(({ status }) => status === "in-force");
  const palette: Palette = {};
  for (const { key, example } of INSERTIONS) {
    if (!example) continue;
    const citation = { ...example, props: { so: cited?.number ?? "", dieu: "3" } };
    const text =
      example.name !== "CanCu"
        ? writeComponent(example)
        : cited
          ? `Cán bộ giải thích rõ khi công dân hỏi ${writeComponent(citation)}.`
          : "";
    const done = await compileDraftLesson({
      text: `\n${text}\n`,
      file: key,
      id: key,
      documents: cited ? [cited] : [],
      lessonIds: [],
      media: [],
      today: "2026-01-01",
    });
    if (done.kind === "compiled" && done.draft.faults.length === 0) palette[key] = done.draft.lesson.segments;
  }
  return palette;
}
